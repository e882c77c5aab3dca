"""Home: the day, this laptop, where help is."""
