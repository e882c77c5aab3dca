"""The command-line parts: each reads files, prints plain text or JSON, and says 0, 1 or 2."""
