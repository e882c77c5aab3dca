"""Builds the programs for people without Python, proves that they run, and packs them."""
