"""The preview shows every page and the same words as text, and gives nothing to the clipboard."""

import pytest
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.invented_letters import draft_letter, finished_letter
from tests.ui.clipping import clipped_texts, poor_controls
from ui.document_preview import (
    LARGEST_ZOOM,
    READ_AS_TEXT,
    SHOW_THE_PAGE,
    SMALLEST_ZOOM,
    DocumentPreview,
    PageView,
)
from ui.widgets.button import Button
from vrn_desktop.domain.letter import Letter, TextSize
from vrn_desktop.reports.letter_pdf import LetterPdfRenderer


@pytest.fixture
def preview(qtbot: QtBot) -> DocumentPreview:
    widget = DocumentPreview()
    qtbot.addWidget(widget)
    widget.resize(760, 700)
    widget.show()
    return widget


def show(preview: DocumentPreview, letter: Letter) -> None:
    preview.show_document(LetterPdfRenderer().render(letter), letter.as_plain_text())


def pages(preview: DocumentPreview) -> list[PageView]:
    return preview.findChildren(PageView)


def dark_share(picture: QImage) -> float:
    grey = picture.convertToFormat(QImage.Format.Format_Grayscale8).scaled(80, 100)
    dark = sum(grey.pixelColor(x, y).red() < 200 for x in range(80) for y in range(100))
    return dark / 8000


def test_lt_04_the_page_is_shown_with_its_ink(preview: DocumentPreview) -> None:
    show(preview, finished_letter())
    (page,) = pages(preview)
    assert preview.page_count == 1
    assert page.accessibleName() == "Page 1 of 1"
    assert "Dear Kay," in page.accessibleDescription()
    assert 0.02 < dark_share(page.grab().toImage()) < 0.5


def test_several_pages_follow_each_other_and_an_earlier_document_goes(
    preview: DocumentPreview,
) -> None:
    show(preview, draft_letter(text_size=TextSize.VERY_LARGE))
    assert preview.page_count > 1
    show(preview, finished_letter())
    assert preview.page_count == 1


def test_the_page_fits_the_width_until_a_size_is_chosen(preview: DocumentPreview) -> None:
    show(preview, finished_letter())
    (page,) = pages(preview)
    assert 600 < page.width() < 760
    preview.resize(500, 700)
    narrow = page.width()
    assert narrow < 500
    preview.zoom_in()
    assert page.width() > narrow
    chosen = page.width()
    preview.resize(760, 700)
    assert page.width() == chosen
    preview.fit_width()
    assert page.width() > chosen


def test_zoom_has_ends(preview: DocumentPreview) -> None:
    show(preview, finished_letter())
    for _ in range(20):
        preview.zoom_in()
    assert preview.zoom == LARGEST_ZOOM
    for _ in range(30):
        preview.zoom_out()
    assert preview.zoom == SMALLEST_ZOOM


def test_the_words_can_be_read_as_text(preview: DocumentPreview) -> None:
    letter = finished_letter()
    show(preview, letter)
    switch = preview.findChild(Button, "read-as-text")
    text = preview.findChild(QPlainTextEdit, "document-text")
    assert isinstance(switch, Button)
    assert isinstance(text, QPlainTextEdit)
    assert switch.text() == READ_AS_TEXT
    switch.click()
    assert text.isVisible()
    assert text.toPlainText() == letter.as_plain_text()
    assert switch.text() == SHOW_THE_PAGE
    switch.click()
    assert not text.isVisible()


def test_l3_nothing_reaches_the_clipboard(preview: DocumentPreview) -> None:
    QGuiApplication.clipboard().setText("before")
    show(preview, finished_letter())
    preview.show_text(as_text=True)
    text = preview.findChild(QPlainTextEdit, "document-text")
    assert isinstance(text, QPlainTextEdit)
    text.selectAll()
    text.copy()
    assert "Kay" not in QGuiApplication.clipboard().text()


def test_nothing_is_cut_and_every_control_is_named(preview: DocumentPreview) -> None:
    show(preview, finished_letter())
    assert clipped_texts(preview) == []
    assert poor_controls(preview) == []
