"""How a finished letter leaves the program: to the printer, or as a copy that anybody can read."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtWidgets import QWidget

from ui.printing import SENTENCES, ChoosePaper, PrintOutcome, print_document
from ui.save_copy import NOT_SAVED, SaveOutcome

SaveCopy = Callable[[bytes, QWidget | None], SaveOutcome]
"""Warns, asks where, and saves the pages."""


class LetterIntents(Protocol):
    """What a letter's presenter is told."""

    def printed(self) -> None:
        """The pages went to the printer."""

    def copy_saved(self) -> None:
        """A readable copy lies where they chose."""

    def not_done(self, sentence: str) -> None:
        """Nothing was printed or saved; says why."""


class PaperWays:
    """Nothing readable is ever a file of ours: pages go from memory to the printer or where they say."""

    def __init__(
        self, page: QWidget, intents: LetterIntents, *, choose_paper: ChoosePaper, save: SaveCopy
    ) -> None:
        self._page = page
        self._intents = intents
        self._choose_paper = choose_paper
        self._save = save

    def print_pages(self, pages: bytes) -> None:
        """From memory to the printer; whatever the outcome, a sentence says it."""
        outcome = print_document(pages, self._page, choose=self._choose_paper)
        if outcome is PrintOutcome.PRINTED:
            self._intents.printed()
        elif outcome is not PrintOutcome.CANCELLED:
            self._intents.not_done(SENTENCES[outcome])

    def save_copy(self, pages: bytes) -> None:
        """A readable copy, only after a warning."""
        outcome = self._save(pages, self._page)
        if outcome is SaveOutcome.SAVED:
            self._intents.copy_saved()
        elif outcome is SaveOutcome.NOT_SAVED:
            self._intents.not_done(NOT_SAVED)
