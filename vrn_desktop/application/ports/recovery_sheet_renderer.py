"""Turns the recovery words of the encrypted file into a sheet of paper, in memory only."""

from datetime import date
from typing import Protocol

from vrn_desktop.application.ports.vault import RecoverySheet


class RecoverySheetRenderer(Protocol):
    """Draws the sheet for printing; it is never saved."""

    def render(self, sheet: RecoverySheet, *, organisation: str, made_on: date) -> bytes:
        """The sheet as PDF of one page."""
        ...
