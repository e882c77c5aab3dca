"""The keeper of the encrypted file: SQLCipher through SQLAlchemy on one connection."""
