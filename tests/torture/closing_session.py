"""Closes every period of a quarter that is due, and promises each period once its change has ended."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from db.sql_store import SqlStore
from db.store_files import create_store
from db.unit_of_work import SqlUnitOfWork
from tests.db.invented_holder import ASH, InventedHolder, keys_in
from tests.db.invented_people import invented_decision, invented_people, invented_screening
from tests.invented_services import SAM, FixedClock
from tests.torture.logged_disk import ACKNOWLEDGED
from tests.watched_count_office import WatchedCountOffice, enrolled
from vrn_desktop.application.counting_service import CountingService
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.counts_sent import NumbersState
from vrn_desktop.domain.identifiers import YoungPersonId
from vrn_desktop.domain.programme_period import Period, ProgrammeYear, Quarter, Week
from vrn_desktop.exchange.payload import PADDED_BYTES, unpadded
from vrn_desktop.exchange.sealed_message import message_digest

WEEKS = Quarter(2026, 4).weeks
DUE: tuple[Period, ...] = (*WEEKS, Quarter(2026, 4), ProgrammeYear(2026))
"""In the order of closing."""
NOW = datetime(2027, 1, 11, 9, tzinfo=UTC)
PEOPLE = 2 * len(WEEKS)


@dataclass(frozen=True)
class Told:
    """A signed-in person whose store tells of each change that has ended."""

    store: "TellingStore"
    practitioner = replace(SAM, id=ASH)


class TellingStore:
    """Passes everything on to a real file."""

    def __init__(self, store: SqlStore, tell: Callable[[], object]) -> None:
        self._store = store
        self._tell = tell
        self.read = store.read
        self.read_only = store.read_only

    @contextmanager
    def change(self, act: Act, subject: str) -> Iterator[SqlUnitOfWork]:
        with self._store.change(act, subject) as work:
            yield work
        self._tell()


def begin(folder: Path) -> InventedHolder:
    """A file with two people approved in every week of the quarter, and nothing drawn yet."""
    holder = InventedHolder(keys_in(folder))
    create_store(holder.store)
    store = holder.open()
    with store.change(Act.ENROLMENT_CHANGED, "") as work:
        work.counts.put_enrolment(enrolled(trusted_day=NOW.date() - timedelta(days=2)))
        for place, person in enumerate(invented_people(PEOPLE)):
            screening = invented_screening(person)
            work.young_people.add(person)
            work.screenings.add(screening)
            work.levels.add(invented_decision(screening))
            work.counts.set_week(screening.id, WEEKS[place % len(WEEKS)])
    holder.anchor = store.audit_end()
    store.close()
    return holder


def close(store: SqlStore, tell: Callable[[], object]) -> None:
    """Close all that is due, as the program does at its start."""
    session = Told(TellingStore(store, tell))
    first_id = 1 + store.commit_count() * 100
    CountingService(  # the rest of the store is not asked for
        session,  # type: ignore[arg-type]
        WatchedCountOffice(first_id),
        FixedClock(NOW),
    ).close_due_periods()


def drawn_in(store: SqlStore) -> dict[Period, bytes]:
    """Every period the file has drawn with the bytes it will send, once all that belongs to it is there.

    Raises:
        AssertionError: a period is there in part, twice, or out of order.
    """
    with store.read() as work:
        entries = tuple(reversed(work.counts.ledger()))
        counted = work.counts.counted_before()
        raws = [work.counts.sealed(entry.number) for entry in entries]
    drawn = [entry.period for entry in entries]
    assert tuple(drawn) == DUE[: len(drawn)], "periods are missing, doubled or out of order"
    assert {entry.state for entry in entries} <= {NumbersState.OK}
    previous = "0" * 64
    for place, (entry, raw) in enumerate(zip(entries, raws, strict=True), start=1):
        said = unpadded(entry.content.ljust(PADDED_BYTES))
        assert message_digest(raw or b"") == entry.digest, "bytes of another message"
        assert (entry.number, said.number, said.previous) == (place, place, previous)
        previous = entry.digest
    noted = [entry.subject for entry in store.audit_entries() if entry.act is Act.COUNTS_DRAWN]
    assert noted == [str(period) for period in drawn], "drawings and audit entries differ"
    assert counted == _counted_by(len([p for p in drawn if isinstance(p, Week)]))
    return {entry.period: raw for entry, raw in zip(entries, raws, strict=True) if raw is not None}


def _counted_by(weeks: int) -> dict[YoungPersonId, set[Week]]:
    return {
        person.id: {WEEKS[place % len(WEEKS)]}
        for place, person in enumerate(invented_people(PEOPLE))
        if place % len(WEEKS) < weeks
    }


def main(folder: Path) -> None:
    """Close everything, promising each period in the folder's own file."""
    promises = os.open(folder / ACKNOWLEDGED, os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600)
    store = InventedHolder(keys_in(folder)).open()
    close(store, lambda: os.write(promises, b"period\n"))
    store.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
