"""The tables of conversations: the conversation itself, its answers, own words, steps and addenda."""

from sqlalchemy import Column, Index, Integer, Text

from db.records.record_table import record_table, reference

SCREENING = record_table(
    "screening",
    Column("id", Text, primary_key=True),
    reference("young_person_id", "young_person.id", indexed=False),
    Column("practitioner_id", Text, nullable=False),
    Column("form", Text, nullable=False),
    Column("age", Integer, nullable=False),
    Column("life_stage", Text, nullable=False),
    Column("respondent", Text, nullable=False),
    Column("setting_kind", Text, nullable=False),
    Column("instrument_id", Text, nullable=False),
    Column("instrument_version", Text, nullable=False),
    Column("content_hash", Text, nullable=False),
    Column("started_at", Text, nullable=False),
    Column("worker_trained", Integer, nullable=False),
    Column("state", Text, nullable=False),
    Column("private", Integer),
    Column("steps_done", Text, nullable=False),
    Column("sections_skipped", Text, nullable=False),
    Column("items_skipped", Text, nullable=False),
    Column("position", Text, nullable=False),
    Column("closed_at", Text),
    Column("version", Integer, nullable=False),
)
Index(
    "ix_screening_young_person_id",
    SCREENING.c.young_person_id,
    SCREENING.c.started_at,
    SCREENING.c.id,
)
Index("ix_screening_started_at", SCREENING.c.started_at)

ANSWER = record_table(
    "answer",
    reference("screening_id", "screening.id", indexed=False, primary_key=True),
    Column("item", Text, primary_key=True),
    Column("voice", Text, primary_key=True),
    Column("code", Text, nullable=False),
    Column("given_at", Text, nullable=False),
    keyed_by_text=True,
)

OWN_WORDS = record_table(
    "own_words",
    reference("screening_id", "screening.id", indexed=False, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("words", Text, nullable=False),
    keyed_by_text=True,
)

STEP_NOTE = record_table(
    "step_note",
    reference("screening_id", "screening.id", indexed=False, primary_key=True),
    Column("step", Text, primary_key=True),
    Column("notes", Text, nullable=False),
    Column("at", Text, nullable=False),
    keyed_by_text=True,
)

ADDENDUM = record_table(
    "addendum",
    Column("id", Integer, primary_key=True),
    reference("screening_id", "screening.id"),
    Column("text", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("by", Text, nullable=False),
)
