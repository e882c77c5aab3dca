"""A table of rows that is opened with Enter or a double click and stays quick with 20,000 rows."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QFontMetricsF, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui.fonts import load_fonts_for
from ui.theme import theme
from ui.tokens import Colour
from ui.widgets.painted_text import draw_line
from ui.widgets.pill import paint_pill, pill_width
from ui.widgets.row_table_model import STRONG_ROLE, TONE_ROLE, Column, RowTableModel

Row = TypeVar("Row")
ROW_HEIGHT = 50
PAD_X = 12
LEAST_COLUMN = 60
MEASURED_ROWS = 30
"""How many rows are looked at for the width of a column; all would be slow with 20,000."""

WIDEST_CELL = 320
"""Logical pixels at usual text size after which longer words end in an ellipsis."""


class _RowDelegate(QStyledItemDelegate):
    """Draws cells by itself: text, pill, the line under a row, the chosen row."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one cell."""
        box = QRectF(option.rect)
        direction = option.direction
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.colour(Colour.SOFT))
        painter.fillRect(
            QRectF(box.left(), box.bottom() - 1, box.width(), 1), theme.colour(Colour.LINE)
        )
        text = str(index.data())
        load_fonts_for(text)
        tone = index.data(TONE_ROLE)
        inner = box.adjusted(PAD_X, 0, -PAD_X, 0)
        if tone is not None and text:
            self._paint_pill(painter, inner, direction, index)
            return
        weight = QFont.Weight.Bold if index.data(STRONG_ROLE) else QFont.Weight.Normal
        painter.setFont(theme.font(16, weight))
        painter.setPen(theme.colour(Colour.INK))
        draw_line(painter, inner, text, direction)

    def _paint_pill(
        self,
        painter: QPainter,
        box: QRectF,
        direction: Qt.LayoutDirection,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        text = str(index.data())
        width = min(pill_width(text), box.width())
        height = theme.px(26)
        right_to_left = direction == Qt.LayoutDirection.RightToLeft
        x = box.right() - width if right_to_left else box.left()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(x, box.center().y() - height / 2, width, height)
        paint_pill(painter, place, text, index.data(TONE_ROLE))
        painter.restore()


class RowTable(QTableView, Generic[Row]):
    """Shows rows of a presenter; `opened` tells the row that the user wants to see."""

    opened = Signal(object)

    def __init__(
        self, columns: Sequence[Column[Row]], *, accessible_name: str, name: str = "table"
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(accessible_name)
        self._model = RowTableModel(columns, self)
        self.setModel(self._model)
        self.setItemDelegate(_RowDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerWidget(QWidget(self))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._fit()
        theme.changed.connect(self._fit)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setMinimumSectionSize(LEAST_COLUMN)
        header.setSectionsClickable(False)
        self.doubleClicked.connect(self._open)

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows now shown."""
        return self._model.rows

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show `rows` and keep the chosen place where there is one."""
        place = self.currentIndex().row()
        self._model.show_rows(rows)
        self._share_room()
        if rows and place >= 0:
            self.selectRow(min(place, len(rows) - 1))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Put the cursor on the first row, so that Enter opens something."""
        super().focusInEvent(event)
        if self.rows and not self.currentIndex().isValid():
            self.selectRow(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the row on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give each column its share of the room."""
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        """By the columns' shares; where a word would be cut the table is wider than its room and scrolls."""
        columns = self._model.columns
        shares = sum(column.width for column in columns)
        room = self.viewport().width()
        wanted = [room * column.width // shares for column in columns]
        least = [self._least_width(column) for column in columns]
        spare = room - sum(least)
        for place, (share, least_width) in enumerate(zip(wanted, least, strict=True)):
            fits = all(map(int.__ge__, wanted, least))
            width = share if fits else least_width + max(0, spare) // len(columns)
            self.horizontalHeader().resizeSection(place, width)

    def _least_width(self, column: Column[Row]) -> int:
        """What the title and the words of the first rows take."""
        bold = QFontMetricsF(theme.font(16, QFont.Weight.Bold))
        title = QFontMetricsF(theme.font(15, QFont.Weight.Bold)).horizontalAdvance(column.title)
        widest = title
        for row in self._model.rows[:MEASURED_ROWS]:
            words = column.text(row)
            pill = column.tone is not None and column.tone(row) is not None
            widest = max(widest, pill_width(words) if pill else bold.horizontalAdvance(words))
        most = theme.px(WIDEST_CELL)
        return round(min(widest, most)) + 2 * PAD_X + 4

    def _fit(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme.px(ROW_HEIGHT))
        self._share_room()

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self._model.rows[index.row()])
