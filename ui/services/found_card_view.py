"""A found service as one large button that opens its page; painted, so that typing stays quick."""

from collections.abc import Callable
from functools import lru_cache

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ui.fonts import load_fonts_for
from ui.theme import theme
from ui.tokens import Colour
from ui.widgets.painted_text import KeptTexts, PaintedText
from vrn_desktop.domain.identifiers import ServiceId
from vrn_desktop.presenters.directory.found_card import FoundCard

PAD_X, PAD_Y, GAP = 20, 16, 4
NAME_SIZE, TEXT_SIZE, SMALL_SIZE = 19, 16, 15
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
SEPARATOR = " · "


class FoundCardView(QAbstractButton):
    """Draws a `FoundCard`; can stand for another one, which is faster than a new view."""

    def __init__(self, on_open: Callable[[ServiceId], None]) -> None:
        super().__init__()
        self._card: FoundCard | None = None
        self._lines: tuple[tuple[str, int, QFont.Weight, Colour], ...] = ()
        self._kept = KeptTexts()
        self._heights: dict[int, int] = {}
        self._on_open = on_open
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(self._open)
        theme.changed.connect(self._measure_again)

    def show_card(self, card: FoundCard) -> None:
        """Stand for this service from now on."""
        if card == self._card:
            return
        self._card = card
        self.setObjectName(f"found-{card.id}")
        self.setAccessibleName(card.name)
        self.setAccessibleDescription(card.spoken)
        self._lines = tuple(line for line in _lines_of(card) if line[0])
        load_fonts_for(" ".join(line[0] for line in self._lines))
        self._measure_again()

    def hasHeightForWidth(self) -> bool:
        """Say that narrow cards grow higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines."""
        height = self._heights.get(width)
        if height is None:
            room = width - 2 * PAD_X
            high = sum(
                self._height_of(words, size, weight, room) for words, size, weight, _ in self._lines
            )
            height = round(high) + GAP * max(0, len(self._lines) - 1) + 2 * PAD_Y
            self._heights[width] = height
        return height

    def sizeHint(self) -> QSize:
        """Return a comfortable width; the height follows from the width that the page gives."""
        return QSize(theme.px(480), theme.px(60))

    def minimumSizeHint(self) -> QSize:
        """Return the narrowest size that still reads well."""
        return QSize(theme.px(220), theme.px(60))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter open it as Space does."""
        if event.key() in ENTER and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the lines."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            ground = Colour.SUNKEN if self.underMouse() else Colour.SURFACE
            painter.setBrush(theme.colour(ground))
            painter.setPen(QPen(theme.colour(Colour.LINE), 1))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 14, 14)
            y = float(PAD_Y)
            for text, colour in self._texts(self.width()):
                text.draw(painter, PAD_X, y, theme.colour(colour))
                y += text.height + GAP

    def _texts(self, width: int) -> list[tuple[PaintedText, Colour]]:
        room = width - 2 * PAD_X
        return [
            (self._laid_out(words, size, weight, room), colour)
            for words, size, weight, colour in self._lines
        ]

    def _height_of(self, words: str, size: int, weight: QFont.Weight, room: int) -> float:
        """The height of one text; plain letters that fit on one line need no laying out."""
        metrics = _metrics(size, weight, theme.text_percent, wide=theme.wide_spacing)
        if words.isascii() and metrics.horizontalAdvance(words) <= room:
            return metrics.lineSpacing()
        return self._laid_out(words, size, weight, room).height

    def _laid_out(self, words: str, size: int, weight: QFont.Weight, room: int) -> PaintedText:
        direction = self.layoutDirection()
        return self._kept.kept(
            (words, size, room, direction),
            lambda: PaintedText(words, theme.font(size, weight), room, direction=direction),
        )

    def _measure_again(self) -> None:
        self._heights.clear()
        self.updateGeometry()
        self.update()

    def _open(self) -> None:
        if self._card is not None:
            self._on_open(self._card.id)


@lru_cache(maxsize=16)
def _metrics(size: int, weight: QFont.Weight, _percent: int, *, wide: bool) -> QFontMetricsF:
    """The measures of a font of ours, as long as neither text size nor spacing changes."""
    del wide
    return QFontMetricsF(theme.font(size, weight))


def _lines_of(card: FoundCard) -> tuple[tuple[str, int, QFont.Weight, Colour], ...]:
    plain, strong = QFont.Weight.Normal, QFont.Weight.DemiBold
    check = Colour.LEVEL_2 if card.needs_check else Colour.INK_SOFT
    return (
        (SEPARATOR.join(card.marks), SMALL_SIZE, strong, Colour.INFO),
        (card.name, NAME_SIZE, strong, Colour.INK),
        (card.what, TEXT_SIZE, plain, Colour.INK),
        (SEPARATOR.join((*card.facts, card.hours)), SMALL_SIZE, plain, Colour.INK_SOFT),
        (card.contact, TEXT_SIZE, strong, Colour.PRIMARY),
        (card.check, SMALL_SIZE, plain, check),
    )
