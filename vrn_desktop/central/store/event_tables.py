"""That somebody looked into an event of the messages: a second draw, a fork."""

from sqlalchemy import Column, ForeignKey, Integer, String, Table

from vrn_desktop.central.store.columns import UtcTime
from vrn_desktop.central.store.message_tables import CHAIN_EVENTS
from vrn_desktop.central.store.metadata import CENTRAL
from vrn_desktop.central.store.people_tables import PEOPLE

EVENTS_LOOKED_INTO = Table(
    "events_looked_into",
    CENTRAL,
    Column("event_id", Integer, ForeignKey(CHAIN_EVENTS.c.id), primary_key=True),
    Column("looked_by", ForeignKey(PEOPLE.c.id), nullable=False),
    Column("looked_at", UtcTime, nullable=False),
    Column("note", String(500), nullable=False),
)
