"""What to do and whom to call; works before anyone has signed in."""
