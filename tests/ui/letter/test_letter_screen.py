"""A letter with real clicks, from choices to a printer and the record of giving, leaving no file."""

from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QPageSize, QPdfWriter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit, QWidget

from tests.invented_services import Invented
from tests.reports.pdf_reader import page_count
from tests.talk import CALM_CORE, answered, begun
from tests.ui.opened_screen import OpenedScreen
from tests.went import Went
from ui.letter.letter_screen import LetterScreen
from ui.printing import SENTENCES, Paper, PrintOutcome
from ui.save_copy import SaveOutcome
from vrn_desktop.application.services import Services
from vrn_desktop.domain.identifiers import LetterId
from vrn_desktop.domain.letter_channel import LetterChannel
from vrn_desktop.domain.letter_record import LetterEventKind, LetterRecord
from vrn_desktop.domain.safe_contact import SafeContact, SafeReply
from vrn_desktop.domain.screening import Screening
from vrn_desktop.domain.signposting import SignpostState
from vrn_desktop.presenters import letter_words
from vrn_desktop.presenters.letter_presenter import LetterPresenter
from vrn_desktop.presenters.navigation_presenter import Place
from vrn_desktop.reports.letter_pdf import LetterPdfRenderer

PLAIN, SENSITIVE = "Papyrus HOPELINE247", "FRANK (drugs)"


class FakePaper:
    """A printer that keeps in memory what it would print."""

    goes_into_a_file = False

    def __init__(self) -> None:
        self.data = QByteArray()
        self._buffer = QBuffer(self.data)
        self._buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self._writer = QPdfWriter(self._buffer)
        self._writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))

    @property
    def device(self) -> QPdfWriter:
        return self._writer

    def name_job(self, title: str) -> None:
        self.job = title

    def printed(self) -> bytes:
        self._buffer.close()
        return bytes(self.data.data())


class Desk:
    """A talk with two services chosen, a printer, and a place to save copies."""

    def __init__(self, **safe: object) -> None:
        self.office = Invented(renderer=LetterPdfRenderer())
        self.services: Services = self.office.services()
        self.talk: Screening = answered(self.services, begun(self.services), CALM_CORE)
        self.services.screenings.record_words(self.talk, "Z2", "I like drawing.")
        for entry in self.services.signposting.directory().entries:
            if entry.name in (PLAIN, SENSITIVE):
                self.services.signposting.offer(self.talk.id, entry, SignpostState.ACCEPTED)
        contact = SafeContact(asked_on=self.office.clock().date(), **safe)  # type: ignore[arg-type]  # replies by field
        self.services.letters.keep_safe_contact(self.talk.young_person_id, contact)
        self.went = Went()
        self.paper: Paper | PrintOutcome = FakePaper()
        self.save = SaveOutcome.SAVED

    def open(self, letter: LetterId | None = None) -> OpenedScreen:
        presenter = LetterPresenter(self.services, self.talk.id, go=self.went, letter_id=letter)
        screen = LetterScreen(
            presenter,
            choose_paper=lambda _parent: self.paper,
            save=lambda _pdf, _parent: self.save,
        )
        return OpenedScreen(screen)

    def record(self) -> LetterRecord:
        (record,) = self.services.young_people.story(self.talk.young_person_id).letters
        return record


def test_sp_03_sp_09_services_need_their_ticks_and_sensitive_ones_their_opt_in() -> None:
    desk = Desk()
    with desk.open() as page:
        sensitive = page.find(QAbstractButton, "letter-service-frank-drugs")
        plain = page.find(QAbstractButton, "letter-service-papyrus-hopeline247")
        assert (plain.isChecked(), sensitive.isChecked()) == (True, False)
        assert not page.can_be_seen("letter-checked-frank-drugs")
        page.press(Qt.Key.Key_Return, ctrl=True)
        assert letter_words.NEEDS_TICK in page.words()
        page.click("letter-checked-papyrus-hopeline247")
        page.click("letter-service-frank-drugs")
        page.click("letter-checked-frank-drugs")
        page.press(Qt.Key.Key_Return, ctrl=True)
        assert letter_words.KEPT in page.words()

    assert set(desk.record().service_names) == {PLAIN, SENSITIVE}


def test_lt_04_their_words_need_their_yes_again_after_each_change() -> None:
    desk = Desk()
    with desk.open() as page:
        yes = page.find(QAbstractButton, "letter-words-approved")
        page.click("letter-words-approved")
        assert yes.isChecked()
        QTest.keyClicks(page.find(QPlainTextEdit, "letter-words-area"), "x")
        assert not yes.isChecked()


