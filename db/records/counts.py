"""The tables of what leaves for the network: enrolment, who counts when, the ledger, and each message's way."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    Text,
    UniqueConstraint,
)

from db.records.record_table import record_table, reference

NETWORK_ENROLMENT = record_table(
    "network_enrolment",
    Column("id", Integer, CheckConstraint("id = 1"), primary_key=True),
    Column("site", Text, nullable=False),
    Column("starts", Text, nullable=False),
    Column("address", Text, nullable=False),
    Column("box", LargeBinary, nullable=False),
    Column("centre_signer", LargeBinary, nullable=False),
    Column("device_public", LargeBinary, nullable=False),
    Column("device_private", LargeBinary, nullable=False),
    Column("next_private", LargeBinary),
    Column("step", Text, nullable=False),
    Column("trusted_day", Text, nullable=False),
)

COUNT_WEEK = record_table(
    "count_week",
    reference("screening_id", "screening.id", indexed=False, primary_key=True),
    Column("week", Text, nullable=False),
    keyed_by_text=True,
)
Index("ix_count_week_week", COUNT_WEEK.c.week)

COUNTED_WEEK = record_table(
    "counted_week",
    reference("young_person_id", "young_person.id", indexed=False, primary_key=True),
    Column("week", Text, primary_key=True),
    keyed_by_text=True,
)
"""Kept for ever with the person, and erased only with the person."""

CONTRIBUTION = record_table(
    "contribution",
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("period", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("spec", Text, nullable=False),
    Column("drawn_at", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("content", LargeBinary, nullable=False),
)
Index(
    # Whatever the specification, a period is closed once: with its numbers, or as missing.
    "ix_contribution_closed_once",
    CONTRIBUTION.c.kind,
    CONTRIBUTION.c.period,
    unique=True,
    sqlite_where=CONTRIBUTION.c.state != "withdrawn",
)

OUTBOX = record_table(
    "outbox",
    Column("number", Integer, ForeignKey("contribution.number"), primary_key=True),
    Column("sealed", LargeBinary, nullable=False),
    Column("failures", Integer, nullable=False),
    Column("next_try_at", Text),
)

CONTRIBUTION_DEPARTURE = record_table(
    "contribution_departure",
    Column("id", Integer, primary_key=True),
    Column("number", Integer, ForeignKey("contribution.number"), nullable=False, index=True),
    Column("at", Text, nullable=False),
    Column("way", Text, nullable=False),
    Column("by", Text),
)

CONTRIBUTION_RECEIPT = record_table(
    "contribution_receipt",
    Column("id", Integer, primary_key=True),
    Column("number", Integer, ForeignKey("contribution.number"), nullable=False),
    Column("accepted", Integer, nullable=False),
    Column("day", Text, nullable=False),
    Column("raw", LargeBinary, nullable=False),
    Column("at", Text, nullable=False),
    UniqueConstraint("number", "raw"),
)

SETTLED_RESTORE = record_table(
    "settled_restore",
    Column("entry", Integer, primary_key=True),
    Column("after_number", Integer, nullable=False),
)
