"""What the central office keeps, on SQLite or PostgreSQL."""
