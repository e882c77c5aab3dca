"""The tables filled after a conversation: feedback, worker checks, equality answers, place concerns."""

from sqlalchemy import Column, Integer, Text

from db.records.record_table import record_table, reference

FEEDBACK = record_table(
    # Counts, not rows: the order of rows beside the audit log would tell whose feedback it was (TI-32).
    "feedback",
    Column("month", Text, primary_key=True),
    Column("listened_to", Text, primary_key=True),
    Column("in_control", Text, primary_key=True),
    Column("count", Integer, nullable=False),
    keyed_by_text=True,
)

WORKER_CHECK = record_table(
    "worker_check",
    Column("id", Integer, primary_key=True),
    Column("practitioner_id", Text, nullable=False, index=True),
    Column("state", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("heavy", Integer, nullable=False),
)

EQUALITY = record_table(
    "equality_answers",
    reference("young_person_id", "young_person.id", indexed=False, primary_key=True),
    Column("codes", Text, nullable=False),
    keyed_by_text=True,
)

PLACE_CONCERN = record_table(
    "place_concern",
    Column("id", Integer, primary_key=True),
    reference("screening_id", "screening.id"),
    Column("kind_of_place", Text, nullable=False),
    Column("time_band", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("recorded_by", Text, nullable=False),
)
