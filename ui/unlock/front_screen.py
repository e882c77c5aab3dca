"""Screens before signing in: a calm dark panel at the start side, the page beside it."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.screen import Screen, State
from ui.theme import theme
from ui.tokens import Colour
from ui.widgets.icon_mark import IconMark
from ui.widgets.text import Text, TextRole

PROGRAM_NAME = "VRN Desktop"
PROMISE = "What is written down stays on this laptop, encrypted."
OFFLINE = "Works without internet."
PANEL_WIDTH = 380
PANEL_SHARE = 0.3
LEAST_PAGE = 560
MARGINS, LOW_MARGINS = (40, 44, 32, 36), (26, 24, 22, 18)


class FrontPanel(QFrame):
    """Program name, what it promises, and room for a task list; `low` leaves more room for it."""

    def __init__(self, *, place: str = "", foot: str = OFFLINE, low: bool = False) -> None:
        super().__init__()
        self.setObjectName("frontPanel")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(*(LOW_MARGINS if low else MARGINS))
        self._column.setSpacing(8)
        brand = QBoxLayout(
            QBoxLayout.Direction.LeftToRight if low else QBoxLayout.Direction.TopToBottom
        )
        brand.setSpacing(14)
        brand.addWidget(IconMark("signpost", Colour.BRAND, size=28 if low else 44))
        brand.addWidget(Text(PROGRAM_NAME, TextRole.TITLE if low else TextRole.DISPLAY), 1)
        self._column.addLayout(brand)
        self._column.addWidget(Text(PROMISE, TextRole.META))
        self.place = Text(place, TextRole.STRONG, name="frontPanel-place")
        self.place.setVisible(bool(place))
        self._column.addSpacing(6)
        self._column.addWidget(self.place)
        self._room = QVBoxLayout()
        self._column.addLayout(self._room)
        self._column.addStretch(1)
        self._column.addWidget(Text(foot, TextRole.META))

    def put(self, widget: QWidget) -> None:
        """Put `widget` under the promise."""
        self._room.addSpacing(14)
        self._room.addWidget(widget)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line that parts the panel from the page in dark and high contrast."""
        super().paintEvent(event)
        with QPainter(self) as painter:
            x = 0 if self.isRightToLeft() else self.width() - 1
            painter.fillRect(QRectF(x, 0, 1, self.height()), theme.colour(Colour.RAIL_LINE))


class PageWithFront(QWidget):
    """The panel goes where there is no room for it beside the page."""

    def __init__(self, panel: QWidget, page: QWidget, footer: QWidget | None) -> None:
        super().__init__()
        self._panel = panel
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(panel)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(page, 1)
        if footer is not None:
            column.addWidget(footer)
        row.addLayout(column, 1)
        theme.changed.connect(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the panel its share, or none."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        width = min(theme.px(PANEL_WIDTH), round(self.width() * PANEL_SHARE))
        room = self.width() - width >= theme.px(LEAST_PAGE)
        layout = self._panel.layout()
        fits = layout is None or layout.totalHeightForWidth(width) <= self.height()
        self._panel.setFixedWidth(max(width, 1))
        self._panel.setVisible(room and fits)


class FrontScreen(Screen[State]):
    """A screen with the panel; nothing that is needed stands in the panel alone.

    The content grows in width with the text size, so that lines stay as long as they are.
    """

    def __init__(self, *, name: str, title: str, content_width: int) -> None:
        super().__init__(name=name, title=title, content_width=theme.px(content_width))
        self._wanted_width = content_width
        self._footer: QWidget | None = None
        theme.changed.connect(self._fit_content)

    def set_footer(self, footer: QWidget) -> None:
        """Put a strip under the page, beside the panel; before `set_front`."""
        self._footer = footer

    def set_front(self, panel: QWidget) -> None:
        """Put `panel` at the start side of the page."""
        place = self._frame.indexOf(self._main)
        self._frame.removeWidget(self._main)
        self._main = PageWithFront(panel, self._main, self._footer)
        self._frame.insertWidget(place, self._main, 1)

    def _fit_content(self) -> None:
        self.set_content_width(theme.px(self._wanted_width))
