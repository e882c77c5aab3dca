"""The tables of agreement to talk, consent to refer and lawful basis, three separate records (CO-06)."""

from sqlalchemy import Column, Integer, Text

from db.records.record_table import record_table, reference

AGREEMENT = record_table(
    "agreement_to_talk",
    Column("id", Integer, primary_key=True),
    reference("screening_id", "screening.id"),
    Column("route", Text, nullable=False),
    Column("agreed", Integer, nullable=False),
    Column("said_back", Integer, nullable=False),
    Column("at", Text, nullable=False),
    Column("recorded_by", Text, nullable=False),
    Column("carer_agreed", Integer, nullable=False),
    Column("carer_unsafe_to_ask", Integer, nullable=False),
    Column("competence", Text),
    Column("withdrawn_at", Text),
)

CONSENT = record_table(
    "referral_consent",
    Column("id", Integer, primary_key=True),
    reference("signpost_id", "signpost.id"),
    Column("given", Integer, nullable=False),
    Column("at", Text, nullable=False),
    Column("recorded_by", Text, nullable=False),
    Column("competence", Text),
    Column("withdrawn_at", Text),
)

LAWFUL_BASIS = record_table(
    "lawful_basis",
    Column("id", Integer, primary_key=True),
    reference("screening_id", "screening.id"),
    Column("basis", Text, nullable=False),
    Column("policy_reference", Text, nullable=False),
    Column("at", Text, nullable=False),
)
