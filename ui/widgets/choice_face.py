"""How a choice that fills a whole card looks and how high it is."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton

from ui.fonts import load_fonts_for
from ui.icons import paint_icon
from ui.theme import theme
from ui.tokens import Colour
from ui.widgets.painted_text import KeptTexts, PaintedText

PAD_X = 18
MARK = 26
GAP = 16
KEY_CAP = 26
SYMBOL = 30
LEAST_HEIGHT = 54
MOST_HEIGHTS = 64


class ChoiceFace:
    """Paints mark, words, hint and key cap of a radio or check card; `big` is for shared view."""

    def __init__(
        self, card: QAbstractButton, *, hint: str, key: str, big: bool, round_mark: bool
    ) -> None:
        self._card = card
        self._round_mark = round_mark
        self._kept = KeptTexts()
        self._heights: dict[tuple[int, str, int, bool], int] = {}
        self.set_words(hint=hint, key=key, big=big)

    def set_words(self, *, hint: str, key: str, big: bool, symbol: str = "") -> None:
        """Change what stands beside the card's own text; `symbol` is an icon for easy reading."""
        self._symbol = symbol
        self._hint = hint
        self._key = key
        self.set_big(big=big)
        load_fonts_for(self._card.text() + hint)

    def set_big(self, *, big: bool) -> None:
        """Be larger while two pairs of eyes are on the screen (TI-08)."""
        self._big = big
        self._pad_y = 20 if big else 14
        self._heights.clear()

    def height_for(self, width: int) -> int:
        """Return the height of the wrapped words and hint at `width`."""
        look = (width, self._card.text(), theme.text_percent, theme.wide_spacing)
        height = self._heights.get(look)
        if height is None:
            text, hint = self._texts(self._text_width(width))
            least = theme.px(LEAST_HEIGHT)
            height = int(max(least, text.height + _height(hint) + 2 * self._pad_y))
            if len(self._heights) >= MOST_HEIGHTS:
                self._heights.clear()
            self._heights[look] = height
        return height

    def size_hint(self) -> QSize:
        """Return a comfortable size."""
        width = theme.px(420)
        return QSize(width, self.height_for(width))

    def minimum_size(self) -> QSize:
        """Return the narrowest size that still reads well."""
        return QSize(theme.px(180), theme.px(LEAST_HEIGHT))

    def paint(self, painter: QPainter) -> None:
        """Draw the whole card."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        width = self._card.width()
        right_to_left = self._right_to_left()
        side = theme.px(MARK)
        mark_x = width - PAD_X - side if right_to_left else PAD_X
        self._paint_mark(painter, QRectF(mark_x, (self._card.height() - side) / 2, side, side))
        text_width = self._text_width(width)
        text, hint = self._texts(text_width)
        start = PAD_X + side + GAP + self._symbol_room()
        x = width - start - text_width if right_to_left else start
        if self._symbol:
            self._paint_symbol(painter, PAD_X + side + GAP)
        y = (self._card.height() - text.height - _height(hint)) / 2
        text.draw(painter, x, y, theme.colour(Colour.INK))
        if hint is not None:
            hint.draw(painter, x, y + text.height + 2, theme.colour(Colour.INK_SOFT))
        if self._key:
            cap = theme.px(KEY_CAP)
            cap_x = PAD_X if right_to_left else width - PAD_X - cap
            self._paint_key(painter, QRectF(cap_x, (self._card.height() - cap) / 2, cap, cap))

    def _paint_ground(self, painter: QPainter) -> None:
        chosen = self._card.isChecked()
        ground = Colour.SOFT if chosen else Colour.SURFACE
        if not chosen and self._card.underMouse():
            ground = Colour.SUNKEN
        border = Colour.PRIMARY if chosen else Colour.CONTROL
        painter.setBrush(theme.colour(ground))
        painter.setPen(QPen(theme.colour(border), 2.5 if chosen else 1.5))
        painter.drawRoundedRect(QRectF(self._card.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 12, 12)

    def _paint_mark(self, painter: QPainter, box: QRectF) -> None:
        chosen = self._card.isChecked()
        colour = theme.colour(Colour.PRIMARY if chosen else Colour.CONTROL)
        painter.setPen(QPen(colour, 2.5))
        ring = box.adjusted(1.5, 1.5, -1.5, -1.5)
        if self._round_mark:
            painter.setBrush(theme.colour(Colour.SURFACE))
            painter.drawEllipse(ring)
            if chosen:
                inset = box.width() * 0.27
                painter.setBrush(colour)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.drawEllipse(box.adjusted(inset, inset, -inset, -inset))
            return
        painter.setBrush(colour if chosen else theme.colour(Colour.SURFACE))
        painter.drawRoundedRect(ring, 6, 6)
        if chosen:
            tick = box.adjusted(4, 4, -4, -4)
            paint_icon(painter, "check", tick, theme.colour(Colour.ON_PRIMARY))

    def _paint_key(self, painter: QPainter, box: QRectF) -> None:
        painter.setPen(QPen(theme.colour(Colour.LINE), 1.5))
        painter.setBrush(theme.colour(Colour.PAPER))
        painter.drawRoundedRect(box, 6, 6)
        painter.setPen(theme.colour(Colour.INK_SOFT))
        painter.setFont(theme.font(14, QFont.Weight.DemiBold))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._key)

    def _paint_symbol(self, painter: QPainter, start: float) -> None:
        size = theme.px(SYMBOL)
        x = self._card.width() - start - size if self._right_to_left() else start
        box = QRectF(x, (self._card.height() - size) / 2, size, size)
        paint_icon(painter, self._symbol, box, theme.colour(Colour.INK))

    def _symbol_room(self) -> int:
        return theme.px(SYMBOL) + GAP if self._symbol else 0

    def _texts(self, width: float) -> tuple[PaintedText, PaintedText | None]:
        size, hint_size = (22, 19) if self._big else (18, 15)
        text = self._laid_out(self._card.text(), size, QFont.Weight.Medium, width)
        if not self._hint:
            return text, None
        return text, self._laid_out(self._hint, hint_size, QFont.Weight.Normal, width)

    def _laid_out(self, words: str, size: int, weight: QFont.Weight, width: float) -> PaintedText:
        direction = self._card.layoutDirection()
        return self._kept.kept(
            (words, size, width, direction),
            lambda: PaintedText(words, theme.font(size, weight), width, direction=direction),
        )

    def _text_width(self, width: int) -> float:
        key = theme.px(KEY_CAP) + 8 if self._key else 0
        return width - 2 * PAD_X - theme.px(MARK) - GAP - key - self._symbol_room()

    def _right_to_left(self) -> bool:
        return self._card.layoutDirection() == Qt.LayoutDirection.RightToLeft


def _height(hint: PaintedText | None) -> float:
    return hint.height + 2 if hint is not None else 0.0
