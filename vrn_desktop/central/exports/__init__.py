"""Open-data exports: published tables in the formats that other programs read, with the standard library only."""
