"""Templates and static files of the central office's pages."""
