"""The rows of the encrypted file: one module per kind of record, nothing but its tables."""
