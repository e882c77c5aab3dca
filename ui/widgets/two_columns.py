"""Main part and companion beside each other; in a narrow window the companion moves under it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ui.theme import theme

NARROW = 760
"""Logical pixels at usual text size under which two columns no longer fit."""


class TwoColumns(QWidget):
    """Put cards into `main` and `side`."""

    def __init__(self, *, side_share: int = 40, name: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(18)
        self.main = _column()
        self.side = _column()
        for column, share in ((self.main, 100 - side_share), (self.side, side_share)):
            holder = QWidget()
            holder.setLayout(column)
            self._row.addWidget(holder, share, Qt.AlignmentFlag.AlignTop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the columns beside or under each other."""
        super().resizeEvent(event)
        narrow = self.width() < theme.px(NARROW)
        beside, under = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(under if narrow else beside)


def _column() -> QVBoxLayout:
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(14)
    return column
