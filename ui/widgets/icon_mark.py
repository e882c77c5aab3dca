"""An icon that only accompanies a text, so screen readers pass over it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.icons import paint_icon
from ui.theme import theme
from ui.tokens import Colour


class IconMark(QWidget):
    """A square Lucide icon in a colour of the scheme; `size` is at 100 % text size."""

    def __init__(self, icon: str, colour: Colour = Colour.PRIMARY, *, size: int = 22) -> None:
        super().__init__()
        self._icon = icon
        self._colour = colour
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, icon: str, colour: Colour) -> None:
        """Show another icon."""
        self._icon = icon
        self._colour = colour
        self.update()

    def sizeHint(self) -> QSize:
        """Return the side at the present text size."""
        side = theme.px(self._size)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the icon."""
        with QPainter(self) as painter:
            mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            side = theme.px(self._size)
            box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
            paint_icon(painter, self._icon, box, theme.colour(self._colour), mirrored=mirrored)
