"""Signing in, and the pages for a file that stays closed."""
