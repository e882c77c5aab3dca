"""A sheet keeps keys and focus to itself and gives the page back as it was."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.widget_gallery import ConversationGallery
from ui.widgets.button import Button
from ui.widgets.sheet_panel import SheetPanel


@pytest.fixture
def screen(qtbot: QtBot) -> ConversationGallery:
    screen = ConversationGallery()
    qtbot.addWidget(screen)
    screen.resize(1024, 600)
    with qtbot.waitExposed(screen):
        screen.show()
    screen.choices.card("often").setFocus()
    return screen


@pytest.fixture
def sheet(screen: ConversationGallery) -> SheetPanel:
    sheet = SheetPanel("Pause or stop", name="pauseSheet")
    sheet.add(Button("Take a break", name="break"))
    sheet.add(Button("Finish later", name="later"))
    sheet.open_over(screen)
    return sheet


def focused() -> str:
    widget = QApplication.focusWidget()
    return "" if widget is None else widget.objectName()


def test_focus_goes_round_inside(qtbot: QtBot, sheet: SheetPanel) -> None:
    visited = [focused()]
    for _ in range(3):
        widget = QApplication.focusWidget()
        assert isinstance(widget, QWidget)
        QTest.keyClick(widget, Qt.Key.Key_Tab)
        visited.append(focused())
    assert visited == ["break", "later", "pauseSheet-close", "break"]


def test_digits_do_not_answer_the_question_behind(
    qtbot: QtBot, screen: ConversationGallery, sheet: SheetPanel
) -> None:
    QTest.keyClick(screen, Qt.Key.Key_4)
    assert screen.choices.chosen_code == "okay"
    sheet.close_sheet()
    QTest.keyClick(screen, Qt.Key.Key_4)
    assert screen.choices.chosen_code == "not"


def test_esc_gives_page_and_focus_back(
    qtbot: QtBot, screen: ConversationGallery, sheet: SheetPanel
) -> None:
    widget = QApplication.focusWidget()
    assert isinstance(widget, QWidget)
    with qtbot.waitSignal(sheet.closed):
        QTest.keyClick(widget, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert focused() == "choices-often"
    assert screen.choices.isEnabled()


def test_it_stays_as_large_as_the_page(screen: ConversationGallery, sheet: SheetPanel) -> None:
    screen.resize(700, 500)
    QApplication.processEvents()
    assert sheet.geometry() == screen.rect()
