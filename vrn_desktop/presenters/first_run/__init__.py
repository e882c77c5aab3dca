"""Setting up: everything that is asked before the encrypted file is made."""
