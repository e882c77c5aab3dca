"""The table of young people."""

from sqlalchemy import Column, Integer, Text

from db.records.record_table import record_table

YOUNG_PERSON = record_table(
    "young_person",
    Column("id", Text, primary_key=True),
    Column("reference", Text, nullable=False, unique=True),
    Column("chosen_name", Text, nullable=False),
    Column("age", Integer, nullable=False),
    Column("age_recorded_on", Text, nullable=False),
    Column("practitioner_id", Text, nullable=False),
    Column("pronouns", Text, nullable=False),
    Column("access_needs", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("archived", Integer, nullable=False),
)
