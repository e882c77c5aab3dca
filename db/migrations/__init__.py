"""How a file of an older schema becomes one of the newest: on a copy, never on the live file."""
