"""The numbers of one message: a card a table, a block a heading, each block with its headings again."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from ui.widgets.card import Card, Rule
from ui.widgets.text import Text, TextRole
from vrn_desktop.presenters.sync.number_groups import NumberGroup, NumberRow, TableView

NOISE = (
    "Noise is drawn on purpose: chance is added to every number, also to a zero. So no number is exact. "
    "A number below zero means: very few. A zero does not mean that there was nobody."
)
READ_ON = "{table}. {heading}"
_TOP = Qt.AlignmentFlag.AlignTop


class NumberTables(QWidget):
    """`<name>-N` is the N-th table; its blocks take Tab, so that the keyboard reads through all of it."""

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._drawn: tuple[TableView, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(14)

    def show_tables(self, tables: tuple[TableView, ...]) -> None:
        """Draw the tables in place of those before."""
        if tables == self._drawn:
            return
        self._drawn = tables
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if tables:
            self._column.addWidget(Text(NOISE, name=f"{self.objectName()}-noise"))
        for place, table in enumerate(tables):
            self._column.addWidget(_table(table, f"{self.objectName()}-{place}"))


def _table(table: TableView, name: str) -> Card:
    card = Card(
        Text(table.title, TextRole.SECTION),
        Text(table.likely, TextRole.META, name=f"{name}-likely"),
        Text(table.example, TextRole.META, name=f"{name}-example"),
        name=name,
        spacing=12,
    )
    for place, group in enumerate(table.groups):
        card.add(_NumberBlock(table.title, group, name=f"{name}-block-{place}"))
    return card


class _NumberBlock(QFrame):
    """The rows under one heading; a stop for the keyboard, which has no other way to scroll."""

    def __init__(self, table: str, group: NumberGroup, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(READ_ON.format(table=table, heading=group.heading).strip())
        self.setAccessibleDescription(
            ". ".join(cell.spoken for row in group.rows for cell in row.cells)
        )
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(6)
        wide = max(1, len(group.columns)) + 1
        line = 0
        if group.heading:
            grid.addWidget(Text(group.heading, TextRole.STRONG), line, 0, 1, wide + 1)
            line += 1
        if group.columns:
            for place, heading in enumerate(group.columns):
                grid.addWidget(Text(heading, TextRole.META, centred=True), line, place + 1, _TOP)
            line += 1
        for row in group.rows:
            grid.addWidget(Rule(), line, 0, 1, wide)
            _add_row(grid, row, line + 1)
            line += 2
        for place in range(wide):
            grid.setColumnStretch(place, 3 if place == 0 else 2)
        if not group.columns:
            grid.setColumnStretch(wide, 2)


def _add_row(grid: QGridLayout, row: NumberRow, line: int) -> None:
    grid.addWidget(Text(row.heading), line, 0)
    for place, cell in enumerate(row.cells):
        number = Text(cell.shown, TextRole.STRONG, wrap=False, centred=True)
        number.setAccessibleName(cell.spoken)
        grid.addWidget(number, line, place + 1)
