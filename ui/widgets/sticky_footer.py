"""The strip under a page whose buttons are always at the same place."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QWidget

from ui.theme import theme
from ui.tokens import Colour
from ui.widgets.flow_row import FlowRow

NARROW = 640


class StickyFooter(QFrame):
    """`start` and `end` widgets at the two sides, `middle` between; below 640 px they stack."""

    def __init__(
        self,
        *,
        start: tuple[QWidget, ...] = (),
        middle: QWidget | None = None,
        end: tuple[QWidget, ...] = (),
        name: str = "stickyFooter",
    ) -> None:
        super().__init__()
        self.setObjectName("stickyFooter")
        self.setAccessibleIdentifier(name)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(28, 12, 20, 12)
        self._row.setSpacing(12)
        if start:
            self._row.addWidget(FlowRow(*start), 0)
        self._row.addStretch(1)
        if middle is not None:
            self._row.addWidget(middle, 2)
            self._row.addStretch(1)
        if end:
            self._row.addWidget(FlowRow(*end), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stack the groups where they do not fit beside each other."""
        super().resizeEvent(event)
        narrow = self.width() < theme.px(NARROW)
        direction = QBoxLayout.Direction.BottomToTop if narrow else QBoxLayout.Direction.LeftToRight
        if self._row.direction() != direction:
            self._row.setDirection(direction)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line that parts the strip from the page."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(QRectF(0, 0, self.width(), 1), theme.colour(Colour.LINE))
        painter.end()
