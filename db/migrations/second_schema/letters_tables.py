"""Statements for letters in full: the contacts they printed and the codes of their reply slips."""

STATEMENTS: tuple[str, ...] = ()
