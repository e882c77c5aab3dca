"""The table of answers to how it is safe to be in touch; each asking is a further row."""

from sqlalchemy import Column, Integer, Text

from db.records.record_table import record_table, reference

SAFE_CONTACT = record_table(
    "safe_contact",
    Column("id", Integer, primary_key=True),
    reference("young_person_id", "young_person.id"),
    Column("at", Text, nullable=False),
    Column("answers", Text, nullable=False),
)
