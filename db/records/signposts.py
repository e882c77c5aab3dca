"""The table of services offered in conversations."""

from sqlalchemy import Column, Integer, Text

from db.records.record_table import record_table, reference

SIGNPOST = record_table(
    "signpost",
    Column("id", Text, primary_key=True),
    reference("screening_id", "screening.id"),
    Column("service_id", Text, nullable=False),
    Column("service_name", Text, nullable=False),
    Column("category", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("offered_at", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("in_letter", Integer, nullable=False),
)
