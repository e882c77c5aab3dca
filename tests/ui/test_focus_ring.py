"""The ring is seen with the keyboard only, and costs nothing otherwise."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget
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


class LongPage(QWidget):
    """A page that rolls: a title, a group with one control, and more than the window has room for."""

    def __init__(self) -> None:
        super().__init__()
        self.resize(300, 240)
        content, self.group = QWidget(), QWidget()
        self.title, self.control = QLabel("Title"), QPushButton("Control")
        inside = QVBoxLayout(self.group)
        inside.addWidget(self.control)
        column = QVBoxLayout(content)
        column.addWidget(self.title)
        column.addWidget(self.group)
        column.addSpacing(900)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setWidget(content)
        QVBoxLayout(self).addWidget(self.area)
        self.ring = FocusRing(self)

    def around(self) -> QPoint:
        """Where the ring belongs."""
        return self.control.mapTo(self, QPoint(-OUTSET, -OUTSET))

    def roll(self) -> None:
        """Ten steps of the wheel towards the end: the window hears each, then the page does."""
        place = QPointF(150, 120)
        for _step in range(10):
            wheel = QWheelEvent(
                place,
                self.mapToGlobal(place),
                QPoint(),
                QPoint(0, -120),
                Qt.MouseButton.NoButton,
                Qt.KeyboardModifier.NoModifier,
                Qt.ScrollPhase.NoScrollPhase,
                False,
            )
            QCoreApplication.sendEvent(self.windowHandle(), wheel)
            QCoreApplication.sendEvent(self.area.viewport(), wheel)


@pytest.fixture
def long_page(qtbot: QtBot) -> LongPage:
    page = LongPage()
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.ring.hook()
    page.control.setFocus()
    QTest.keyClick(page.windowHandle(), Qt.Key.Key_F9)
    return page


def test_the_ring_moves_with_what_its_control_stands_in(long_page: LongPage) -> None:
    before = long_page.ring.pos()
    long_page.title.setText("Title\nof two\nor more lines")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    assert long_page.ring.pos() != before
    assert long_page.ring.pos() == long_page.around()


def test_the_wheel_may_roll_the_page_away_from_the_control(long_page: LongPage) -> None:
    long_page.roll()
    bar = long_page.area.verticalScrollBar()
    assert bar.value() > long_page.area.viewport().height()
    assert not long_page.ring.isVisible()
    bar.setValue(0)
    assert long_page.ring.isVisible()
    assert long_page.ring.pos() == long_page.around()


def test_writing_brings_the_control_back_into_view(long_page: LongPage) -> None:
    long_page.roll()
    QTest.keyClick(long_page.windowHandle(), Qt.Key.Key_A)
    assert long_page.ring.isVisible()
    assert long_page.ring.pos() == long_page.around()


def test_a_page_that_has_just_opened_is_read_from_its_top(
    qtbot: QtBot, long_page: LongPage
) -> None:
    below = QPushButton("Below", long_page.area.widget())
    below.move(20, 700)
    below.show()
    bar = long_page.area.verticalScrollBar()
    QTest.keyClick(long_page.windowHandle(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    below.setFocus()
    assert bar.value() == 0
    QTest.keyClick(long_page.windowHandle(), Qt.Key.Key_Space)
    assert bar.value() > 0
