"""The thread beside the store's, for tests: done before it returns, with one log for both runners."""

from collections.abc import Callable
from typing import TypeVar

from tests.immediate_task_runner import ImmediateTaskRunner

Result = TypeVar("Result")


class FakeAsideRunner(ImmediateTaskRunner):
    """An `AsideRunner` that hears at once; `closes` ends the session."""

    def __init__(self) -> None:
        self.is_closed = False

    def tell(self, word: Callable[[], None]) -> None:
        word()


class LoggedRunner(FakeAsideRunner):
    """Writes down whose turn it was, so that a test sees how a work was cut."""

    def __init__(self, name: str, log: list[str]) -> None:
        super().__init__()
        self._name = name
        self._log = log

    def run(
        self,
        job: Callable[[], Result],
        *,
        then: Callable[[Result], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        self._log.append(self._name)
        super().run(job, then=then, failed=failed)
