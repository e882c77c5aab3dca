"""An invented office for tests: its keys are the same every time, its clock stands until it is moved."""

from datetime import datetime, timedelta

from sqlalchemy import Engine, Table, func, insert, select

from tests.central_load import AT, INVENTED_PAIR, InventedSite, enrol_all, invented_sites
from vrn_desktop.central.office.enrolment import Enrolment
from vrn_desktop.central.office.key_arrivals import KeyArrivals
from vrn_desktop.central.office.key_pair import HeldPairs
from vrn_desktop.central.office.key_ring import KeyRing
from vrn_desktop.central.office.passphrase_seal import LEAST
from vrn_desktop.central.office.reception import Reception
from vrn_desktop.central.shipped_tables import table_packs
from vrn_desktop.central.store.message_tables import (
    CHAIN_EVENTS,
    CONTRIBUTIONS,
    RECEIPTS,
    SEALED_MESSAGES,
)
from vrn_desktop.central.store.office_log import write_down
from vrn_desktop.central.store.office_tables import KEY_LOCK, KEY_RING
from vrn_desktop.exchange.message_keys import fingerprint
from vrn_desktop.exchange.receipt import Receipt, checked_receipt

PASSPHRASE = "four invented words here"  # noqa: S105  an invented office's
SITE, OTHER_SITE = invented_sites(2)
WHO = "Ivy Invented"


_FOUNDED: dict[Table, list[dict[str, object]]] = {}
_KEY: list[bytes] = []


class InventedOffice:
    """Keys, door and enrolment of one office on one database, as one process holds them."""

    def __init__(self, engine: Engine, *, unlocked: bool = True) -> None:
        self.engine = engine
        self.time = AT
        self.ring = KeyRing(engine, self.clock, LEAST)
        self.reception = Reception(
            engine=engine, ring=self.ring, clock=self.clock, packs=table_packs()
        )
        self.enrolment = Enrolment(engine=engine, ring=self.ring, clock=self.clock)
        self.keys = KeyArrivals(engine=engine, clock=self.clock)
        if unlocked:
            self._found()

    def _found(self) -> None:
        """Under the passphrase; deriving its key is slow on purpose, so the rows are made once a session."""
        if not _FOUNDED:
            self.ring.restore((INVENTED_PAIR,), PASSPHRASE, who=WHO)
            with self.engine.connect() as connection:
                for table in (KEY_LOCK, KEY_RING):
                    rows = connection.execute(select(table)).mappings()
                    _FOUNDED[table] = [dict(row) for row in rows]
            _KEY.append(self.ring._key or b"")
            return
        with self.engine.begin() as connection:
            for table in (KEY_LOCK, KEY_RING):
                connection.execute(insert(table), _FOUNDED[table])
            write_down(connection, at=AT, who=WHO, act="keys_restored", about="")
        self.ring._key, self.ring._held = _KEY[0], HeldPairs((INVENTED_PAIR,))

    def clock(self) -> datetime:
        return self.time

    def later(self, passed: timedelta) -> None:
        self.time += passed

    def enrol(self, *sites: InventedSite) -> None:
        enrol_all(self.engine, sites or (SITE, OTHER_SITE))

    def rows(self) -> dict[str, int]:
        """How many messages, numbers, receipts and events are kept."""
        kept = (SEALED_MESSAGES, CONTRIBUTIONS, RECEIPTS, CHAIN_EVENTS)
        with self.engine.connect() as connection:
            return {
                table.name: connection.scalars(select(func.count()).select_from(table)).one()
                for table in kept
            }


def read_receipt(raw: bytes) -> Receipt:
    """A receipt of the invented centre, as a site checks it."""
    public = INVENTED_PAIR.signer.public
    return checked_receipt(raw, {fingerprint(public): public}.get)
