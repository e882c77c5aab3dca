"""Setting up, one page at a time."""
