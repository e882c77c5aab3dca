"""Several documents in one print job, page after page, with a way to stop; each on sheets of its own."""

from collections.abc import Sequence
from enum import Enum, auto
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from ui.page_images import page_sizes
from ui.printing import (
    JOB_TITLE,
    ChoosePaper,
    Paper,
    PrintOutcome,
    choose_printer,
    draw_page,
)


@runtime_checkable
class SheetPaper(Protocol):
    """What a printer can say about its sheets, beyond being drawn on."""

    @property
    def prints_both_sides(self) -> bool:
        """Whether a sheet takes two pages."""
        ...

    def stop(self) -> None:
        """Throw the job away, as far as the printer lets go of it."""
        ...


class _Turn(Enum):
    """What the next step draws: a page, or nothing on the back of a last page."""

    PAGE = auto()
    EMPTY_BACK = auto()


class BatchPrinting(QObject):
    """One job; a page is drawn in each turn of the event loop, so that Stop is heard in between.

    `progressed` tells how many documents are drawn, `finished` what became of the job.
    """

    progressed = Signal(int)
    finished = Signal(object)

    def __init__(self, documents: Sequence[bytes], parent: QWidget) -> None:
        super().__init__(parent)
        self._documents = tuple(documents)
        self._turns: list[tuple[_Turn, int, int]] = []
        self._paper: Paper | None = None
        self._painter = QPainter()
        self._stopped = False
        self._first = True

    def start(self, choose: ChoosePaper = choose_printer) -> None:
        """Ask for a printer, then draw; every end is told by `finished`."""
        parent = self.parent()
        paper = choose(parent if isinstance(parent, QWidget) else None)
        if isinstance(paper, PrintOutcome):
            self.finished.emit(paper)
            return
        if paper.goes_into_a_file:
            self.finished.emit(PrintOutcome.INTO_A_FILE)
            return
        paper.name_job(JOB_TITLE)
        if not self._painter.begin(paper.device):
            self.finished.emit(PrintOutcome.NOT_TAKEN)
            return
        self._paper = paper
        self._turns = self._all_turns(paper)
        QTimer.singleShot(0, self._step)

    @property
    def was_drawing(self) -> bool:
        """Whether a page was drawn, so that something may come out of the printer."""
        return not self._first

    def stop(self) -> None:
        """Draw no further page; what the printer already has may still come out."""
        self._stopped = True

    def _all_turns(self, paper: Paper) -> list[tuple[_Turn, int, int]]:
        both_sides = isinstance(paper, SheetPaper) and paper.prints_both_sides
        turns = []
        for number, document in enumerate(self._documents):
            pages = len(page_sizes(document))
            turns += [(_Turn.PAGE, number, page) for page in range(pages)]
            is_last = number == len(self._documents) - 1
            if both_sides and pages % 2 and not is_last:
                turns.append((_Turn.EMPTY_BACK, number, pages))
        return turns

    def _step(self) -> None:
        paper = self._paper
        if paper is None:
            return
        if self._stopped:
            self._end(PrintOutcome.CANCELLED)
        elif not self._turns:
            self._end(PrintOutcome.PRINTED)
        elif not self._draw(paper, *self._turns.pop(0)):
            self._end(PrintOutcome.NOT_TAKEN)
        else:
            QTimer.singleShot(0, self._step)

    def _draw(self, paper: Paper, turn: _Turn, number: int, page: int) -> bool:
        if not self._first and not paper.device.newPage():
            return False
        self._first = False
        if turn is _Turn.PAGE:
            draw_page(self._painter, self._documents[number], page)
        if not any(later == number for _, later, _ in self._turns):
            self.progressed.emit(number + 1)
        return True

    def _end(self, outcome: PrintOutcome) -> None:
        paper: object = self._paper
        self._paper = None
        self._documents = ()
        if outcome is not PrintOutcome.PRINTED and isinstance(paper, SheetPaper):
            paper.stop()
        self._painter.end()
        self.finished.emit(outcome)
