"""Text size, colours, keys and locking."""
