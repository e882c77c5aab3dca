"""Keys and the two-copy header of the encrypted file: who may open it, and with what."""
