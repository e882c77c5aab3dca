"""The tables of what was promised for later, and what became of each promise."""

from sqlalchemy import Column, Index, Integer, Text

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
    # Added by the second schema, so that rows from before it say "about no offer, at no time".
    Column("signpost_id", Text, nullable=False, server_default=""),
    Column("at_time", Text, nullable=False, server_default=""),
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

FOLLOW_UP_EVENT = record_table(
    "follow_up_event",
    Column("id", Integer, primary_key=True),
    reference("follow_up_id", "follow_up.id"),
    Column("step", Text, nullable=False),
    Column("due_was", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("by", Text, nullable=False),
)
