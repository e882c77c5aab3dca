"""Services: chosen together, and the whole directory."""
