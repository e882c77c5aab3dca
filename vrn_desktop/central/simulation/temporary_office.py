"""A central office of its own for one simulation: the real schema, keys and intake on an SQLite file."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, time
from pathlib import Path

from sqlalchemy import Engine, insert

from vrn_desktop.central.office.answers import Receipted
from vrn_desktop.central.office.key_ring import KeyRing
from vrn_desktop.central.office.message_state import DeviceState
from vrn_desktop.central.office.passphrase_seal import LEAST
from vrn_desktop.central.office.reception import Reception
from vrn_desktop.central.simulation.simulated_network import site_key
from vrn_desktop.central.simulation.simulated_site import Membership
from vrn_desktop.central.store.database import open_database
from vrn_desktop.central.store.schema import create_schema
from vrn_desktop.central.store.site_tables import DEVICES, SITES
from vrn_desktop.central.store.stored_site_numbers import StoredSiteNumbers
from vrn_desktop.domain.programme_period import Quarter
from vrn_desktop.exchange.message_keys import fingerprint
from vrn_desktop.exchange.table_pack import TablePack

_PASSPHRASE = "an invented office, thrown away soon"  # noqa: S105 - guards nothing real
_WHO = "the simulation"


class NoReceiptError(Exception):
    """The office did not answer a sound message as it should; a fault of the program."""


class SimulatedClock:
    """Tells the time of the invented network."""

    def __init__(self, begins: datetime) -> None:
        self.now = begins

    def __call__(self) -> datetime:
        """The time in the invented network."""
        return self.now


@dataclass(frozen=True, slots=True, kw_only=True)
class TemporaryOffice:
    """The office and what its sites were given when they were enrolled."""

    clock: SimulatedClock
    reception: Reception
    members: Mapping[str, Membership]
    numbers: StoredSiteNumbers

    def intake(self, raw: bytes, at: datetime) -> bytes:
        """Take one message in at this moment; the signed receipt."""
        self.clock.now = max(at, self.clock.now)
        (answer,) = self.reception.take_in([raw])
        if not isinstance(answer, Receipted):
            raise NoReceiptError(f"the office gave no receipt: {answer}")
        return answer.raw


@contextmanager
def temporary_office(
    file: Path, sites: Iterable[str], *, pack: TablePack, starts: Quarter, seed: int
) -> Iterator[TemporaryOffice]:
    """An office with these sites enrolled, on an SQLite file that does not exist yet."""
    clock = SimulatedClock(datetime.combine(starts.first_day, time(), UTC))
    engine = open_database(f"sqlite:///{file}")
    try:
        create_schema(engine)
        ring = KeyRing(engine, clock, LEAST)
        ring.found(_PASSPHRASE, who=_WHO)
        names = tuple(sites)
        _enrol(engine, names, starts=starts, at=clock.now, seed=seed)
        public = ring.public_in_force()
        yield TemporaryOffice(
            clock=clock,
            reception=Reception(engine=engine, ring=ring, clock=clock, packs={pack.spec: pack}),
            members={
                name: Membership(starts=starts, box=public.box, centre_signer=public.signer)
                for name in names
            },
            numbers=StoredSiteNumbers(engine),
        )
    finally:
        engine.dispose()


def _enrol(
    engine: Engine, names: Iterable[str], *, starts: Quarter, at: datetime, seed: int
) -> None:
    """Every site with its key approved, as after the telephone calls that nobody makes here."""
    with engine.begin() as connection:
        for name in names:
            key = site_key(seed, name).public
            connection.execute(
                insert(SITES).values(
                    site=name, organisation=_WHO, address="", starts=str(starts), offered_at=at
                )
            )
            connection.execute(
                insert(DEVICES).values(
                    fingerprint=fingerprint(key),
                    public=key,
                    site=name,
                    state=DeviceState.APPROVED.value,
                    asked_at=at,
                    approved_at=at,
                )
            )
