"""The tables of letters: the record of giving, what happened to each, and the printed pages."""

from sqlalchemy import Column, Integer, LargeBinary, Text

from db.records.record_table import record_table, reference

LETTER = record_table(
    "letter",
    Column("id", Text, primary_key=True),
    reference("young_person_id", "young_person.id"),
    reference("screening_id", "screening.id"),
    Column("kind", Text, nullable=False),
    Column("template_id", Text, nullable=False),
    Column("template_version", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("made_at", Text, nullable=False),
    Column("made_by", Text, nullable=False),
    Column("services_named", Text, nullable=False),
    Column("text_sha256", Text, nullable=False),
)

LETTER_EVENT = record_table(
    "letter_event",
    Column("id", Integer, primary_key=True),
    reference("letter_id", "letter.id"),
    Column("kind", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("channel", Text),
    Column("reading_check", Text, nullable=False),
    Column("note", Text, nullable=False),
)

LETTER_PAGES = record_table(
    "letter_pages",
    reference("letter_id", "letter.id", indexed=False, primary_key=True),
    Column("pdf", LargeBinary, nullable=False),
)
