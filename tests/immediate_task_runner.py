"""A task runner for tests: the job is done before `run` returns."""

from collections.abc import Callable
from typing import TypeVar

Result = TypeVar("Result")


class ImmediateTaskRunner:
    """Runs each job at once, on the caller's thread, with the store runner's rules for errors."""

    def run(
        self,
        job: Callable[[], Result],
        *,
        then: Callable[[Result], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Run `job`, then `then`; an exception goes to `failed` or out to the test."""
        try:
            result = job()
        except Exception as error:
            if failed is None:
                raise
            failed(error)
        else:
            then(result)
