"""The ring is seen with the keyboard only, and costs nothing otherwise."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.focus_ring import OUTSET, FocusRing


class Page(QWidget):
    """Two controls and a ring."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        self.first, self.second = QPushButton("First"), QPushButton("Second")
        column.addWidget(self.first)
        column.addWidget(self.second)
        self.ring = FocusRing(self)


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    page = Page()
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.ring.hook()
    page.first.setFocus()
    return page


def test_a_key_brings_the_ring_around_the_control(qtbot: QtBot, page: Page) -> None:
    assert not page.ring.isVisible()
    QTest.keyClick(page.windowHandle(), Qt.Key.Key_Tab)
    assert page.second.hasFocus()
    assert page.ring.isVisible()
    around = page.second.geometry().adjusted(-OUTSET, -OUTSET, OUTSET, OUTSET)
    assert page.ring.geometry() == around


def test_a_click_takes_the_ring_away(qtbot: QtBot, page: Page) -> None:
    QTest.keyClick(page.windowHandle(), Qt.Key.Key_Tab)
    QTest.mouseClick(page.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert not page.ring.isVisible()


def test_the_ring_outlives_its_control(qtbot: QtBot, page: Page) -> None:
    QTest.keyClick(page.windowHandle(), Qt.Key.Key_Tab)
    page.second.deleteLater()
    QCoreApplication.sendPostedEvents(page.second, QEvent.Type.DeferredDelete)
    assert not page.ring.isVisible() or page.first.hasFocus()
    QTest.keyClick(page.windowHandle(), Qt.Key.Key_A)


def test_the_ring_takes_no_clicks(page: Page) -> None:
    assert page.ring.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
