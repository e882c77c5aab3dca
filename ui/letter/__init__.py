"""The letter: chosen, looked at, printed, given."""