def test_unsafe_post_and_hand_are_not_offered() -> None:
    desk = Desk()
    with desk.open() as page:
        assert not page.can_be_seen("letter-post")
        page.click("letter-service-papyrus-hopeline247")
        page.click("letter-confirm")
        assert not page.can_be_seen("letter-channel-post")
        assert not page.can_be_seen("letter-channel-hand")
        assert page.can_be_seen("letter-channel-read_aloud")


def test_safe_post_and_hand_are_offered() -> None:
    yes = SafeReply.YES
    desk = Desk(
        take_paper=yes, write=yes, write_to=("K.", "1 Street"), opened_by_safe_people_only=yes
    )
    with desk.open() as page:
        assert page.can_be_seen("letter-post")
        page.click("letter-service-papyrus-hopeline247")
        page.click("letter-confirm")
        assert page.can_be_seen("letter-channel-post")
        assert page.can_be_seen("letter-channel-hand")


def test_from_draft_to_paper_to_the_record_of_giving(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in ("HOME", "TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(variable, str(tmp_path))
    desk = Desk(take_paper=SafeReply.YES)
    with desk.open() as page:
        assert "A draft until you have read it together." in page.words()
        page.click("letter-check-in-7")
        page.click("letter-size-large")
        page.click("letter-checked-papyrus-hopeline247")
        page.click("letter-confirm")
        page.click("letter-print")
        assert letter_words.SENT in page.words()
        page.click("letter-note")
        assert letter_words.CHOOSE_CHANNEL in page.words()
        page.click("letter-channel-hand")
        page.click("letter-reading-told_back")
        page.click("letter-note")
        assert "They took it with them, 24 November 2026." in page.words()
        assert not page.can_be_seen("letter-channel-hand")

    assert isinstance(desk.paper, FakePaper)
    assert desk.paper.job == "Document"
    assert page_count(desk.paper.printed()) >= 1
    given = desk.record().given
    assert given is not None
    assert given.channel is LetterChannel.HAND
    assert list(tmp_path.rglob("*")) == []


@pytest.mark.parametrize("outcome", [PrintOutcome.NO_PRINTER, PrintOutcome.NOT_TAKEN])
def test_a_printer_that_does_not_print_is_said_and_nothing_is_noted(outcome: PrintOutcome) -> None:
    desk = Desk()
    desk.paper = outcome
    with desk.open() as page:
        page.click("letter-service-papyrus-hopeline247")
        page.click("letter-confirm")
        page.click("letter-print")
        assert SENTENCES[outcome] in page.words()

    assert desk.record().events == ()


def test_choosing_no_printer_says_nothing() -> None:
    desk = Desk()
    desk.paper = PrintOutcome.CANCELLED
    with desk.open() as page:
        page.click("letter-service-papyrus-hopeline247")
        page.click("letter-confirm")
        page.click("letter-print")
        assert not page.can_be_seen("letter-problem")

    assert desk.record().events == ()


def test_a_saved_copy_is_noted_and_a_failed_one_said() -> None:
    desk = Desk()
    with desk.open() as page:
        page.click("letter-service-papyrus-hopeline247")
        page.click("letter-confirm")
        page.click("letter-save")
        assert letter_words.COPY_SAVED in page.words()
        desk.save = SaveOutcome.NOT_SAVED
        page.click("letter-save")
        assert "The copy could not be saved there." in page.words()

    assert [event.kind for event in desk.record().events] == [LetterEventKind.COPY_SAVED]


def test_a_kept_letter_is_opened_again_with_its_words_to_read_aloud() -> None:
    desk = Desk()
    with desk.open() as page:
        page.click("letter-service-papyrus-hopeline247")
        page.click("letter-confirm")
    with desk.open(desk.record().id) as page:
        assert not page.can_be_seen("letter-choices")
        text = page.find(QPlainTextEdit, "document-text")
        assert "Dear Kay Invented," in text.toPlainText()
        page.click("letter-done")

    assert desk.went.last.place is Place.LEVEL


def test_another_one_can_be_made() -> None:
    desk = Desk()
    with desk.open() as page:
        page.click("letter-service-papyrus-hopeline247")
        page.click("letter-confirm")
        page.click("letter-again")
        assert page.can_be_seen("letter-choices")
        assert not page.can_be_seen("letter-giving")


def test_the_ways_to_services_and_safe_contact() -> None:
    desk = Desk()
    with desk.open() as page:
        page.click("letter-choose-services")
        page.click("letter-safe-contact")
        page.click("letter-back")

    assert desk.went.places == [Place.CHOOSE_SERVICES, Place.SAFE_CONTACT, Place.LEVEL]


def test_lt_01_the_preview_shows_the_pages_as_they_will_be_printed() -> None:
    desk = Desk()
    with desk.open() as page:
        assert page.find(QWidget, "page-1").isVisible()
