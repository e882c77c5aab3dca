"""Cards of the same width beside each other; in a narrow window they stand under each other."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.theme import theme

LEAST_CARD = 220
"""Logical pixels at usual text size that a card needs."""


class CardRow(QWidget):
    """Shares its width evenly among its cards."""

    def __init__(self, *cards: QWidget, name: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self._least = len(cards) * LEAST_CARD
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(16)
        for card in cards:
            self._row.addWidget(card, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the cards beside or under each other."""
        super().resizeEvent(event)
        narrow = self.width() < theme.px(self._least)
        beside, under = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(under if narrow else beside)
