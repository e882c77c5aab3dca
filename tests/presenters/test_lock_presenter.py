"""Coming back from the cover needs the passphrase; locking is announced once."""

import pytest

from tests.fake_store import FakeStore
from tests.fake_vault import PASSPHRASE, FakeUnlockedVault
from tests.immediate_task_runner import ImmediateTaskRunner
from tests.invented_services import PRIYA, SAM
from vrn_desktop.application.open_file import OpenFile
from vrn_desktop.application.people_service import PeopleService
from vrn_desktop.presenters.lock_presenter import LOCKING_SOON, NO_MATCH, LockPresenter, LockState


class Covered:
    def __init__(self) -> None:
        self.seconds = 0.0
        self.locked = 0
        opened = OpenFile(vault=FakeUnlockedVault(SAM, (SAM, PRIYA)), records=FakeStore())
        self.presenter = LockPresenter(
            PeopleService(opened),
            runner=ImmediateTaskRunner(),
            monotonic=lambda: self.seconds,
            lock=self._lock,
        )
        self.presenter.cover()

    def state(self) -> LockState:
        return self.presenter.state

    def _lock(self) -> None:
        self.locked += 1


def test_ti_02_coming_back_needs_the_workers_passphrase() -> None:
    covered = Covered()
    covered.presenter.come_back("guess")
    assert covered.state().covered
    assert covered.state().cover_words == NO_MATCH
    covered.presenter.come_back(PASSPHRASE)
    assert not covered.state().covered
    assert covered.state().cover_words == ""


def test_ti_02_an_empty_passphrase_gives_nothing_back() -> None:
    covered = Covered()
    covered.presenter.come_back("")
    assert covered.state().covered


def test_ti_02_guessing_at_the_cover_is_slowed_and_never_ends() -> None:
    covered = Covered()
    for _ in range(3):
        covered.presenter.come_back("guess")
    assert covered.state().cover_words == f"{NO_MATCH} Try again in 1 second."
    covered.presenter.come_back(PASSPHRASE)
    assert covered.state().covered
    covered.seconds += 1
    covered.presenter.come_back(PASSPHRASE)
    assert not covered.state().covered


def test_half_a_minute_under_the_cover_locks() -> None:
    covered = Covered()
    covered.presenter.covered_for_long()
    assert covered.locked == 1


def test_locking_is_announced_without_a_moving_number_and_taken_back() -> None:
    covered = Covered()
    covered.presenter.warn()
    assert covered.state().warning == LOCKING_SOON
    covered.presenter.ease()
    assert covered.state().warning == ""


@pytest.mark.parametrize("word", ["passphrase", "record", "young", "lock"])
def test_the_words_on_the_cover_give_nothing_away(word: str) -> None:
    covered = Covered()
    for _ in range(4):
        covered.presenter.come_back("guess")
        assert word not in covered.state().cover_words.lower()
