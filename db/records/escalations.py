"""The tables of escalations and of what was done about them; rows are added, never changed or removed."""

from sqlalchemy import Column, Integer, Text

from db.records.record_table import record_table, reference

ESCALATION = record_table(
    "escalation",
    Column("id", Text, primary_key=True),
    reference("screening_id", "screening.id"),
    Column("rule_id", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("evidence", Text, nullable=False),
    Column("raised_at", Text, nullable=False),
)

ACTION = record_table(
    "escalation_action",
    reference("escalation_id", "escalation.id", indexed=False, primary_key=True),
    Column("by", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("who_was_told", Text, nullable=False),
    Column("what_was_done", Text, nullable=False),
    Column("outcome", Text, nullable=False),
    Column("young_person_told", Integer, nullable=False),
    Column("reason_not_told", Text, nullable=False),
    keyed_by_text=True,
)
