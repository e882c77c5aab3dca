"""The figures of the four steps, each with the table behind it, and the quarterly report as a page and a PDF."""
