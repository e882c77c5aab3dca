"""The recovery sheet: its rows in words, and the way back in with it."""
