"""The table: 20,000 rows at once, opened by key or double click, spoken with their column."""

from time import process_time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.widget_gallery import COLUMNS, PEOPLE, Person
from ui.widgets.row_table import RowTable
from ui.widgets.row_table_model import TONE_ROLE, RowTableModel

MANY = 20_000
FIRST_PAINT_CPU_SECONDS = 0.25


@pytest.fixture
def table(qtbot: QtBot) -> RowTable[Person]:
    table: RowTable[Person] = RowTable(COLUMNS, accessible_name="Young people")
    qtbot.addWidget(table)
    table.resize(900, 600)
    with qtbot.waitExposed(table):
        table.show()
    return table


def test_enter_and_double_click_open_the_row(qtbot: QtBot, table: RowTable[Person]) -> None:
    table.show_rows(PEOPLE)
    table.selectRow(1)
    with qtbot.waitSignal(table.opened) as told:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert told.args == [PEOPLE[1]]
    with qtbot.waitSignal(table.opened) as told:
        table.doubleClicked.emit(table.model().index(2, 0))
    assert told.args == [PEOPLE[2]]


def test_the_cursor_stays_where_it_was_when_rows_change(table: RowTable[Person]) -> None:
    table.show_rows(PEOPLE)
    table.selectRow(3)
    table.show_rows(PEOPLE[:2])
    assert table.currentIndex().row() == 1
    table.show_rows(())
    assert not table.currentIndex().isValid()


def test_cells_speak_their_column() -> None:
    model: RowTableModel[Person] = RowTableModel(COLUMNS)
    model.show_rows(PEOPLE)
    spoken = model.data(model.index(0, 1), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Reference: YP-0142"
    assert model.data(model.index(1, 2), TONE_ROLE) is None


def test_twenty_thousand_rows_are_painted_at_once(table: RowTable[Person]) -> None:
    rows = PEOPLE * (MANY // len(PEOPLE))
    table.repaint()
    start = process_time()
    table.show_rows(rows)
    table.repaint()
    assert process_time() - start < FIRST_PAINT_CPU_SECONDS
    assert table.model().rowCount() == MANY


def test_with_little_room_the_table_scrolls_and_cuts_no_word(table: RowTable[Person]) -> None:
    table.show_rows(PEOPLE)
    table.resize(260, 600)
    header = table.horizontalHeader()
    metrics = table.fontMetrics()
    for place, column in enumerate(COLUMNS):
        widest = max(metrics.horizontalAdvance(column.text(person)) for person in PEOPLE)
        assert header.sectionSize(place) >= widest
    assert header.length() > table.viewport().width()
