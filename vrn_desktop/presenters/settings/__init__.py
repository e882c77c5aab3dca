"""How the program looks and behaves on this laptop."""
