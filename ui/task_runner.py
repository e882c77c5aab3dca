"""The one store thread: jobs run there in order, results come back on the window's thread."""

from collections.abc import Callable
from dataclasses import dataclass
from queue import SimpleQueue
from threading import Thread
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Done:
    deliver: Callable[[], None]


class StoreTaskRunner(QObject):
    """A `TaskRunner` with one worker that sleeps without wake-ups between jobs (decisions.md 3).

    `close` lets the jobs already given finish, so nothing acknowledged is lost; results that
    come back after it are not delivered.
    """

    _finished = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._jobs: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._worker: Thread | None = None
        self._closed = False
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        job: Callable[[], Result],
        *,
        then: Callable[[Result], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Queue `job`; see `TaskRunner.run`."""
        if self._closed:
            raise RuntimeError("the store thread has ended")
        if self._worker is None:
            self._worker = Thread(target=self._work, name="store")
            self._worker.start()
        self._jobs.put(lambda: self._do(job, then, failed))

    def close(self) -> None:
        """Finish what was given, then end the thread."""
        self._closed = True
        if self._worker is not None:
            self._jobs.put(None)
            self._worker.join()
            self._worker = None

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            job()

    def _do(
        self,
        job: Callable[[], Result],
        then: Callable[[Result], None],
        failed: Callable[[Exception], None] | None,
    ) -> None:
        try:
            result = job()
        except Exception as error:  # noqa: BLE001 - every error of a job is handed to its asker
            self._finished.emit(_Done(deliver=_failure(error, failed)))
        else:
            self._finished.emit(_Done(deliver=lambda: then(result)))

    def _deliver(self, done: _Done) -> None:
        if not self._closed:
            done.deliver()


def _failure(error: Exception, failed: Callable[[Exception], None] | None) -> Callable[[], None]:
    def deliver() -> None:
        if failed is None:
            raise error  # ends in the crash notice, on the window's thread
        failed(error)

    return deliver
