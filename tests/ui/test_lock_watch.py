"""Locks when idle, covered for long or asleep, on invented clocks."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.lock_watch import (
    COVERED_SECONDS,
    IDLE_IN_CONVERSATION_SECONDS,
    IDLE_SECONDS,
    WARNING_SECONDS,
    LockWatch,
)


class InventedClock:
    """A wall and a monotonic clock that move when told."""

    def __init__(self) -> None:
        self.wall = 1_000_000.0
        self.monotonic = 50.0

    def pass_seconds(self, watch: LockWatch, seconds: int) -> None:
        """Let time pass, one tick a second."""
        for _ in range(seconds):
            self.wall += 1
            self.monotonic += 1
            if watch.running:
                watch.tick()


@pytest.fixture
def clock() -> InventedClock:
    return InventedClock()


@pytest.fixture
def heard() -> list[str]:
    return []


@pytest.fixture
def watch(dressed: object, clock: InventedClock, heard: list[str]) -> Iterator[LockWatch]:
    watch = LockWatch(wall=lambda: clock.wall, monotonic=lambda: clock.monotonic)
    watch.warned.connect(lambda: heard.append("warned"))
    watch.eased.connect(lambda: heard.append("eased"))
    watch.lock_due.connect(lambda: heard.append("lock"))
    watch.start()
    yield watch
    watch.stop()


def test_before_unlocking_there_is_no_timer(dressed: object) -> None:
    assert not LockWatch(wall=lambda: 0.0, monotonic=lambda: 0.0).running


def test_idle_warns_once_and_then_locks_once(
    watch: LockWatch, clock: InventedClock, heard: list[str]
) -> None:
    clock.pass_seconds(watch, IDLE_SECONDS - WARNING_SECONDS - 1)
    assert heard == []
    clock.pass_seconds(watch, 1)
    assert heard == ["warned"]
    clock.pass_seconds(watch, WARNING_SECONDS + 10)
    assert heard == ["warned", "lock"]
    assert not watch.running


def test_any_sign_of_somebody_takes_the_warning_back(
    watch: LockWatch, clock: InventedClock, heard: list[str]
) -> None:
    clock.pass_seconds(watch, IDLE_SECONDS - 5)
    watch.touch()
    clock.pass_seconds(watch, IDLE_SECONDS - WARNING_SECONDS - 1)
    assert heard == ["warned", "eased"]


def test_a_conversation_has_more_time(
    watch: LockWatch, clock: InventedClock, heard: list[str]
) -> None:
    watch.set_in_conversation(in_conversation=True)
    clock.pass_seconds(watch, IDLE_IN_CONVERSATION_SECONDS - WARNING_SECONDS - 1)
    assert heard == []
    clock.pass_seconds(watch, WARNING_SECONDS + 1)
    assert heard == ["warned", "lock"]


def test_covered_for_thirty_seconds_locks(
    watch: LockWatch, clock: InventedClock, heard: list[str]
) -> None:
    watch.set_covered(covered=True)
    clock.pass_seconds(watch, COVERED_SECONDS - 1)
    assert heard == []
    clock.pass_seconds(watch, 1)
    assert heard == ["lock"]


def test_uncovered_in_time_stays_open(
    watch: LockWatch, clock: InventedClock, heard: list[str]
) -> None:
    watch.set_covered(covered=True)
    clock.pass_seconds(watch, COVERED_SECONDS - 1)
    watch.set_covered(covered=False)
    clock.pass_seconds(watch, 60)
    assert heard == []


@pytest.mark.parametrize("sleeping_clock", ["monotonic stands still", "both go on"])
def test_a_gap_in_time_locks_at_the_first_tick(
    watch: LockWatch, clock: InventedClock, heard: list[str], sleeping_clock: str
) -> None:
    clock.pass_seconds(watch, 3)
    clock.wall += 7
    if sleeping_clock == "both go on":
        clock.monotonic += 7
    watch.tick()
    assert heard == ["lock"]


def test_a_small_step_of_the_clock_does_not_lock(
    watch: LockWatch, clock: InventedClock, heard: list[str]
) -> None:
    clock.wall += 4
    watch.tick()
    clock.wall -= 3600
    watch.tick()
    assert heard == []


def test_keys_and_clicks_in_the_window_are_signs(
    qtbot: QtBot, watch: LockWatch, clock: InventedClock, heard: list[str]
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    watch.watch(window.windowHandle())
    clock.pass_seconds(watch, IDLE_SECONDS - 5)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_A)
    assert heard == ["warned", "eased"]
