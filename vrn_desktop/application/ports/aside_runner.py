"""The port to work that needs no file: reading feeds, waiting for a server; answers never stand behind it."""

from collections.abc import Callable
from typing import Protocol

from vrn_desktop.application.ports.task_runner import TaskRunner


class AsideRunner(TaskRunner, Protocol):
    """Jobs run one after another on a thread of their own, beside the store thread."""

    @property
    def is_closed(self) -> bool:
        """Whether the session is over: jobs are no longer taken and nobody hears of results."""
        ...

    def tell(self, word: Callable[[], None]) -> None:
        """From inside a job: let the window hear of it meanwhile, on the window's own thread."""
        ...
