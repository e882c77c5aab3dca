"""Text that a widget measures and paints itself: at the page's side, in its own direction."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from ui.theme import theme

SMALLEST_WIDTH = 10.0
MOST_KEPT = 16


class PaintedText:
    """One text laid out for one width; `height` and `width` are in logical pixels."""

    def __init__(
        self,
        text: str,
        font: QFont,
        width: float,
        *,
        direction: Qt.LayoutDirection,
        alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeading,
    ) -> None:
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        option.setAlignment(
            reading_side(direction) if alignment == Qt.AlignmentFlag.AlignLeading else alignment
        )
        self._layout = QTextLayout(text, font)
        self._layout.setTextOption(option)
        spacing = QFontMetricsF(font).lineSpacing()
        self.height = 0.0
        self.width = 0.0
        self._layout.beginLayout()
        line = self._layout.createLine()
        while line.isValid():
            line.setLineWidth(max(SMALLEST_WIDTH, width))
            line.setPosition(QPointF(0, self.height))
            self.height += max(spacing, line.height())
            self.width = max(self.width, line.naturalTextWidth())
            line = self._layout.createLine()
        self._layout.endLayout()

    def draw(self, painter: QPainter, x: float, y: float, colour: QColor) -> None:
        """Paint the text with its upper left corner at x, y."""
        painter.setPen(colour)
        self._layout.draw(painter, QPointF(x, y))


class KeptTexts:
    """The layouts a widget has made, so that being measured again at the same width costs nothing."""

    def __init__(self) -> None:
        self._kept: dict[tuple[object, ...], PaintedText] = {}

    def kept(self, key: tuple[object, ...], make: Callable[[], PaintedText]) -> PaintedText:
        """Return the layout of `key`, which names everything the look depends on but the theme."""
        whole = (*key, theme.text_percent, theme.wide_spacing)
        text = self._kept.get(whole)
        if text is None:
            if len(self._kept) >= MOST_KEPT:
                self._kept.clear()
            text = self._kept[whole] = make()
        return text


def longest_word_width(text: str, font: QFont) -> float:
    """Return the width below which a word of `text` would be broken."""
    metrics = QFontMetricsF(font)
    return max((metrics.horizontalAdvance(word) for word in text.split()), default=0.0)


def reading_side(direction: Qt.LayoutDirection) -> Qt.AlignmentFlag:
    """Return the side where reading starts on the page, whatever script a text is in."""
    if direction == Qt.LayoutDirection.RightToLeft:
        return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
    return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute


def draw_line(
    painter: QPainter,
    box: QRectF,
    words: str,
    direction: Qt.LayoutDirection,
    *,
    vertical: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignVCenter,
) -> None:
    """Draw `words` on one line at the page's side, in the direction of their own script."""
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(box.width()))
    painter.drawText(box, reading_side(direction) | vertical, shown)
