"""The append-only table of who did what, and the counter of changes it carries (security.md 5.2)."""

from sqlalchemy import Column, Index, Integer, LargeBinary, Text, literal_column

from db.records.record_table import record_table

AUDIT_ENTRY = record_table(
    "audit_entry",
    Column("seq", Integer, primary_key=True),
    # How many changes the file had seen with this one: written with the entry, so neither can be without the other.
    Column("change", Integer, nullable=False),
    Column("at", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("act", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("previous", LargeBinary, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    Column("signature", LargeBinary, nullable=False),
)
Index(
    # Asked at every start, whatever the length of the log: was this file brought back from a backup?
    "ix_audit_entry_restored",
    AUDIT_ENTRY.c.seq,
    sqlite_where=AUDIT_ENTRY.c.act == literal_column("'restored'"),
)
