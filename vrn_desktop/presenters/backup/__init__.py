"""Backups: made, listed, copied to a stick, and brought back."""
