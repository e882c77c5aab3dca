"""Printing from memory: pages as pictures to a printer, under a name that says nothing."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Protocol

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPagedPaintDevice, QPageSize, QPainter
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from ui.hideable_dialog import ask
from ui.page_images import POINTS_PER_INCH, page_image, page_sizes

JOB_TITLE = "Document"
KEEPS_NO_COPY = (
    "This program keeps no copy outside its encrypted file."
    " The computer's print queue holds it until it has printed."
)
SHARED_PRINTER = "Is this printer in a room that others use? Stand beside it while it prints."
PRINT_DPI = 300


class PrintOutcome(StrEnum):
    """What became of the wish to print."""

    PRINTED = "printed"
    CANCELLED = "cancelled"
    NO_PRINTER = "no_printer"
    INTO_A_FILE = "into_a_file"
    NOT_TAKEN = "not_taken"


SENTENCES: Mapping[PrintOutcome, str] = {
    PrintOutcome.PRINTED: "It is on its way to the printer.",
    PrintOutcome.CANCELLED: "Nothing was printed.",
    PrintOutcome.NO_PRINTER: (
        "There is no printer on this computer. You can read it aloud, or print it later."
    ),
    PrintOutcome.INTO_A_FILE: (
        "That would be a file, not paper. Nothing was printed. To keep a file, save a copy."
    ),
    PrintOutcome.NOT_TAKEN: "The printer did not take it. Check that it is on, then try again.",
}


class Paper(Protocol):
    """Where pages are drawn: a printer, or something that stands in for it in tests."""

    @property
    def device(self) -> QPagedPaintDevice:
        """What a painter can draw on."""
        ...

    @property
    def goes_into_a_file(self) -> bool:
        """Whether it would leave a file instead of paper."""
        ...

    def name_job(self, title: str) -> None:
        """Give the print job its name, which others may see in the queue."""
        ...


class PrinterPaper:
    """A real printer, full page, A4 unless the printer was told otherwise."""

    def __init__(self, printer: QPrinter) -> None:
        self._printer = printer
        printer.setFullPage(True)

    @property
    def device(self) -> QPagedPaintDevice:
        """The printer itself."""
        return self._printer

    @property
    def goes_into_a_file(self) -> bool:
        """Whether the chosen printer is one that writes a file."""
        return self._printer.outputFormat() is not QPrinter.OutputFormat.NativeFormat or bool(
            self._printer.outputFileName()
        )

    @property
    def prints_both_sides(self) -> bool:
        """Whether the printer was told to print on both sides."""
        return self._printer.duplex() is not QPrinter.DuplexMode.DuplexNone

    def stop(self) -> None:
        """Throw the job away, as far as the printer lets go of it."""
        self._printer.abort()

    def name_job(self, title: str) -> None:
        """Name the job, and no program behind it."""
        self._printer.setDocName(title)
        self._printer.setCreator("")


ChoosePaper = Callable[[QWidget | None], Paper | PrintOutcome]


def choose_printer(parent: QWidget | None) -> Paper | PrintOutcome:
    """Let the worker choose a printer; without one, say so instead of showing an empty list."""
    if not QPrinterInfo.availablePrinterNames():
        return PrintOutcome.NO_PRINTER
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintToFile, on=False)
    chosen = ask(dialog)
    dialog.deleteLater()
    return PrinterPaper(printer) if chosen else PrintOutcome.CANCELLED


def print_document(
    pdf: bytes, parent: QWidget | None = None, *, choose: ChoosePaper = choose_printer
) -> PrintOutcome:
    """Print a document held in memory; whatever the outcome, `SENTENCES` says it to the worker."""
    paper = choose(parent)
    if isinstance(paper, PrintOutcome):
        return paper
    if paper.goes_into_a_file:
        return PrintOutcome.INTO_A_FILE
    paper.name_job(JOB_TITLE)
    painter = QPainter()
    if not painter.begin(paper.device):
        return PrintOutcome.NOT_TAKEN
    try:
        taken = _draw_pages(painter, paper.device, pdf)
    finally:
        painter.end()
    return PrintOutcome.PRINTED if taken else PrintOutcome.NOT_TAKEN


def _draw_pages(painter: QPainter, device: QPagedPaintDevice, pdf: bytes) -> bool:
    for page in range(len(page_sizes(pdf))):
        if page and not device.newPage():
            return False
        draw_page(painter, pdf, page)
    return True


def draw_page(painter: QPainter, pdf: bytes, page: int) -> None:
    """Draw one page of a document on the sheet the printer is at."""
    picture = page_image(pdf, page, PRINT_DPI / POINTS_PER_INCH)
    painter.drawImage(_on_paper(painter, picture), picture)


def _on_paper(painter: QPainter, picture: QImage) -> QRectF:
    """The page as large as the paper allows, in its middle, its shape kept."""
    paper = QRectF(painter.viewport())
    size = picture.size().toSizeF().scaled(paper.size(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRectF(paper.topLeft(), size)
    place.moveCenter(paper.center())
    return place
