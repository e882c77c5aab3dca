"""The thread beside the store's: in order, heard on the window's thread, and never waited for."""

import sys
import threading
from collections.abc import Callable
from threading import Event

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from ui.aside_runner import SWITCH_SECONDS, AsideTaskRunner


@pytest.fixture
def runner() -> AsideTaskRunner:
    return AsideTaskRunner()


def test_jobs_run_beside_in_order_and_are_heard_on_the_window_s_thread(
    qtbot: QtBot, runner: AsideTaskRunner
) -> None:
    heard: list[tuple[str, bool]] = []
    here = threading.get_ident()

    def then(name: str) -> None:
        heard.append((name, threading.get_ident() == here))

    def telling() -> str:
        runner.tell(lambda: then("told"))
        return str(threading.get_ident() != here)

    runner.run(telling, then=then)
    runner.run(lambda: "second", then=then)
    qtbot.waitUntil(lambda: len(heard) == 3)
    assert heard == [("told", True), ("True", True), ("second", True)]
    runner.close()


def test_an_error_goes_to_its_asker(qtbot: QtBot, runner: AsideTaskRunner) -> None:
    errors: list[Exception] = []

    def fail() -> None:
        raise ValueError("no")

    runner.run(fail, then=lambda _done: None, failed=errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], ValueError)
    runner.close()


def test_closing_waits_for_nothing_and_nothing_is_heard_after_it(
    qtbot: QtBot, runner: AsideTaskRunner
) -> None:
    silent, begun, ended = Event(), Event(), Event()
    heard: list[str] = []

    def wait_for_a_server() -> str:
        begun.set()
        silent.wait(5)
        runner.tell(lambda: heard.append("told"))
        ended.set()
        return "late"

    runner.run(wait_for_a_server, then=heard.append)
    runner.run(lambda: "never begun", then=heard.append)
    assert begun.wait(5)
    runner.close()
    assert runner.is_closed
    silent.set()
    assert ended.wait(5)
    runner.run(lambda: "too late", then=heard.append)
    QCoreApplication.processEvents()
    assert heard == []


def test_threads_change_quickly_while_something_is_read_and_as_usual_afterwards(
    qtbot: QtBot, runner: AsideTaskRunner
) -> None:
    usual = sys.getswitchinterval()
    meanwhile: list[float] = []
    runner.run(sys.getswitchinterval, then=meanwhile.append)
    qtbot.waitUntil(lambda: bool(meanwhile))
    assert meanwhile == [pytest.approx(SWITCH_SECONDS)]
    qtbot.waitUntil(lambda: sys.getswitchinterval() == usual)
    runner.close()


def test_what_nobody_takes_ends_as_every_error_of_the_window_does(
    qtbot: QtBot, runner: AsideTaskRunner
) -> None:
    def fail() -> None:
        raise ValueError("no")

    heard: list[Callable[[], None]] = []
    runner._heard.disconnect()
    runner._heard.connect(heard.append)
    runner.run(fail, then=lambda _done: None)
    qtbot.waitUntil(lambda: bool(heard))
    with pytest.raises(ValueError, match="no"):
        heard[0]()
    runner.close()
