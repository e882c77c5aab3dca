"""The tables of the workplace and of the content files this store has used."""

from sqlalchemy import CheckConstraint, Column, Integer, Text

from db.records.record_table import record_table

WORKPLACE = record_table(
    "workplace",
    Column("id", Integer, CheckConstraint("id = 1"), primary_key=True),
    Column("organisation", Text, nullable=False),
    Column("setting_name", Text, nullable=False),
    Column("setting_kind", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("lead_name", Text, nullable=False),
    Column("lead_numbers", Text, nullable=False),
    Column("phone", Text, nullable=False),
    Column("lawful_basis", Text, nullable=False),
    Column("policy_reference", Text, nullable=False),
)

KEPT_CONTENT = record_table(
    "kept_content",
    Column("content_hash", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("text", Text, nullable=False),
)
