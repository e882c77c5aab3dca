"""The store thread: one, in order, answers on the window's thread, nothing lost at the end."""

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from ui.task_runner import StoreTaskRunner
from vrn_desktop.domain.errors import DiskFullError


@pytest.fixture
def runner() -> Iterator[StoreTaskRunner]:
    runner = StoreTaskRunner()
    yield runner
    runner.close()


def test_job_runs_away_from_the_window_and_answers_on_its_thread(
    qtbot: QtBot, runner: StoreTaskRunner
) -> None:
    seen: list[threading.Thread] = []
    answers: list[threading.Thread] = []

    def job() -> str:
        seen.append(threading.current_thread())
        return "kept"

    runner.run(job, then=lambda _: answers.append(threading.current_thread()))
    qtbot.waitUntil(lambda: bool(answers))
    assert seen[0] is not threading.main_thread()
    assert answers == [threading.main_thread()]


def test_jobs_run_one_after_another_in_the_order_given(
    qtbot: QtBot, runner: StoreTaskRunner
) -> None:
    order: list[int] = []
    threads: set[threading.Thread] = set()

    def job(number: int) -> int:
        threads.add(threading.current_thread())
        return number

    for number in range(50):
        runner.run(lambda number=number: job(number), then=order.append)  # type: ignore[misc]  # mypy cannot infer a lambda with a default
    qtbot.waitUntil(lambda: len(order) == 50)
    assert order == list(range(50))
    assert len(threads) == 1


def test_an_error_goes_to_whom_asked(qtbot: QtBot, runner: StoreTaskRunner) -> None:
    failures: list[Exception] = []

    def job() -> None:
        raise DiskFullError

    runner.run(job, then=lambda _: None, failed=failures.append)
    qtbot.waitUntil(lambda: bool(failures))
    assert isinstance(failures[0], DiskFullError)


def test_an_error_that_nobody_takes_reaches_the_exception_hook(
    qtbot: QtBot, runner: StoreTaskRunner
) -> None:
    answered: list[object] = []

    def job() -> None:
        raise KeyError

    with qtbot.captureExceptions() as exceptions:
        runner.run(job, then=answered.append)
        qtbot.waitUntil(lambda: bool(exceptions))
    assert exceptions[0][0] is KeyError
    assert answered == []


def test_closing_finishes_what_was_given_and_delivers_no_more() -> None:
    runner = StoreTaskRunner()
    done: list[int] = []
    answered: list[None] = []
    for number in range(20):
        runner.run(lambda number=number: done.append(number), then=answered.append)  # type: ignore[misc]  # mypy cannot infer a lambda with a default
    runner.close()
    assert done == list(range(20))
    assert answered == []
    with pytest.raises(RuntimeError):
        runner.run(lambda: None, then=lambda _: None)


def test_without_a_job_there_is_no_thread() -> None:
    before = threading.active_count()
    runner = StoreTaskRunner()
    assert threading.active_count() == before
    runner.close()
