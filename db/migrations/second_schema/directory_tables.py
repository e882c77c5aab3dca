"""Statements for the service directory: sources, services in editions, their words and places."""

STATEMENTS: tuple[str, ...] = ()
