"""A real folder, a real vault and the real office: what a lost file drew is never drawn by its backup."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from tests.db.invented_holder import TickingClock
from tests.db.invented_people import invented_decision, invented_people, invented_screening
from tests.invented_team import ASH, PASSPHRASES, ROWAN
from tests.real_laptop import RealLaptop, acts_of
from tests.watched_count_office import DEVICE, WatchedCountOffice, enrolled
from vrn_desktop.application.counting_service import ClosedPeriods, CountingService
from vrn_desktop.application.open_file import OpenFile
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.counts_sent import NumbersState, OfficeReceipt
from vrn_desktop.domain.programme_period import Period, Week
from vrn_desktop.exchange.message_keys import fingerprint
from vrn_desktop.exchange.sealed_message import EnrolledDevice, checked_cover

(KAY,) = invented_people(1)
BACKUP_DAY, LOST_DAY = date(2026, 11, 24), date(2026, 12, 11)
OF_THE_BACKUP = tuple(Week(2026, number) for number in range(40, 47))
OF_THE_LOST_FILE = tuple(Week(2026, number) for number in range(47, 50))


@dataclass
class Site:
    """A laptop whose supervisor is signed in, and the office it counts with."""

    laptop: RealLaptop
    opened: OpenFile
    office: WatchedCountOffice

    def close_on(self, day: date) -> ClosedPeriods:
        self.laptop.clock.now = max(self.laptop.clock.now, _morning(day))
        return CountingService(self.opened, self.office, self.laptop.clock).close_due_periods()

    def receive(self, day: date) -> None:
        """A receipt of the centre for the last message."""
        with self.opened.store.change(Act.COUNTS_RECEIPTED, "") as work:
            last = work.counts.ledger()[0]
            receipt = OfficeReceipt(
                message_id=last.message_id, digest=last.digest, accepted=True, day=day
            )
            work.counts.add_receipt(last.number, receipt, b"raw", _morning(day))

    def ledger(self) -> dict[Period, tuple[NumbersState, str]]:
        with self.opened.store.read() as work:
            return {entry.period: (entry.state, entry.digest) for entry in work.counts.ledger()}


@pytest.fixture
def lost(laptop: RealLaptop) -> tuple[Site, Path]:
    """A site that drew on after its last backup, which is all that is left of it."""
    laptop.clock.now = _morning(BACKUP_DAY)
    site = Site(laptop, laptop.unlock(ROWAN), WatchedCountOffice())
    with site.opened.store.change(Act.ENROLMENT_CHANGED, "") as work:
        work.counts.put_enrolment(enrolled())
        work.young_people.add(KAY)
        screening = invented_screening(KAY)
        work.screenings.add(screening)
        work.levels.add(invented_decision(screening))
        work.counts.set_week(screening.id, Week(2026, 47))
    assert site.close_on(BACKUP_DAY).drawn == OF_THE_BACKUP
    laptop.lock(site.opened)
    backup = laptop.service.backups()[0].path
    site.opened = laptop.unlock(ROWAN)
    assert site.close_on(LOST_DAY).drawn == OF_THE_LOST_FILE
    return site, backup


def test_a_period_drawn_after_the_backup_is_said_to_be_missing_by_the_restored_file(
    lost: tuple[Site, Path],
) -> None:
    site, backup = lost
    drawn = site.ledger()
    restored = _brought_back(site, backup)

    assert restored.close_on(LOST_DAY) == ClosedPeriods(missing=OF_THE_LOST_FILE)

    ledger = restored.ledger()
    assert restored.office.drawn == []
    for week in OF_THE_BACKUP:
        assert ledger[week] == drawn[week]
    assert {ledger[week][0] for week in OF_THE_LOST_FILE} == {NumbersState.MISSING}
    with restored.opened.store.read() as work:
        assert set(work.counts.counted_before()[KAY.id]) == {Week(2026, 47)}
    assert [act for act, _ in acts_of(restored.opened)].count(Act.COUNTS_LOST) == 2
    restored.opened.store.close()


def test_the_restored_file_draws_on_with_the_next_period_and_counts_nobody_twice(
    lost: tuple[Site, Path],
) -> None:
    restored = _brought_back(*lost)
    restored.close_on(LOST_DAY)
    restored.receive(LOST_DAY)
    restored.laptop.lock(restored.opened)
    restored.opened = restored.laptop.unlock(ASH)

    assert restored.close_on(date(2026, 12, 17)) == ClosedPeriods(drawn=(Week(2026, 50),))

    assert restored.office.before[Week(2026, 50)] == {KAY.id: {Week(2026, 47)}}
    with restored.opened.store.read() as work:
        raw = work.counts.sealed(work.counts.chain_place().number)
        digest = work.counts.chain_place().digest
    assert raw is not None
    known = EnrolledDevice(site="S001", public=DEVICE.public)
    cover = checked_cover(raw, {fingerprint(DEVICE.public): known}.get)
    assert (cover.site, cover.digest) == ("S001", digest)
    restored.opened.store.close()


def test_a_computer_that_died_between_the_restore_and_the_closing_still_knows(
    lost: tuple[Site, Path],
) -> None:
    restored = _brought_back(*lost)
    restored.opened.store.close()
    restored.opened = restored.laptop.unlock(ASH)
    assert restored.close_on(LOST_DAY) == ClosedPeriods(missing=OF_THE_LOST_FILE)
    restored.opened.store.close()


def test_a_backup_brought_to_a_new_computer_knows_it_too(
    lost: tuple[Site, Path], tmp_path: Path
) -> None:
    site, backup = lost
    site.opened.store.close()
    folder = tmp_path / "new computer"
    folder.mkdir()
    clock = TickingClock(_morning(LOST_DAY))
    new = RealLaptop(folder, clock)
    opened = new.service.restore(backup, ROWAN, PASSPHRASES[ROWAN])
    restored = Site(new, opened, WatchedCountOffice(1000))
    assert restored.close_on(LOST_DAY) == ClosedPeriods(missing=OF_THE_LOST_FILE)
    opened.store.close()


@pytest.mark.parametrize("receipted_first", [True, False])
def test_a_clock_behind_draws_nothing_that_the_lost_file_drew(
    lost: tuple[Site, Path], *, receipted_first: bool
) -> None:
    """The clock shows the day after the backup, while the lost file drew three weeks more."""
    site, backup = lost
    site.laptop.clock.now = _morning(BACKUP_DAY + timedelta(days=2))
    restored = _brought_back(site, backup)
    assert restored.close_on(date(2026, 11, 26)) == ClosedPeriods(missing=OF_THE_LOST_FILE[:1])

    if receipted_first:
        restored.receive(LOST_DAY)
    assert restored.close_on(LOST_DAY) == ClosedPeriods(missing=OF_THE_LOST_FILE[1:])
    assert restored.office.drawn == []
    restored.opened.store.close()


def _brought_back(site: Site, backup: Path) -> Site:
    site.opened.store.close()
    opened = site.laptop.service.restore(backup, ROWAN, PASSPHRASES[ROWAN])
    return Site(site.laptop, opened, WatchedCountOffice(1000))


def _morning(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 9, tzinfo=UTC)
