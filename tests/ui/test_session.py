"""Between unlock and lock: the program locks itself when nobody is there, and after the laptop slept."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests.invented_team import PRACTITIONER
from tests.opened_program import OpenedProgram, copied, found_office
from vrn_desktop.presenters.lock_presenter import LOCKING_SOON
from vrn_desktop.self_test.talk_steps import begin

STEP = 4
"""Seconds between two looks at the clock; more than five would count as sleep."""


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("office")
    found_office(folder)
    return folder


@pytest.fixture
def worker(office: Path, tmp_path: Path, dressed: QApplication) -> Iterator[OpenedProgram]:
    program = OpenedProgram(dressed, copied(office, tmp_path / "data"))
    program.unlock(PRACTITIONER)
    yield program
    program.close()
    assert program.unexpected() == ""


def wait_without_anybody(program: OpenedProgram, seconds: int) -> None:
    """Time goes by while nobody touches anything; the watch looks at the clock as it does."""
    for _ in range(seconds // STEP):
        program.clock.pass_seconds(STEP)
        if program.shell.session is not None:
            program.tick()


def assert_locked(program: OpenedProgram) -> None:
    assert program.window.cover_screen.isVisible(), "covered at once"
    assert program.shell.session is None
    program.stage.wait(lambda: program.restarts == 1, "a fresh program is started")


def test_five_minutes_without_anybody_lock_and_are_announced(worker: OpenedProgram) -> None:
    wait_without_anybody(worker, 268)
    assert LOCKING_SOON not in worker.words()
    wait_without_anybody(worker, STEP)
    assert LOCKING_SOON in worker.words()
    wait_without_anybody(worker, 24)
    assert not worker.window.cover_screen.isVisible()
    wait_without_anybody(worker, 8)
    assert_locked(worker)


def test_a_key_stays_and_takes_the_announcement_back(worker: OpenedProgram) -> None:
    wait_without_anybody(worker, 280)
    assert LOCKING_SOON in worker.words()
    worker.key(Qt.Key.Key_Shift)
    assert LOCKING_SOON not in worker.words()
    wait_without_anybody(worker, 260)
    assert not worker.window.cover_screen.isVisible()


def test_a_conversation_has_ten_minutes(worker: OpenedProgram) -> None:
    begin(worker.stage)
    worker.stage.find("privacy", QWidget)
    wait_without_anybody(worker, 560)
    assert not worker.window.cover_screen.isVisible()
    wait_without_anybody(worker, 48)
    assert_locked(worker)


def test_half_a_minute_covered_locks(worker: OpenedProgram) -> None:
    worker.key(Qt.Key.Key_F12)
    wait_without_anybody(worker, 28)
    assert worker.shell.session is not None
    wait_without_anybody(worker, STEP)
    assert_locked(worker)


def test_ti_02_the_hide_key_covers_while_locking_is_announced(worker: OpenedProgram) -> None:
    wait_without_anybody(worker, 280)
    assert LOCKING_SOON in worker.words()
    worker.window.cover()
    assert worker.window.cover_screen.isVisible()
    assert not worker.window.body.isVisible()


def test_the_office_s_own_times_hold(worker: OpenedProgram) -> None:
    service = worker.shell._settings
    service.change(replace(service.settings, auto_lock_minutes=1))
    wait_without_anybody(worker, 56)
    assert worker.shell.session is not None
    wait_without_anybody(worker, 8)
    assert_locked(worker)


def test_t15_a_clock_set_back_does_not_lock(worker: OpenedProgram) -> None:
    worker.clock.ahead -= timedelta(days=400)
    worker.tick()
    worker.tick()
    assert worker.shell.session is not None


class Painted(QObject):
    """Whether the page was painted again before it was covered."""

    def __init__(self, program: OpenedProgram) -> None:
        super().__init__()
        self.uncovered = 0
        self._cover = program.window.cover_screen
        program.window.body.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's own name
        if event.type() == QEvent.Type.Paint and not self._cover.isVisible():
            self.uncovered += 1
        return False


@pytest.mark.parametrize("monotonic_stands_still", [True, False])
def test_t15_after_sleep_nothing_is_painted_before_it_locks(
    worker: OpenedProgram, monotonic_stands_still: bool
) -> None:
    painted = Painted(worker)
    worker.clock.ahead += timedelta(seconds=6)
    if not monotonic_stands_still:
        worker.clock.slept += 6
    worker.window.body.update()
    QApplication.processEvents()
    assert painted.uncovered == 0
    assert_locked(worker)


def test_t15_the_watch_notices_sleep_when_nothing_is_painted(worker: OpenedProgram) -> None:
    worker.clock.pass_seconds(6)
    worker.tick()
    assert_locked(worker)


def test_l6_names_are_hidden_once_it_is_locked(worker: OpenedProgram) -> None:
    names = worker.session.names
    names.switch()
    assert names.shown
    worker.shell.lock()
    assert not names.shown
