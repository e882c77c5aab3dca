"""Backups, and bringing one back."""
