"""The fixed texts of letters, by kind and language."""

from typing import Protocol

from vrn_desktop.application.letter_wording import LetterWording
from vrn_desktop.domain.letter import LetterKind


class LetterWordings(Protocol):
    """Letter templates as checked values."""

    def wording(self, kind: LetterKind, language: str, *, easy_read: bool = False) -> LetterWording:
        """The template of one letter in one language, usual or easy read.

        Raises:
            ContentPackError: it is missing or was refused.
        """
        ...

    def languages(self, kind: LetterKind) -> tuple[str, ...]:
        """The languages this letter can be made in, English first."""
        ...

    def easy_read_languages(self, kind: LetterKind) -> tuple[str, ...]:
        """The languages it can be made in as easy read (LT-05)."""
        ...
