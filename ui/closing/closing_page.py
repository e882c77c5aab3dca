"""What the closing pages have in common: one question, its parts, and going on with one key."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.text import Text, TextRole
from vrn_desktop.presenters.presenter import Presenter

State = TypeVar("State")


class ClosingPage(QWidget, Generic[State]):
    """A step's page; the conversation window's Continue calls `go_on`."""

    def __init__(self, *, name: str, question: str, hint: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self.title = question
        self._presenter: Presenter[State] | None = None
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(14)
        self.body.addWidget(Text(question, TextRole.QUESTION, name=f"{name}-question"))
        if hint:
            self.body.addWidget(Text(hint, TextRole.LEAD, name=f"{name}-hint"))
        self._on: Callable[[], None] = lambda: None

    def add(self, widget: QWidget) -> None:
        """Put `widget` under what is there."""
        self.body.addWidget(widget)

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
        self._on()

    def leave(self) -> None:
        """The page is thrown away."""
        if self._presenter is not None:
            self._presenter.detach()
