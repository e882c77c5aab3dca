"""The network's learning notes: what changed, what was taken up elsewhere, where it was shared (AG-23)."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Column, Connection, Integer, String, Table, Text, insert, select

from vrn_desktop.central.store.columns import UtcTime
from vrn_desktop.central.store.metadata import CENTRAL

LEARNING_NOTES = Table(
    "learning_notes",
    CENTRAL,
    Column("id", Integer, primary_key=True),
    Column("at", UtcTime, nullable=False),
    Column("who", String(200), nullable=False),
    Column("changed", Text, nullable=False),
    Column("taken_up", Text, nullable=False),
    Column("shared", Text, nullable=False),
)
"""Notes of people, about the network's work; nothing about a young person belongs here."""

LONGEST = 600


@dataclass(frozen=True, slots=True, kw_only=True)
class LearningNote:
    """One note."""

    at: datetime
    who: str
    changed: str
    """What was changed, and why."""
    taken_up: str
    """What others took up, or could."""
    shared: str
    """Where it was shared."""


def add_note(connection: Connection, note: LearningNote) -> None:
    """Keep a note."""
    connection.execute(
        insert(LEARNING_NOTES).values(
            at=note.at,
            who=note.who,
            changed=note.changed,
            taken_up=note.taken_up,
            shared=note.shared,
        )
    )


def newest_notes(connection: Connection, most: int = 50) -> tuple[LearningNote, ...]:
    """The notes, the newest first."""
    asked = select(LEARNING_NOTES).order_by(LEARNING_NOTES.c.id.desc()).limit(most)
    return tuple(
        LearningNote(
            at=row.at, who=row.who, changed=row.changed, taken_up=row.taken_up, shared=row.shared
        )
        for row in connection.execute(asked)
    )
