"""Printing draws the page with a name that says nothing, and leaves no file."""

from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QPageSize, QPdfWriter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from tests.invented_letters import draft_letter, finished_letter
from tests.reports.pdf_reader import ink_across, page_count
from tests.reports.watched_writing import files_written
from ui.printing import (
    JOB_TITLE,
    KEEPS_NO_COPY,
    SENTENCES,
    Paper,
    PrinterPaper,
    PrintOutcome,
    choose_printer,
    print_document,
)
from vrn_desktop.domain.letter import TextSize
from vrn_desktop.reports.letter_pdf import LetterPdfRenderer


class FakePaper:
    """A printer that keeps what it would print in memory, and the name of the job."""

    def __init__(self, *, broken: Path | None = None) -> None:
        self.data = QByteArray()
        self.job = ""
        self._buffer = QBuffer(self.data)
        self._buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self._writer = QPdfWriter(str(broken)) if broken else QPdfWriter(self._buffer)
        self._writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))

    goes_into_a_file = False

    @property
    def device(self) -> QPdfWriter:
        return self._writer

    def name_job(self, title: str) -> None:
        self.job = title

    def printed(self) -> bytes:
        self._buffer.close()
        return bytes(self.data.data())


def letter(size: TextSize = TextSize.STANDARD) -> bytes:
    return LetterPdfRenderer().render(draft_letter(text_size=size))


def test_l2_the_job_has_a_name_that_says_nothing() -> None:
    paper = FakePaper()
    assert print_document(letter(), choose=lambda _parent: paper) is PrintOutcome.PRINTED
    assert paper.job == JOB_TITLE == "Document"


def test_the_printer_gets_ink_on_every_page() -> None:
    paper = FakePaper()
    print_document(letter(TextSize.VERY_LARGE), choose=lambda _parent: paper)
    printed = paper.printed()
    assert page_count(printed) == page_count(letter(TextSize.VERY_LARGE)) > 1
    left, right = ink_across(printed, 0, 297)
    assert right - left > 300


def test_l1_printing_writes_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("HOME", "TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(variable, str(tmp_path))
    document = LetterPdfRenderer().render(finished_letter())
    with files_written() as written:
        print_document(document, choose=lambda _parent: FakePaper())
    assert written == []
    assert list(tmp_path.rglob("*")) == []


def test_without_a_printer_the_program_says_so() -> None:
    assert QPrinterInfo.availablePrinterNames() == []
    assert print_document(letter()) is PrintOutcome.NO_PRINTER
    assert choose_printer(None) is PrintOutcome.NO_PRINTER


def test_a_choice_to_stop_prints_nothing() -> None:
    def stop(_parent: QWidget | None) -> Paper | PrintOutcome:
        return PrintOutcome.CANCELLED

    assert print_document(letter(), choose=stop) is PrintOutcome.CANCELLED


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_reported(tmp_path: Path) -> None:
    paper = FakePaper(broken=tmp_path / "no such folder" / "queue")
    assert print_document(letter(), choose=lambda _parent: paper) is PrintOutcome.NOT_TAKEN


def test_l1_a_printer_that_would_write_a_file_is_refused(tmp_path: Path) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "left.pdf"))
    paper = PrinterPaper(printer)
    assert print_document(letter(), choose=lambda _parent: paper) is PrintOutcome.INTO_A_FILE
    assert list(tmp_path.iterdir()) == []


def test_a_real_printer_gets_the_neutral_name_and_the_whole_sheet() -> None:
    printer = QPrinter()
    paper = PrinterPaper(printer)
    paper.name_job(JOB_TITLE)
    assert printer.docName() == "Document"
    assert printer.creator() == ""
    assert printer.fullPage()
    assert paper.device is printer


def test_every_outcome_has_its_sentence() -> None:
    assert set(SENTENCES) == set(PrintOutcome)
    assert "print queue" in KEEPS_NO_COPY
