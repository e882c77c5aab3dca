"""The three prevention levels as steps: position, number, words and a tick, never colour alone."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.icons import paint_icon
from ui.theme import theme
from ui.tokens import Colour
from ui.widgets.painted_text import draw_line

STEPS = ("Primary", "Secondary", "Tertiary")
GAP = 8
FIRST_STEP = 58
RISE = 15
_INKS = (Colour.LEVEL_1, Colour.LEVEL_2, Colour.LEVEL_3)
_GROUNDS = (Colour.LEVEL_1_GROUND, Colour.LEVEL_2_GROUND, Colour.LEVEL_3_GROUND)


class LevelLadder(QWidget):
    """Shows step 1, 2 or 3 as the level; None shows that there is too little to say."""

    def __init__(
        self, step: int | None, *, names: tuple[str, str, str] = STEPS, name: str = "levelLadder"
    ) -> None:
        super().__init__()
        self._names = names
        self._step = step
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_step(step)

    def set_step(self, step: int | None) -> None:
        """Show another level."""
        self._step = step
        words = (
            "Not enough said yet to suggest a level"
            if step is None
            else f"Level {step} of 3: {self._names[step - 1]}"
        )
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the height of the highest step."""
        return QSize(360, theme.px(FIRST_STEP + 2 * RISE))

    def minimumSizeHint(self) -> QSize:
        """Return the width at which all three words still stand on their steps."""
        metrics = QFontMetricsF(theme.font(16, QFont.Weight.Bold))
        widest = max(metrics.horizontalAdvance(name) for name in self._names)
        return QSize(round(3 * (widest + 26) + 2 * GAP), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the three steps in reading direction."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            width = (self.width() - 2 * GAP) / 3
            right_to_left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            for place in range(3):
                height = theme.px(FIRST_STEP + place * RISE)
                x = (2 - place if right_to_left else place) * (width + GAP)
                box = QRectF(x, self.height() - height, width, height)
                self._paint_step(painter, place, box.adjusted(1.5, 1.5, -1.5, -1.5))

    def _paint_step(self, painter: QPainter, place: int, box: QRectF) -> None:
        reached = self._step == place + 1
        ink = theme.colour(_INKS[place] if reached else Colour.INK_SOFT)
        painter.setBrush(theme.colour(_GROUNDS[place] if reached else Colour.SURFACE))
        border = theme.colour(_INKS[place] if reached else Colour.CONTROL)
        painter.setPen(QPen(border, 3 if reached else 1.5))
        painter.drawRoundedRect(box, 9, 9)
        inner = box.adjusted(12, 8, -10, -9)
        direction = self.layoutDirection()
        painter.setPen(ink)
        weight = QFont.Weight.Bold if reached else QFont.Weight.Medium
        painter.setFont(theme.font(16, weight))
        name, bottom = self._names[place], Qt.AlignmentFlag.AlignBottom
        draw_line(painter, inner, name, direction, vertical=bottom)
        painter.setFont(theme.font(14, QFont.Weight.Bold))
        top = Qt.AlignmentFlag.AlignTop
        draw_line(painter, inner, str(place + 1), direction, vertical=top)
        if reached:
            side = theme.px(20)
            right_to_left = direction == Qt.LayoutDirection.RightToLeft
            x = inner.left() if right_to_left else inner.right() - side
            paint_icon(painter, "check", QRectF(x, inner.top(), side, side), ink)
