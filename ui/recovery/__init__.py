"""The recovery sheet and new passphrases."""
