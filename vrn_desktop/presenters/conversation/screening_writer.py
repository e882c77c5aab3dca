"""Writes the changes of one conversation in the order they were made; none is lost when the disk says no."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from vrn_desktop.application.ports.task_runner import TaskRunner
from vrn_desktop.application.screening_service import AnswerRecorded
from vrn_desktop.domain.errors import StorageError
from vrn_desktop.domain.screening import Screening


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change on its way to the disk: how to write it, and what follows once it is durable."""

    write: Callable[[Screening], AnswerRecorded]
    then: Callable[[AnswerRecorded], None]


class ScreeningWriter:
    """Keeps the last durable value of the conversation and writes one change after the other onto it.

    A change the disk refuses waits, with those behind it, until `try_again` or the next change. Any other
    error is a mistake of the program and goes to the crash notice.
    """

    def __init__(
        self, runner: TaskRunner, screening: Screening, *, trouble: Callable[[], None]
    ) -> None:
        self._runner = runner
        self._durable = screening
        self._trouble = trouble
        self._waiting: deque[Change] = deque()
        self._writing = False

    @property
    def is_idle(self) -> bool:
        """Whether everything is on the disk."""
        return not self._waiting

    @property
    def is_writing(self) -> bool:
        """Whether a change is on its way to the disk; one that was refused is not."""
        return self._writing

    def write(self, change: Change) -> None:
        """Write a change after those already waiting."""
        self._waiting.append(change)
        self._next()

    def try_again(self) -> None:
        """Write again what the disk refused."""
        self._next()

    def _next(self) -> None:
        if self._writing or not self._waiting:
            return
        self._writing = True
        change, durable = self._waiting[0], self._durable
        self._runner.run(
            lambda: change.write(durable), then=self._written, failed=self._not_written
        )

    def _written(self, recorded: AnswerRecorded) -> None:
        self._writing = False
        self._durable = recorded.screening
        self._waiting.popleft().then(recorded)
        self._next()

    def _not_written(self, error: Exception) -> None:
        self._writing = False
        if not isinstance(error, StorageError):
            self._waiting.popleft()
            raise error
        self._trouble()
