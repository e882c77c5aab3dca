"""A ladder with the steps somebody named: a hollow mark where it began, a full one where they stand now."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import theme
from ui.tokens import Colour
from vrn_desktop.domain.own_goal import TOP_STEP
from vrn_desktop.presenters.loop.goals_presenter import GoalLine

STEP_WIDTH, STEP_HEIGHT, MARK = 26, 9, 13
EDGE = 16
LEAST_WIDTH = 180
"""Logical pixels at any text size: in a narrow column the steps stand closer."""


class LadderPicture(QWidget):
    """Steps that rise in the reading direction; no colour says that one is better than another."""

    def __init__(self, line: GoalLine, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._steps = line.steps
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(LEAST_WIDTH)
        self.setAccessibleName("The way so far: " + "; ".join(line.story))

    def sizeHint(self) -> QSize:
        """Return room for eleven steps."""
        width = theme.px(STEP_WIDTH) * (TOP_STEP + 1) + 2 * theme.px(EDGE)
        height = theme.px(STEP_HEIGHT) * TOP_STEP + 2 * theme.px(EDGE)
        return QSize(width, height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the stairs, then the marks."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour(Colour.INK_FAINT), 3))
            for step in range(TOP_STEP + 1):
                middle = self._place(step)
                half = self._step_width() / 2 - 2
                painter.drawLine(middle - QPointF(half, 0), middle + QPointF(half, 0))
            self._marks(painter)

    def _marks(self, painter: QPainter) -> None:
        if not self._steps:
            return
        primary = theme.colour(Colour.PRIMARY)
        size = float(theme.px(MARK))
        painter.setPen(QPen(primary, 2))
        first, last = self._steps[0], self._steps[-1]
        if first != last:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(self._mark(first, size))
        painter.setBrush(primary)
        painter.drawEllipse(self._mark(last, size))

    def _mark(self, step: int, size: float) -> QRectF:
        middle = self._place(step)
        return QRectF(middle.x() - size / 2, middle.y() - size - 3, size, size)

    def _place(self, step: int) -> QPointF:
        right_to_left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        place = TOP_STEP - step if right_to_left else step
        x = theme.px(EDGE) + self._step_width() * (place + 0.5)
        y = theme.px(EDGE) + theme.px(STEP_HEIGHT) * (TOP_STEP - step)
        return QPointF(x, y)

    def _step_width(self) -> float:
        return (self.width() - 2 * theme.px(EDGE)) / (TOP_STEP + 1)
