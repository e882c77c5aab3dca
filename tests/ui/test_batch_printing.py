"""Several documents in one job: in order, each on sheets of its own, stopped when asked, no file."""

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.reports.pdf_reader import page_count
from tests.reports.watched_writing import files_written
from tests.ui.test_printing import FakePaper, letter
from ui.batch_printing import BatchPrinting, SheetPaper
from ui.printing import JOB_TITLE, Paper, PrinterPaper, PrintOutcome
from vrn_desktop.domain.letter import TextSize


class BothSides(FakePaper):
    """A printer that prints on both sides, and can throw a job away."""

    prints_both_sides = True

    def __init__(self) -> None:
        super().__init__()
        self.thrown_away = False

    def stop(self) -> None:
        self.thrown_away = True


class TwoSided(QPrinter):
    """A real printer object; without a printer in the house Qt would forget what it was told."""

    def duplex(self) -> QPrinter.DuplexMode:
        return QPrinter.DuplexMode.DuplexLongSide


class Job:
    """A batch on its way, and what it told."""

    def __init__(self, qtbot: QtBot, *documents: bytes) -> None:
        self.holder = QWidget()
        qtbot.addWidget(self.holder)
        self.batch = BatchPrinting(documents, self.holder)
        self.progress: list[int] = []
        self.outcomes: list[PrintOutcome] = []
        self.batch.progressed.connect(self.progress.append)
        self.batch.finished.connect(self.outcomes.append)

    def run(self, qtbot: QtBot, paper: Paper | PrintOutcome) -> PrintOutcome:
        self.batch.start(lambda _parent: paper)
        qtbot.waitUntil(lambda: bool(self.outcomes), timeout=20_000)
        (outcome,) = self.outcomes
        return outcome


def ink_of_pages(pdf: bytes) -> list[int]:
    """How dark each page is: nought for an empty one."""
    document = pypdfium2.PdfDocument(pdf)
    pages = [
        document[number].render(scale=0.3).to_pil().convert("L") for number in range(len(document))
    ]
    document.close()
    return [sum(page.histogram()[:200]) for page in pages]


def test_one_job_holds_all_letters_in_order(qtbot: QtBot) -> None:
    one, large = letter(), letter(TextSize.VERY_LARGE)
    paper = FakePaper()
    job = Job(qtbot, one, large, one)
    assert job.run(qtbot, paper) is PrintOutcome.PRINTED
    assert paper.job == JOB_TITLE
    assert job.progress == [1, 2, 3]
    printed = paper.printed()
    assert page_count(printed) == 2 + page_count(large)
    dark = ink_of_pages(printed)
    assert dark[0] == dark[-1]
    assert all(dark)


def test_on_both_sides_each_letter_begins_a_new_sheet(qtbot: QtBot) -> None:
    one, large = letter(), letter(TextSize.VERY_LARGE)
    paper = BothSides()
    assert Job(qtbot, one, large, one).run(qtbot, paper) is PrintOutcome.PRINTED
    dark = ink_of_pages(paper.printed())
    odd = page_count(large) % 2
    assert len(dark) == 1 + 1 + page_count(large) + odd + 1
    assert dark[1] == 0, "the back of the first letter is empty"
    assert dark[2] > 0
    assert dark[-1] > 0, "nothing is wasted after the last"


def test_stop_draws_no_further_page_and_throws_the_job_away(qtbot: QtBot) -> None:
    paper = BothSides()
    job = Job(qtbot, *[letter()] * 5)
    job.batch.progressed.connect(lambda _count: job.batch.stop())
    assert job.run(qtbot, paper) is PrintOutcome.CANCELLED
    assert job.progress == [1]
    assert paper.thrown_away
    assert job.batch.was_drawing


def test_l1_a_batch_writes_no_file(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in ("HOME", "TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(variable, str(tmp_path))
    documents = [letter(), letter()]
    with files_written() as written:
        Job(qtbot, *documents).run(qtbot, BothSides())
    assert written == []
    assert list(tmp_path.rglob("*")) == []


@pytest.mark.parametrize(
    "outcome", [PrintOutcome.NO_PRINTER, PrintOutcome.CANCELLED, PrintOutcome.NOT_TAKEN]
)
def test_no_printer_chosen_is_told(qtbot: QtBot, outcome: PrintOutcome) -> None:
    job = Job(qtbot, letter())
    assert job.run(qtbot, outcome) is outcome
    assert not job.batch.was_drawing


def test_l1_a_printer_that_would_write_a_file_is_refused(qtbot: QtBot, tmp_path: Path) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "left.pdf"))
    assert Job(qtbot, letter()).run(qtbot, PrinterPaper(printer)) is PrintOutcome.INTO_A_FILE
    assert list(tmp_path.iterdir()) == []


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    broken = FakePaper(broken=tmp_path / "no such folder" / "queue")
    assert Job(qtbot, letter()).run(qtbot, broken) is PrintOutcome.NOT_TAKEN


def test_a_real_printer_knows_its_sheets() -> None:
    paper = PrinterPaper(TwoSided())
    assert isinstance(paper, SheetPaper)
    assert paper.prints_both_sides
    assert not PrinterPaper(QPrinter()).prints_both_sides
