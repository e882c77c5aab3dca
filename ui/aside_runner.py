"""A thread beside the store's for what needs no file; it never holds up locking."""

import sys
from collections.abc import Callable
from contextlib import suppress
from queue import SimpleQueue
from threading import Thread
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal

Result = TypeVar("Result")
Job = Callable[[], None]
SWITCH_SECONDS = 0.0002


class AsideTaskRunner(QObject):
    """An `AsideRunner`. Its thread begins with the first job and ends with the process at the latest.

    `close` waits for nothing: a server may keep silent for a long time, and locking must not wait for it.
    """

    _heard = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: SimpleQueue[Job | None] = SimpleQueue()
        self._worker: Thread | None = None
        self._closed = False
        self._heard.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def is_closed(self) -> bool:
        """Whether the session is over."""
        return self._closed

    def run(
        self,
        job: Callable[[], Result],
        *,
        then: Callable[[Result], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Queue `job`; after `close` it is not taken."""
        if self._closed:
            return
        if self._worker is None:
            self._worker = Thread(target=_work, args=(self._jobs,), name="aside", daemon=True)
            self._worker.start()
        self._jobs.put(lambda: self._do(job, then, failed))

    def tell(self, word: Callable[[], None]) -> None:
        """Let the window hear something while a job goes on."""
        if not self._closed:
            with suppress(RuntimeError):  # the window went away in this very moment
                self._heard.emit(word)

    def close(self) -> None:
        """Deliver nothing any more; the job at hand notices at its next report."""
        self._closed = True
        self._jobs.put(None)

    def _do(
        self,
        job: Callable[[], Result],
        then: Callable[[Result], None],
        failed: Callable[[Exception], None] | None,
    ) -> None:
        if self._closed:
            return
        try:
            result = job()
        except Exception as error:  # noqa: BLE001 - every error of a job is handed to its asker
            self.tell(_failure(error, failed))
        else:
            self.tell(lambda: then(result))

    def _deliver(self, word: Callable[[], None]) -> None:
        if not self._closed:
            word()


def _work(jobs: "SimpleQueue[Job | None]") -> None:
    usual = sys.getswitchinterval()
    while (job := jobs.get()) is not None:
        # Reading a feed is all Python: with the usual 5 ms for each change of threads, an answer that is
        # being kept meanwhile, which changes threads with every statement, took half a second.
        sys.setswitchinterval(SWITCH_SECONDS)
        try:
            job()
        finally:
            sys.setswitchinterval(usual)


def _failure(error: Exception, failed: Callable[[Exception], None] | None) -> Callable[[], None]:
    def deliver() -> None:
        if failed is None:
            raise error  # ends in the crash notice, on the window's thread
        failed(error)

    return deliver
