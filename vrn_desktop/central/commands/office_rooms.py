"""What one process of the central office is made of: database, keys, and the doors for what comes in."""

from dataclasses import dataclass

from sqlalchemy import Engine

from vrn_desktop.central.clock import now
from vrn_desktop.central.office.enrolment import Enrolment
from vrn_desktop.central.office.key_arrivals import KeyArrivals
from vrn_desktop.central.office.key_ring import KeyRing
from vrn_desktop.central.office.reception import Reception
from vrn_desktop.central.office.sending_limit import SendingLimit
from vrn_desktop.central.shipped_tables import table_packs


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeRooms:
    """The parts that commands put together in different ways."""

    engine: Engine
    ring: KeyRing
    reception: Reception
    keys: KeyArrivals
    enrolment: Enrolment
    limit: SendingLimit


def office_rooms(engine: Engine) -> OfficeRooms:
    """The office on a database, its keys locked."""
    ring = KeyRing(engine, now)
    return OfficeRooms(
        engine=engine,
        ring=ring,
        reception=Reception(engine=engine, ring=ring, clock=now, packs=table_packs()),
        keys=KeyArrivals(engine=engine, clock=now),
        enrolment=Enrolment(engine=engine, ring=ring, clock=now),
        limit=SendingLimit(now),
    )
