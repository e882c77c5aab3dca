"""The head of a page: its heading and what can be begun here, beside or, with little room, under it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.theme import theme
from ui.widgets.text import Text

NARROW = 600
"""Logical pixels at usual text size under which heading and button no longer fit beside each other."""


class PageHead(QWidget):
    """A heading with buttons at the end of its line."""

    def __init__(self, heading: Text, *actions: QWidget, name: str = "page-head") -> None:
        super().__init__()
        self.setObjectName(name)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(12)
        self._row.addWidget(heading, 1)
        for action in actions:
            self._row.addWidget(action, 0, Qt.AlignmentFlag.AlignLeading)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons beside or under the heading."""
        super().resizeEvent(event)
        narrow = self.width() < theme.px(NARROW)
        beside, under = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(under if narrow else beside)
