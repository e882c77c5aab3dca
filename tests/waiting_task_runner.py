"""A task runner for tests that look at what is shown while a job is still going on."""

from collections.abc import Callable
from typing import TypeVar

from tests.immediate_task_runner import ImmediateTaskRunner

Result = TypeVar("Result")


class WaitingTaskRunner:
    """Keeps jobs until `finish` is called."""

    def __init__(self) -> None:
        self._jobs: list[Callable[[], None]] = []

    def run(
        self,
        job: Callable[[], Result],
        *,
        then: Callable[[Result], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        self._jobs.append(lambda: ImmediateTaskRunner().run(job, then=then, failed=failed))

    def finish(self) -> None:
        """Do everything that waits."""
        while self._jobs:
            self._jobs.pop(0)()
