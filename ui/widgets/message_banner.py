"""Calm messages on a page: something to know, something to notice, something to finish."""

from enum import StrEnum

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import theme
from ui.tokens import Colour
from ui.widgets.icon_mark import IconMark
from ui.widgets.text import Text, TextRole

BAR = 6
RADIUS = 12


class BannerTone(StrEnum):
    """How a message is meant; none of them is red and none flashes."""

    INFO = "info"
    CALM = "calm"
    NOTICE = "notice"
    PROBLEM = "problem"


_TONES = {
    BannerTone.INFO: (Colour.INFO, Colour.INFO_GROUND, "info"),
    BannerTone.CALM: (Colour.PRIMARY, Colour.SOFT, "life-buoy"),
    BannerTone.NOTICE: (Colour.LEVEL_2, Colour.LEVEL_2_GROUND, "bell"),
    BannerTone.PROBLEM: (Colour.ERROR, Colour.ERROR_GROUND, "circle-alert"),
}


class MessageBanner(QWidget):
    """A title, a text and perhaps buttons (`add`) on a tinted ground with a bar at its start."""

    def __init__(
        self,
        title: str,
        text: str = "",
        *,
        tone: BannerTone = BannerTone.INFO,
        icon: str | None = None,
        name: str = "banner",
    ) -> None:
        super().__init__()
        self._tone = tone
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 16, 20, 16)
        row.setSpacing(14)
        mark = IconMark(_TONES[tone][2] if icon is None else icon, _TONES[tone][0])
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        self.body = QVBoxLayout()
        self.body.setSpacing(6)
        row.addLayout(self.body, 1)
        self._title = Text(title, TextRole.SECTION, name=f"{name}-title")
        self._text = Text(text, name=f"{name}-text")
        self.body.addWidget(self._title)
        self.body.addWidget(self._text)
        self.set_message(title, text)

    def set_message(self, title: str, text: str = "") -> None:
        """Change the words."""
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)

    def add(self, widget: QWidget) -> None:
        """Put a widget under the text."""
        self.body.addWidget(widget)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the bar on the side where reading starts."""
        bar, ground, _ = _TONES[self._tone]
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = QRectF(self.rect())
            shape = QPainterPath()
            shape.addRoundedRect(box, RADIUS, RADIUS)
            painter.setClipPath(shape)
            painter.fillRect(box, theme.colour(ground))
            right_to_left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            x = box.right() - BAR if right_to_left else 0.0
            painter.fillRect(QRectF(x, 0, BAR, box.height()), theme.colour(bar))
