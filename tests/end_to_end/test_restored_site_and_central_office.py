"""A site's file is lost and its backup brought back: the real central office hears what is missing."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.central.office_clock import OfficeClock
from tests.end_to_end.test_site_and_central_office import (
    SITE,
    approve,
    numbers_here,
    offer_of,
    words_that_wait,
)
from tests.invented_team import PASSPHRASES, ROWAN
from tests.real_laptop import RealLaptop
from tests.served_centre import ServedCentre, served_centre
from vrn_desktop.application.long_work import Steps
from vrn_desktop.application.open_file import OpenFile
from vrn_desktop.application.sync_service import SyncService
from vrn_desktop.application.sync_views import SendingOutcome
from vrn_desktop.bootstrap import count_building
from vrn_desktop.bootstrap.count_building import build_sync_service
from vrn_desktop.domain.counts_sent import NumbersState

BACKUP, LOST, LATER, A_WEEK_ON = (
    datetime(2026, month, day, 9, tzinfo=UTC)
    for month, day in ((11, 24), (12, 8), (12, 15), (12, 22))
)


@dataclass
class Site:
    """A laptop's real file at its office, with one clock for both; a round of sending goes where it is asked for."""

    centre: ServedCentre
    laptop: RealLaptop
    opened: OpenFile

    @property
    def sync(self) -> SyncService:
        return build_sync_service(self.opened)

    def send_on(self, day: datetime) -> SendingOutcome:
        """Everything that is due on a day."""
        self.centre.clock.now = day
        self.laptop.clock.now = max(self.laptop.clock.now, day)
        outcomes: list[SendingOutcome] = []

        def round_of_sending() -> Steps[None]:
            outcome = yield from self.sync.send(lambda _done, _of: True, asked_for=True)
            outcomes.append(outcome)

        assert list(round_of_sending()), "it went step by step"
        return outcomes[0]

    def join(self) -> None:
        """Six words alike on both sides."""
        person = self.centre.person
        self.sync.begin_enrolment(offer_of(person, self.centre.office.address))
        key = self.sync.key_to_send()
        assert key is not None
        assert self.sync.post_key(key).waits
        assert self.sync.overview().words == words_that_wait(person)
        approve(person)
        self.sync.words_agree()


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    clock = OfficeClock()
    (tmp_path / "laptop").mkdir()
    with served_centre(tmp_path, clock) as centre:
        monkeypatch.setattr(count_building, "now", clock)
        monkeypatch.setattr(count_building, "LateCentreLine", centre.line)
        laptop = RealLaptop(tmp_path / "laptop")
        site = Site(centre, laptop, laptop.create(laptop.prepare()))
        laptop.lock(site.opened)
        site.opened = laptop.unlock(ROWAN)
        yield site
        site.opened.store.close()


def test_what_a_lost_file_drew_and_never_sent_is_said_to_be_missing_and_counts_go_on(
    site: Site,
) -> None:
    site.join()
    assert site.send_on(BACKUP).delivered == 7
    site.laptop.lock(site.opened)
    backup = site.laptop.service.backups()[0].path
    site.opened = site.laptop.unlock(ROWAN)
    assert site.send_on(LOST).delivered == 2
    before = numbers_here(site.centre)
    site.opened.store.close()

    site.opened = site.laptop.service.restore(backup, ROWAN, PASSPHRASES[ROWAN])
    assert site.send_on(LATER).delivered == 3
    states = {str(entry.period): entry.state for entry in site.sync.overview().ledger}
    assert [week for week, state in states.items() if state is NumbersState.MISSING] == [
        "2026-W49",
        "2026-W48",
        "2026-W47",
    ]
    assert numbers_here(site.centre) == before, "the first numbers stay in use"
    page = site.centre.person.read(f"/sites/of/{SITE}")
    assert "<li>2026-W49</li>" in page, "the only week of which the lost file sent nothing"
    assert "<li>2026-W48</li>" not in page
    assert "an older copy was restored" in page

    assert site.send_on(A_WEEK_ON).delivered == 1
    assert set(numbers_here(site.centre)) == {*before, "2026-W50"}
