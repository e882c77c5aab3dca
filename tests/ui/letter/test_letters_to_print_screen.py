"""Letters to print with real clicks: tick, print, see them go; stop; the held back stand apart."""

from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from tests.presenters.test_letters_to_print_presenter import Desk
from tests.reports.pdf_reader import page_count
from tests.ui.clipping import clipped_texts, poor_controls
from tests.ui.opened_screen import OpenedScreen
from tests.ui.test_printing import FakePaper
from ui.letter.letters_to_print_screen import EMPTY, HELD_BACK, LettersToPrintScreen
from ui.printing import KEEPS_NO_COPY, SENTENCES, Paper, PrintOutcome
from vrn_desktop.domain.letter_record import LetterEventKind
from vrn_desktop.domain.safe_contact import SafeReply
from vrn_desktop.presenters import letters_to_print_words as words
from vrn_desktop.reports.letter_pdf import LetterPdfRenderer


class PrintDesk(Desk):
    """Kept letters with real pages, and a printer."""

    def __init__(self, *, paper: SafeReply = SafeReply.YES) -> None:
        super().__init__(paper=paper)
        self.office.renderer = LetterPdfRenderer()
        self.services = self.office.services()
        self.printer: Paper | PrintOutcome = FakePaper()

    def open(self, *, width: int = 1280, height: int = 760) -> OpenedScreen:
        screen = LettersToPrintScreen(self.page(), choose_paper=lambda _parent: self.printer)
        return OpenedScreen(screen, width=width, height=height)


def test_ticked_letters_go_to_the_printer_and_leave_the_list(qtbot: QtBot) -> None:
    desk = PrintDesk()
    first, second = desk.kept(), desk.kept()
    printer = FakePaper()
    desk.printer = printer
    with desk.open() as page:
        assert KEEPS_NO_COPY in page.words()
        page.click("batch-all")
        page.click("batch-print")
        qtbot.waitUntil(lambda: words.sent_words(2) in page.words(), timeout=20_000)
        assert page.can_be_seen("batch-empty")
        assert EMPTY in page.words()
    assert desk.kinds(first) == desk.kinds(second) == [LetterEventKind.PRINTED]
    assert page_count(printer.printed()) == 2


def test_without_a_tick_it_says_what_to_do() -> None:
    desk = PrintDesk()
    desk.kept()
    with desk.open() as page:
        page.click("batch-print")
        assert words.TICK_ONE in page.words()


def test_stop_is_heard_between_two_pages_and_nothing_is_noted(qtbot: QtBot) -> None:
    desk = PrintDesk()
    records = [desk.kept() for _ in range(4)]
    with desk.open() as page:
        page.click("batch-all")
        page.click("batch-print")
        page.click("batch-stop")
        qtbot.waitUntil(lambda: not page.can_be_seen("batch-stop"), timeout=20_000)
        assert words.STOPPED in page.words() or SENTENCES[PrintOutcome.CANCELLED] in page.words()
        assert page.can_be_seen("batch-print")
    assert [desk.kinds(record) for record in records] == [[]] * 4


def test_without_a_printer_it_says_so_and_nothing_is_noted() -> None:
    desk = PrintDesk()
    record = desk.kept()
    desk.printer = PrintOutcome.NO_PRINTER
    with desk.open() as page:
        page.click(f"batch-letter-{record.id}")
        page.click("batch-print")
        assert SENTENCES[PrintOutcome.NO_PRINTER] in page.words()
        assert page.find(QAbstractButton, f"batch-letter-{record.id}").isChecked()
    assert desk.kinds(record) == []


def test_sc8_what_may_not_be_printed_today_stands_apart_with_the_reason() -> None:
    desk = PrintDesk(paper=SafeReply.RATHER_NOT_SAY)
    record = desk.kept()
    with desk.open() as page:
        assert HELD_BACK in page.words()
        assert words.NO_PAPER_TODAY in page.words()
        assert not page.can_be_seen("batch-print")
        page.click("batch-held-rows-0-action")
    assert desk.went.last.young_person == record.young_person_id


def test_nothing_is_cut_off_on_a_small_screen() -> None:
    desk = PrintDesk()
    desk.kept()
    desk.paper = SafeReply.NO
    desk.kept()
    desk.kept()
    with desk.open(width=1024, height=600) as page:
        assert clipped_texts(page.screen) == []
        assert poor_controls(page.screen) == []
