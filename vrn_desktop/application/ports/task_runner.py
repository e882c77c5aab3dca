"""The port to the one store thread: work that touches the file never holds up the window."""

from collections.abc import Callable
from typing import Protocol, TypeVar

Result = TypeVar("Result")


class TaskRunner(Protocol):
    """Runs jobs one after another, in the order given (decisions.md 3)."""

    def run(
        self,
        job: Callable[[], Result],
        *,
        then: Callable[[Result], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Run `job` away from the window, then `then` with its result on the window's thread.

        An exception of the job goes to `failed`; without `failed` it ends in the crash notice.
        A job takes and returns frozen values only.
        """
