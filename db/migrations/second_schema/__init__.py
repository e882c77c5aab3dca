"""The tables that the second schema brings: services in full, letters in full, and the loop closed."""
