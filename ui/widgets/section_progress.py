"""Where in the conversation we are: "Part 2 of 7", without percentages or time."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.fonts import load_fonts_for
from ui.theme import theme
from ui.tokens import Colour
from ui.widgets.painted_text import draw_line

BAR = 8
GAP = 6
WIDEST = 460
TEXT = 14
BIG_TEXT = 19


class SectionProgress(QWidget):
    """One segment for each part; `within` (0 to 1) fills the present one."""

    def __init__(
        self,
        parts: Sequence[str],
        current: int,
        *,
        within: float = 0.0,
        name: str = "sectionProgress",
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._parts: Sequence[str] = ()
        self._current = 0
        self._within = 0.0
        self._big = False
        self.set_progress(parts, current, within=within)

    def set_progress(self, parts: Sequence[str], current: int, *, within: float = 0.0) -> None:
        """Show part `current` (counted from 0) of `parts`."""
        self._parts, self._current, self._within = parts, current, within
        load_fonts_for(parts[current])
        self.setAccessibleName(self._words())
        self.update()

    def set_big(self, *, big: bool) -> None:
        """Be larger while two pairs of eyes are on the screen (TI-08)."""
        self._big = big
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for the words over the bar."""
        return QSize(theme.px(WIDEST), theme.px(26 if self._big else 20) + 4 + BAR)

    def minimumSizeHint(self) -> QSize:
        """Return the narrowest bar; the words are shortened before it."""
        return QSize(theme.px(110), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the words and the segments in reading direction."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(theme.colour(Colour.INK_SOFT))
            painter.setFont(theme.font(BIG_TEXT if self._big else TEXT, QFont.Weight.DemiBold))
            room = QRectF(0, 0, self.width(), self.height() - BAR - 4)
            draw_line(painter, room, self._words(), self.layoutDirection())
            self._paint_segments(painter)

    def _paint_segments(self, painter: QPainter) -> None:
        count = len(self._parts)
        width = (self.width() - GAP * (count - 1)) / count
        right_to_left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        done, waiting = theme.colour(Colour.PRIMARY), theme.colour(Colour.CONTROL)
        waiting.setAlpha(70)
        painter.setPen(Qt.PenStyle.NoPen)
        for place in range(count):
            x = (count - 1 - place if right_to_left else place) * (width + GAP)
            box = QRectF(x, self.height() - BAR, width, BAR)
            painter.setBrush(done if place < self._current else waiting)
            painter.drawRoundedRect(box, BAR / 2, BAR / 2)
            if place == self._current:
                filled = max(float(BAR), width * self._within)
                start = x + width - filled if right_to_left else x
                painter.setBrush(done)
                painter.drawRoundedRect(QRectF(start, box.y(), filled, BAR), BAR / 2, BAR / 2)

    def _words(self) -> str:
        part = f"Part {self._current + 1} of {len(self._parts)}"
        return f"{part}  ·  {self._parts[self._current]}"
