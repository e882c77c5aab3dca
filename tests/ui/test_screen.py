"""A page scrolls only over what it holds, says its title and gives the focus a first place."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from tests.ui.widget_gallery import ConversationGallery, reasons
from ui.screen import Screen
from ui.widgets.card import Card
from ui.widgets.reason_list import ReasonList
from ui.widgets.side_panel import SidePanel
from ui.widgets.text import Text


class ShortScreen(Screen[None]):
    """A little text that wraps at narrow widths."""

    def __init__(self) -> None:
        super().__init__(name="short", title="Suggested level of support")
        for _ in range(4):
            self.add(Card(Text("Some things are making life harder, and others help. " * 3)))
        self.add(Card(ReasonList(reasons())))
        self.body.addStretch(1)


def test_a_page_does_not_scroll_over_nothing(qtbot: QtBot) -> None:
    screen = ShortScreen()
    qtbot.addWidget(screen)
    screen.resize(1200, 760)
    screen.show()
    QApplication.processEvents()
    area = screen.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    assert area.verticalScrollBar().maximum() == 0
    screen.resize(500, 300)
    QApplication.processEvents()
    assert area.verticalScrollBar().maximum() > 0
    assert area.horizontalScrollBar().maximum() == 0


def test_the_notes_move_under_the_page_in_a_narrow_window(qtbot: QtBot) -> None:
    screen = ConversationGallery()
    qtbot.addWidget(screen)
    screen.resize(1280, 700)
    screen.show()
    QApplication.processEvents()
    notes = screen.findChild(SidePanel)
    assert isinstance(notes, SidePanel)
    assert not screen.page.isAncestorOf(notes)
    screen.resize(900, 700)
    QApplication.processEvents()
    assert screen.page.isAncestorOf(notes)
    assert notes.isVisible()
    screen.resize(1280, 700)
    QApplication.processEvents()
    assert not screen.page.isAncestorOf(notes)
    assert notes.isVisible()


def test_arriving_gives_the_heading_the_focus(qtbot: QtBot) -> None:
    screen = ShortScreen()
    qtbot.addWidget(screen)
    with qtbot.waitExposed(screen):
        screen.show()
    screen.arrive()
    assert screen.heading.hasFocus()


def test_one_page_may_read_from_right_to_left(qtbot: QtBot) -> None:
    screen = ShortScreen()
    qtbot.addWidget(screen)
    assert screen.heading.alignment() & Qt.AlignmentFlag.AlignLeft
    screen.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert screen.heading.alignment() & Qt.AlignmentFlag.AlignRight


def test_the_heading_speaks_its_words(qtbot: QtBot) -> None:
    screen = ShortScreen()
    qtbot.addWidget(screen)
    spoken = QAccessible.queryAccessibleInterface(screen.heading)
    assert spoken is not None
    assert spoken.text(QAccessible.Text.Name) == "Suggested level of support"
