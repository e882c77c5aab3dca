"""Help without the internet."""
