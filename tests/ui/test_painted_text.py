"""Painted words stand at the page's side and read in the direction of their own script."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.widget_gallery import COLUMNS, PEOPLE, Person
from ui.theme import theme
from ui.widgets.button import Button
from ui.widgets.flow_row import FlowRow
from ui.widgets.painted_text import PaintedText
from ui.widgets.row_table import RowTable

LTR, RTL = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
WIDTH = 200


def painted(words: str, direction: Qt.LayoutDirection) -> QImage:
    """The words alone, cut out of what was drawn."""
    image = QImage(WIDTH, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    text = PaintedText(words, theme.font(16), WIDTH, direction=direction)
    text.draw(painter, 0, 0, QColor("black"))
    painter.end()
    return image


def ink(image: QImage) -> QRect:
    dark = [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).lightness() < 128
    ]
    left, right = min(x for x, _ in dark), max(x for x, _ in dark)
    return QRect(left, 0, right - left + 1, image.height())


def ink_amount(image: QImage, part: QRect) -> float:
    cut = image.copy(part)
    return sum(
        255 - cut.pixelColor(x, y).lightness()
        for x in range(cut.width())
        for y in range(cut.height())
    )


def test_initials_keep_their_full_stop_at_the_end_on_a_right_to_left_page(
    dressed: QApplication,
) -> None:
    ltr, rtl = painted("H.I.", LTR), painted("H.I.", RTL)
    assert ink(ltr).left() < 5
    assert ink(rtl).right() > WIDTH - 5
    ends = [ink_amount(image, QRect(ink(image).right() - 3, 0, 4, 40)) for image in (ltr, rtl)]
    assert ends[0] == pytest.approx(ends[1], rel=0.2)
    assert abs(ink(ltr).width() - ink(rtl).width()) <= 1


@pytest.mark.parametrize("direction", [LTR, RTL])
def test_long_words_wrap_into_the_width(
    dressed: QApplication, direction: Qt.LayoutDirection
) -> None:
    text = PaintedText("A much longer sentence " * 3, theme.font(16), WIDTH, direction=direction)
    one = PaintedText("A", theme.font(16), WIDTH, direction=direction)
    assert text.width <= WIDTH
    assert text.height >= 2 * one.height


def test_a_row_goes_on_below(qtbot: QtBot) -> None:
    row = FlowRow(*(Button(f"Button {number}") for number in range(4)))
    qtbot.addWidget(row)
    assert row.heightForWidth(300) > row.heightForWidth(1000)


def test_columns_share_the_room_and_the_room_alone(qtbot: QtBot) -> None:
    table: RowTable[Person] = RowTable(COLUMNS, accessible_name="Young people")
    qtbot.addWidget(table)
    table.show_rows(PEOPLE)
    table.resize(900, 400)
    table.show()
    header = table.horizontalHeader()
    used = sum(header.sectionSize(place) for place in range(header.count()))
    assert table.viewport().width() - header.count() <= used <= table.viewport().width()
