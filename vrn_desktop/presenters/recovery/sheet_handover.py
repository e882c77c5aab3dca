"""A new recovery sheet on its way to paper: shown, printed or written down, one row typed back."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date

from vrn_desktop.application.ports.recovery_sheet_renderer import RecoverySheetRenderer
from vrn_desktop.application.ports.task_runner import TaskRunner
from vrn_desktop.application.ports.vault import RecoverySheet
from vrn_desktop.presenters.recovery.sheet_words import finding_in_words, typed_back

LoadSheetRenderer = Callable[[], RecoverySheetRenderer]
"""Brings in what draws pages; slow the first time, so only when the sheet is printed."""

PrintPages = Callable[[bytes], bool]
"""Asks for a printer and sends the pages of a PDF there; False where nothing was printed."""

SENT = "Sent to the printer. This program keeps no copy. The print queue holds it until it has printed."
NOT_SENT = "Nothing was printed. Try again, or write the words down by hand."
TYPE_THE_ROW = "Type the four words of the row first."


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetHandover:
    """`row` (from 1) is the one to type back; `typing` hides the words while that happens."""

    sheet: RecoverySheet
    row: int
    typing: bool = False
    typed: str = field(default="", repr=False)
    problem: str = ""
    notice: str = ""
    confirmed: bool = False


def typed_row(handover: SheetHandover, words: str) -> SheetHandover:
    """The same handover with other words in the field."""
    return replace(handover, typed=words)


def checked(handover: SheetHandover) -> SheetHandover:
    """The handover with the typed row compared: confirmed, or with what differs in words."""
    if not handover.typed.strip():
        return replace(handover, problem=TYPE_THE_ROW, confirmed=False)
    finding = typed_back(handover.sheet, handover.row, handover.typed)
    problem = finding_in_words(finding) if finding is not None else ""
    return replace(handover, problem=problem, confirmed=finding is None)


class SheetPrinting:
    """Draws the sheet in memory, away from the window, and hands it to the printer."""

    def __init__(
        self, renderer: LoadSheetRenderer, *, runner: TaskRunner, print_pages: PrintPages
    ) -> None:
        self._renderer = renderer
        self._runner = runner
        self._print_pages = print_pages

    def print(
        self, sheet: RecoverySheet, *, organisation: str, made_on: date, then: Callable[[str], None]
    ) -> None:
        """Print `sheet`; `then` hears what to say about it."""
        self._runner.run(
            lambda: self._renderer().render(sheet, organisation=organisation, made_on=made_on),
            then=lambda pages: then(SENT if self._print_pages(pages) else NOT_SENT),
            failed=lambda _error: then(NOT_SENT),
        )
