"""Turns a finished letter into an accessible A4 document in memory."""

from typing import Protocol

from vrn_desktop.domain.letter import Letter


class LetterRenderer(Protocol):
    """Draws letters; nothing it makes is ever a file."""

    def render(self, letter: Letter) -> bytes:
        """The letter as tagged PDF; the same letter always gives the same bytes."""
        ...

    def unprintable_characters(self, letter: Letter) -> tuple[str, ...]:
        """Characters no shipped font can print, each once, so the worker can choose others."""
        ...

    def prepare(self) -> None:
        """Load what the first letter needs, so that it does not have to wait for it."""
        ...
