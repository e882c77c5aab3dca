"""What one screen shows (a frozen state) and how a screen hears of every new state, without Qt."""

from collections.abc import Callable
from typing import Generic, TypeVar

State = TypeVar("State")


class Presenter(Generic[State]):
    """Holds the state of one screen; the intents of its user are the methods of its subclasses."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._render: Callable[[State], None] | None = None

    @property
    def state(self) -> State:
        """What the screen shows now."""
        return self._state

    def attach(self, render: Callable[[State], None]) -> None:
        """Let `render` draw now and after each change."""
        self._render = render
        render(self._state)

    def detach(self) -> None:
        """Stop drawing: the screen is gone, a late answer of the store must not reach it."""
        self._render = None

    def show(self, state: State) -> None:
        """Make `state` what the screen shows."""
        self._state = state
        if self._render is not None:
            self._render(state)
