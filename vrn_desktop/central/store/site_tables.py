"""The sites of the network and the keys that may speak for them."""

from sqlalchemy import Column, ForeignKey, Index, LargeBinary, String, Table, text

from vrn_desktop.central.store.columns import UtcTime
from vrn_desktop.central.store.metadata import CENTRAL

SITES = Table(
    "sites",
    CENTRAL,
    Column("site", String(32), primary_key=True),
    Column("organisation", String(200), nullable=False),
    Column("address", String(200), nullable=False),  # where it sends; empty: by stick only
    Column("starts", String(7), nullable=False),  # the first quarter it is expected in
    Column("ends", String(7)),  # the last one; empty: no end is known
    Column("offered_at", UtcTime, nullable=False),
)
"""A site is offered a place once and stays in the list for ever, as its numbers do."""

DEVICES = Table(
    "devices",
    CENTRAL,
    Column("fingerprint", String(32), primary_key=True),
    Column("public", LargeBinary, nullable=False),
    Column("site", String(32), ForeignKey(SITES.c.site), nullable=False),
    Column("state", String(10), nullable=False),  # office.device_state.DeviceState
    Column("asked_at", UtcTime, nullable=False),
    Column("approved_at", UtcTime),
    Column("ended_at", UtcTime),  # revoked, refused or replaced
    Column("replaced_by", String(32)),
    Index("ix_devices_site", "site"),
    Index(
        "uq_devices_one_approved",
        "site",
        unique=True,
        sqlite_where=text("state = 'approved'"),
        postgresql_where=text("state = 'approved'"),
    ),
)
"""One approved key a site at most: two would be two copies of its file."""
