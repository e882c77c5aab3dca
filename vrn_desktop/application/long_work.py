"""Work that takes minutes, cut into jobs: partly in the file, partly aside, with progress, and to be stopped."""

from collections.abc import Callable, Generator
from enum import Enum
from typing import Generic, TypeAlias, TypeVar

from vrn_desktop.application.ports.aside_runner import AsideRunner
from vrn_desktop.application.ports.task_runner import TaskRunner
from vrn_desktop.domain.directory.service_reading import ImportStoppedError

Result = TypeVar("Result")


class Where(Enum):
    """On which thread the next piece of a long work runs."""

    FILE = "file"
    ASIDE = "aside"


Steps: TypeAlias = Generator[Where, None, Result]
"""A long work: runs until it yields where the next piece belongs, and returns its result."""

Report: TypeAlias = Callable[[int, int | None], bool]
"""Tells how much is done, and of how much (None while unknown); answers whether to go on."""


class LongWork(Generic[Result]):
    """Gives one piece after another to the runners; the first runs aside.

    Between two pieces the store thread takes whatever else waits, so an answer waits for one piece of
    the file's work at the most (decisions.md 3). All methods are called from the window's thread.
    """

    def __init__(
        self,
        work: Callable[[Report], Steps[Result]],
        *,
        store: TaskRunner,
        aside: AsideRunner,
        then: Callable[[Result], None],
        failed: Callable[[Exception], None],
        progress: Callable[[int, int | None], None] = lambda _done, _of: None,
    ) -> None:
        self._steps = work(self._report)
        self._store = store
        self._aside = aside
        self._then = then
        self._failed = failed
        self._progress = progress
        self._where = Where.ASIDE
        self._results: list[Result] = []
        self._is_stopping = self._was_stopped = False
        self._is_giving = self._is_due = False

    @property
    def is_stopping(self) -> bool:
        """Whether somebody asked it to stop."""
        return self._is_stopping

    def start(self) -> "LongWork[Result]":
        """Begin; ends with `then`, or with `failed` (ImportStoppedError when it was stopped)."""
        self._go_on()
        return self

    def stop(self) -> None:
        """Stop at the next piece or report."""
        self._is_stopping = True

    def _report(self, done: int, of: int | None) -> bool:
        if self._aside.is_closed:
            return False
        self._aside.tell(lambda: self._progress(done, of))
        # The work hears of it here, so it is not thrown at it a second time while it tidies up.
        self._was_stopped = self._was_stopped or self._is_stopping
        return not self._is_stopping

    def _go_on(self) -> None:
        """Give the next piece away; a loop, because some runners are done before they return."""
        self._is_due = True
        if self._is_giving:
            return
        self._is_giving = True
        try:
            while self._is_due and not self._aside.is_closed:
                self._is_due = False
                runner = self._store if self._where is Where.FILE else self._aside
                runner.run(self._piece, then=self._after, failed=self._failed)
        finally:
            self._is_giving = False

    def _piece(self) -> Where | None:
        try:
            if self._is_stopping and not self._was_stopped:
                self._was_stopped = True
                return self._steps.throw(ImportStoppedError())
            return next(self._steps)
        except StopIteration as ended:
            self._results.append(ended.value)
            return None

    def _after(self, where: Where | None) -> None:
        if where is None:
            self._then(self._results[0])
            return
        self._where = where
        self._go_on()
