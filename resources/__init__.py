"""Data of the program: content, fonts, icons, styles."""
