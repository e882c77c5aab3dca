"""The people of the central office, their ways to sign in, and their open sessions."""

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, String, Table, Text

from vrn_desktop.central.store.columns import UtcTime
from vrn_desktop.central.store.metadata import CENTRAL

PEOPLE = Table(
    "people",
    CENTRAL,
    Column("id", String(32), primary_key=True),
    Column("name", String(80), nullable=False),
    Column("email", String(254), nullable=False, unique=True),
    Column("roles", String(80), nullable=False),
    Column("passphrase", Text, comment="Argon2id in PHC form; empty while none was chosen"),
    Column("provider_subject", String(255), unique=True),
    Column("added_at", UtcTime, nullable=False),
    Column("removed_at", UtcTime),
)
"""A removed person keeps their row: the log and the releases name them."""

INVITATIONS = Table(
    "invitations",
    CENTRAL,
    Column("person_id", ForeignKey(PEOPLE.c.id), primary_key=True),
    Column("token_hash", String(64), nullable=False, unique=True),
    Column("ends_at", UtcTime, nullable=False),
)

SECURITY_KEYS = Table(
    "security_keys",
    CENTRAL,
    Column("credential_id", String(1400), primary_key=True, comment="base64url"),
    Column("person_id", ForeignKey(PEOPLE.c.id), nullable=False, index=True),
    Column("public_key", LargeBinary, nullable=False),
    Column("sign_count", Integer, nullable=False),
    Column("name", String(60), nullable=False),
    Column("added_at", UtcTime, nullable=False),
    Column("used_at", UtcTime),
)

SESSIONS = Table(
    "sessions",
    CENTRAL,
    Column("token_hash", String(64), primary_key=True),
    Column("person_id", ForeignKey(PEOPLE.c.id), nullable=False, index=True),
    Column("step", String(8), nullable=False),
    Column("started_at", UtcTime, nullable=False),
    Column("seen_at", UtcTime, nullable=False),
    Column("challenge", LargeBinary, comment="what a security key was last asked to sign"),
)

MISSED_SIGN_INS = Table(
    "missed_sign_ins",
    CENTRAL,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("account", String(64), nullable=False, comment="SHA-256 of the e-mail address tried"),
    Column("client", String(64), nullable=False, comment="SHA-256 of the network address"),
    Column("at", UtcTime, nullable=False),
)
Index("ix_missed_sign_ins_account_at", MISSED_SIGN_INS.c.account, MISSED_SIGN_INS.c.at)
Index("ix_missed_sign_ins_client_at", MISSED_SIGN_INS.c.client, MISSED_SIGN_INS.c.at)

PROVIDER_TRIES = Table(
    "provider_tries",
    CENTRAL,
    Column("state_hash", String(64), primary_key=True),
    Column("visit_hash", String(64), nullable=False),
    Column("nonce", String(64), nullable=False),
    Column("verifier", String(128), nullable=False),
    Column("started_at", UtcTime, nullable=False),
)
"""Somebody was sent to the organisation's sign-in and has not come back yet."""
