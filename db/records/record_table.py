"""How every table of the file is made: strictly typed, listed in one place."""

from sqlalchemy import Column, ForeignKey, MetaData, Table, Text
from sqlalchemy.schema import SchemaItem

RECORDS = MetaData()
"""Every table of the newest schema."""


def record_table(name: str, *parts: SchemaItem, keyed_by_text: bool = False) -> Table:
    """A table that refuses values of the wrong kind; one keyed by text keeps its rows in the key itself."""
    return Table(name, RECORDS, *parts, sqlite_strict=True, sqlite_with_rowid=not keyed_by_text)


def reference(
    name: str, to: str, *, indexed: bool = True, primary_key: bool = False
) -> Column[str]:
    """A column naming another record; indexed, so that following or checking it never scans a table."""
    return Column(
        name, Text, ForeignKey(to), nullable=False, index=indexed, primary_key=primary_key
    )
