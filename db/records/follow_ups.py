"""The table of what was promised for later."""

from sqlalchemy import Column, Index, Text

from db.records.record_table import record_table, reference

FOLLOW_UP = record_table(
    "follow_up",
    Column("id", Text, primary_key=True),
    reference("young_person_id", "young_person.id"),
    reference("screening_id", "screening.id"),
    Column("practitioner_id", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("due_on", Text, nullable=False),
    Column("how", Text, nullable=False),
    Column("done_at", Text),
)
_NOT_DONE = FOLLOW_UP.c.done_at.is_(None)
Index("ix_follow_up_due", FOLLOW_UP.c.due_on, sqlite_where=_NOT_DONE)
Index(
    "ix_follow_up_next",
    FOLLOW_UP.c.young_person_id,
    FOLLOW_UP.c.due_on,
    FOLLOW_UP.c.done_at,
    sqlite_where=_NOT_DONE,
)
