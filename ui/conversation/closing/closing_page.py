"""What the closing pages have in common: one question, and a presenter whose state they draw."""

from collections.abc import Callable
from typing import Generic, TypeVar

from ui.conversation.window_page import WindowPage
from vrn_desktop.presenters.presenter import Presenter

State = TypeVar("State")


class ClosingPage(WindowPage, Generic[State]):
    """A closing step's page; the conversation window's Continue calls `go_on`."""

    def __init__(self, *, name: str, question: str, hint: str = "") -> None:
        super().__init__(name=name, title=question, lead=hint)
        self._presenter: Presenter[State] | None = None
        self._on: Callable[[], None] | None = None

    def attach(self, presenter: Presenter[State], go_on: Callable[[], None]) -> None:
        """Keep the presenter, draw its state now and at each change."""
        self._presenter = presenter
        self._on = go_on
        presenter.attach(self.draw)

    def draw(self, state: State) -> None:
        """Draw `state`."""
        raise NotImplementedError

    def go_on(self) -> None:
        """Keep this step and go on."""
        if self._on is not None:
            self._on()

    def leave(self) -> None:
        """Let go of the presenter."""
        if self._presenter is not None:
            self._presenter.detach()
