"""Signing in, and what is shown when the file cannot be opened."""
