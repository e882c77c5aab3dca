"""How far something long has come: words, a bar that only grows, and a way to stop it."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy

from ui.theme import theme
from ui.tokens import Colour

HEIGHT = 14


class ProgressLine(QProgressBar):
    """Painted calmly: nothing moves by itself; without a known end it is an empty line."""

    def __init__(self, *, name: str, accessible_name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(accessible_name)
        self.setTextVisible(False)
        self.setRange(0, 100)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_progress(self, done: int, of: int | None) -> None:
        """So much of so much; None where nobody knows how much there is."""
        percent = min(100, 100 * done // of) if of else 0
        if percent != self.value():
            self.setValue(percent)

    def sizeHint(self) -> QSize:
        """Return a line as high as it has to be to be seen."""
        return QSize(theme.px(240), theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return the least that still shows something."""
        return QSize(theme.px(80), theme.px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, and what is done from the side where reading starts."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = QRectF(self.rect())
            shape = QPainterPath()
            shape.addRoundedRect(box, box.height() / 2, box.height() / 2)
            painter.setClipPath(shape)
            painter.fillRect(box, theme.colour(Colour.LINE))
            width = box.width() * self.value() / 100
            x = box.right() - width if self.isRightToLeft() else box.left()
            painter.fillRect(
                QRectF(x, box.top(), width, box.height()), theme.colour(Colour.PRIMARY)
            )
