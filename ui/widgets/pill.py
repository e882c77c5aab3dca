"""Short states in a row or a card: a level, a tag, a date that is long ago."""

from enum import StrEnum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.fonts import load_fonts_for
from ui.theme import theme
from ui.tokens import Colour

PAD_X = 11
HEIGHT = 26


class PillTone(StrEnum):
    """What a pill stands for; its words always say the same as its colour."""

    LEVEL_1 = "level_1"
    LEVEL_2 = "level_2"
    LEVEL_3 = "level_3"
    INFO = "info"
    NOTICE = "notice"
    NEUTRAL = "neutral"


PILL_COLOURS = {
    PillTone.LEVEL_1: (Colour.LEVEL_1, Colour.LEVEL_1_GROUND),
    PillTone.LEVEL_2: (Colour.LEVEL_2, Colour.LEVEL_2_GROUND),
    PillTone.LEVEL_3: (Colour.LEVEL_3, Colour.LEVEL_3_GROUND),
    PillTone.INFO: (Colour.INFO, Colour.INFO_GROUND),
    PillTone.NOTICE: (Colour.LEVEL_2, Colour.LEVEL_2_GROUND),
    PillTone.NEUTRAL: (Colour.INK_SOFT, Colour.SUNKEN),
}


class Pill(QWidget):
    """A few words on a tinted ground; screen readers hear the words."""

    def __init__(self, text: str, tone: PillTone = PillTone.INFO, *, name: str = "") -> None:
        super().__init__()
        self._text = text
        self._tone = tone
        self.setObjectName(name)
        self.setAccessibleName(text)
        load_fonts_for(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the size of the words on one line."""
        return QSize(round(pill_width(self._text)), theme.px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground and words."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_pill(painter, QRectF(self.rect()), self._text, self._tone)


def pill_width(text: str) -> float:
    """Return the width of a pill with `text`."""
    metrics = QFontMetricsF(theme.font(14, QFont.Weight.DemiBold))
    return metrics.horizontalAdvance(text) + 2 * PAD_X + 2


def paint_pill(painter: QPainter, box: QRectF, text: str, tone: PillTone) -> None:
    """Draw a pill into `box`, also for rows of a table."""
    ink, ground = PILL_COLOURS[tone]
    edge = box.adjusted(0.75, 0.75, -0.75, -0.75)
    painter.setBrush(theme.colour(ground))
    painter.setPen(
        theme.colour(ink)
        if theme.colour(ground) == theme.colour(Colour.SURFACE)
        else Qt.PenStyle.NoPen
    )
    painter.drawRoundedRect(edge, edge.height() / 2, edge.height() / 2)
    painter.setFont(theme.font(14, QFont.Weight.DemiBold))
    painter.setPen(theme.colour(ink))
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
