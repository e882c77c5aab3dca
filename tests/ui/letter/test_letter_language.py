"""The language card with real clicks: names in their own script, honest words, English after it."""

from PySide6.QtWidgets import QAbstractButton, QWidget

from tests.ui.clipping import clipped_texts, poor_controls
from tests.ui.letter.test_letter_screen import Desk
from ui.document_preview import DocumentPreview
from ui.letter.letter_language import UNCHECKED


def test_a_translation_nobody_has_checked_says_so_and_brings_the_english_letter() -> None:
    desk = Desk()
    with desk.open() as page:
        preview = page.find(DocumentPreview, "document-preview")
        assert page.find(QAbstractButton, "letter-language-ur").text() == "اردو"
        assert not page.can_be_seen("letter-unchecked")
        assert not page.can_be_seen("letter-with-english")
        page.click("letter-language-ur")
        assert UNCHECKED in page.words()
        assert page.find(QAbstractButton, "letter-with-english").isChecked()
        assert preview.page_count == 2
        page.click("letter-with-english")
        assert preview.page_count == 1
        assert page.can_be_seen("letter-unchecked")


def test_lt_05_easy_read_is_a_switch_of_its_own() -> None:
    desk = Desk()
    with desk.open() as page:
        page.click("letter-easy-read")
        assert "Hello" in page.find(DocumentPreview, "document-preview").words()
        page.click("letter-language-pl")
        assert not page.can_be_seen("letter-easy-read")


def test_nothing_on_the_card_is_cut_off() -> None:
    desk = Desk()
    with desk.open() as page:
        page.click("letter-language-ar")
        card = page.find(QWidget, "letter-language-card")
        assert clipped_texts(card) == []
        assert poor_controls(card) == []
