"""The supervisor's review list."""
