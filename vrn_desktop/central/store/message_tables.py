"""What came in sealed, what it said, what it was answered, and what an office should look into."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    text,
)

from vrn_desktop.central.store.columns import UtcTime
from vrn_desktop.central.store.metadata import CENTRAL
from vrn_desktop.central.store.site_tables import DEVICES

SEALED_MESSAGES = Table(
    "sealed_messages",
    CENTRAL,
    Column("digest", String(64), primary_key=True),
    Column("device", String(32), ForeignKey(DEVICES.c.fingerprint), nullable=False),
    Column("raw", LargeBinary, nullable=False),
    Column("received_at", UtcTime, nullable=False),
    Column("state", String(10), nullable=False),  # office.message_state.MessageState
    Column("refusal", String(20)),  # exchange.errors.Refusal, where it was refused once opened
    Index(
        "ix_sealed_messages_waiting",
        "received_at",
        sqlite_where=text("state = 'waiting'"),
        postgresql_where=text("state = 'waiting'"),
    ),
)
"""Every message whose sender and signature were right, once.

Its bytes are kept while it waits and once it is accepted. Of a second drawing, and of what could not be
used, only the digest stays: whoever holds this database holds one drawing of a period, never two.
"""

CONTRIBUTIONS = Table(
    "contributions",
    CENTRAL,
    Column("digest", String(64), ForeignKey(SEALED_MESSAGES.c.digest), primary_key=True),
    Column("site", String(32), nullable=False),
    Column("kind", String(1), nullable=False),
    Column("period", String(8), nullable=False),
    Column("state", String(10), nullable=False),  # exchange.payload.PeriodState
    Column("number", BigInteger, nullable=False),
    Column("previous", String(64), nullable=False),
    Column("spec", String(40), nullable=False),
    Column("tables", JSON, nullable=False),
    Column("scale", JSON, nullable=False),
    Index(
        "uq_contributions_drawn_once",
        "site",
        "kind",
        "period",
        unique=True,
        sqlite_where=text("state = 'ok'"),
        postgresql_where=text("state = 'ok'"),
    ),
    Index("ix_contributions_period", "kind", "period", "site"),
    Index("ix_contributions_number", "site", "number"),
    Index("ix_contributions_previous", "site", "previous"),
)
"""The accepted messages, opened: noisy numbers, or the word that there are none."""

RECEIPTS = Table(
    "receipts",
    CENTRAL,
    Column("digest", String(64), ForeignKey(SEALED_MESSAGES.c.digest), primary_key=True),
    Column("outcome", String(10), nullable=False),  # exchange.receipt.ReceiptOutcome
    Column("raw", LargeBinary, nullable=False),
    Column("given_at", UtcTime, nullable=False),
)
"""The signed answers, so that the same message gets the same bytes again."""

CHAIN_EVENTS = Table(
    "chain_events",
    CENTRAL,
    Column("id", Integer, primary_key=True),
    Column("at", UtcTime, nullable=False),
    Column("event", String(20), nullable=False),  # exchange.message_chain.ChainEvent
    Column("site", String(32), nullable=False),
    Column("period", String(8), nullable=False),
    Column("digest", String(64), nullable=False),
    Index("ix_chain_events_site", "site"),
)
"""Second draws and forks: most likely a copied or restored file; never a reason to lose numbers."""

REFUSALS = Table(
    "refusals",
    CENTRAL,
    Column("day", Date, primary_key=True),
    Column("refusal", String(20), primary_key=True),
    Column("times", BigInteger, nullable=False),
)
"""How often what was refused, by day; nothing of the refused bytes is kept."""

KEPT_KEY_FILES = Table(
    "kept_key_files",
    CENTRAL,
    Column("digest", String(64), primary_key=True),
    Column("raw", LargeBinary, nullable=False),
    Column("received_at", UtcTime, nullable=False),
)
"""Keys that came to an intake which holds none itself; the office takes them in and clears them away."""
