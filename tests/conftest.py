"""What every test gets: Qt without a screen, and a look for what a test has left behind."""

import gc
import os
import sys
import threading
from collections.abc import Generator

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LANG"] = "C.UTF-8"  # Qt warns about other locales, and warnings fail tests


def pytest_collection_finish() -> None:
    """Set aside what was imported, so that looking for what a test left behind is quick."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None, None, None]:
    """Delete what waits to be deleted (windows pile up otherwise), then fail on what is left."""
    yield  # the fixtures of the test, pytest-qt's among them, are done after this
    left = [*_windows_left(), *_threads_left()]
    if left:
        pytest.fail(f"{item.nodeid} left behind: {', '.join(left)}", pytrace=False)


def _windows_left() -> list[str]:
    if "PySide6.QtWidgets" not in sys.modules:
        return []
    from tests.qt_left_behind import windows_and_timers  # noqa: PLC0415 - only where Qt was used

    return windows_and_timers()


def _threads_left() -> list[str]:
    return [
        f"thread {thread.name}"
        for thread in threading.enumerate()
        if thread is not threading.main_thread() and not thread.daemon
    ]
