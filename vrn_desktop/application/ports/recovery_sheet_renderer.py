"""Turns the recovery words of an encrypted file into a sheet of paper, in memory only."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

WORDS_ON_A_SHEET = 16
WORDS_IN_A_ROW = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoverySheet:
    """What the sheet says: sixteen words in four rows, and which file they open."""

    words: tuple[str, ...]
    file_mark: str
    organisation: str
    made_on: date

    def __post_init__(self) -> None:
        if len(self.words) != WORDS_ON_A_SHEET:
            raise ValueError("a recovery sheet has sixteen words")

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The words in four rows of four, each row with its own check."""
        starts = range(0, WORDS_ON_A_SHEET, WORDS_IN_A_ROW)
        return tuple(self.words[start : start + WORDS_IN_A_ROW] for start in starts)


class RecoverySheetRenderer(Protocol):
    """Draws the sheet for printing; it is never saved."""

    def render(self, sheet: RecoverySheet) -> bytes:
        """The sheet as PDF of one page."""
        ...
