"""Wrapped text that a widget measures and paints itself, in either reading direction."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

SMALLEST_WIDTH = 10.0


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
        option.setTextDirection(direction)
        option.setAlignment(_absolute(alignment, direction))
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


def longest_word_width(text: str, font: QFont) -> float:
    """Return the width below which a word of `text` would be broken."""
    metrics = QFontMetricsF(font)
    return max((metrics.horizontalAdvance(word) for word in text.split()), default=0.0)


def _absolute(alignment: Qt.AlignmentFlag, direction: Qt.LayoutDirection) -> Qt.AlignmentFlag:
    if alignment != Qt.AlignmentFlag.AlignLeading:
        return alignment
    if direction == Qt.LayoutDirection.RightToLeft:
        return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
    return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
