"""The table of level decisions; each new decision is a further row (F14)."""

from sqlalchemy import Column, Index, Integer, Text

from db.records.record_table import record_table, reference

LEVEL_DECISION = record_table(
    "level_decision",
    Column("id", Integer, primary_key=True),
    reference("screening_id", "screening.id", indexed=False),
    Column("outcome", Text, nullable=False),
    Column("wanted_level", Text, nullable=False),
    Column("final_level", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("decided_by", Text, nullable=False),
    Column("decided_at", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("fairness_reflection", Text, nullable=False),
    Column("review", Text),
)
Index(
    # Holds all that a list shows, so that listing everybody does not read every decision whole.
    "ix_level_decision_screening_id",
    LEVEL_DECISION.c.screening_id,
    LEVEL_DECISION.c.id,
    LEVEL_DECISION.c.state,
    LEVEL_DECISION.c.final_level,
)
Index("ix_level_decision_state", LEVEL_DECISION.c.state)
