"""The tables of letters: the record of giving, what each named, what was agreed, what happened, its pages."""

from sqlalchemy import Column, Index, Integer, LargeBinary, Text

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
    Column("recipient", Text, nullable=False, server_default=""),
    Column("service_id", Text, nullable=False, server_default=""),
    Column("reply_code", Text, nullable=False, server_default=""),
    Index("ix_letter_reply_code", "reply_code"),
)

LETTER_SERVICE = record_table(
    "letter_service",
    reference("letter_id", "letter.id", indexed=False, primary_key=True),
    Column("place", Integer, primary_key=True, nullable=False),
    Column("service_id", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("contact", Text, nullable=False),
    Index("ix_letter_service_service_id", "service_id"),
    keyed_by_text=True,
)

LETTER_AGREEMENT = record_table(
    "letter_agreement",
    reference("letter_id", "letter.id", indexed=False, primary_key=True),
    Column("agrees", Text, nullable=False),
    Column("competence", Text),
    Column("shared", Text, nullable=False),
    Column("no_worry", Integer, nullable=False),
    Column("support_only", Integer, nullable=False),
    Column("sharing_reason", Text, nullable=False),
    Column("sharing_note", Text, nullable=False),
    keyed_by_text=True,
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
