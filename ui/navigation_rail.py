"""The rail at the start of the window: the places of the program, with what waits in them."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import theme
from ui.tokens import Colour
from ui.widgets.button import Button, ButtonKind
from ui.widgets.icon_mark import IconMark
from ui.widgets.scroll_page import ScrollPage, scrolling
from ui.widgets.text import Text, TextRole
from vrn_desktop.presenters.navigation_presenter import Place

WIDTH = 216
ICON_WIDTH = 76
NARROW_WINDOW = 1040  # at 100 % text size
PROGRAM_NAME = "VRN Desktop"
LOCK_TEXT = "Lock"


@dataclass(frozen=True, slots=True, kw_only=True)
class RailItem:
    """One place in the rail; `waiting` is a count that its name speaks as well."""

    place: Place
    text: str
    icon: str
    waiting: int = 0
    at_end: bool = False


WORKER_ITEMS = (
    RailItem(place=Place.HOME, text="Home", icon="house"),
    RailItem(place=Place.YOUNG_PEOPLE, text="Young people", icon="users"),
    RailItem(place=Place.CONVERSATIONS, text="Conversations", icon="message-circle"),
    RailItem(place=Place.SERVICES, text="Services", icon="map-pin-house"),
    RailItem(place=Place.SETTINGS, text="Settings", icon="settings", at_end=True),
    RailItem(place=Place.HELP, text="Help", icon="life-buoy", at_end=True),
)


class NavigationRail(QFrame):
    """`place_chosen` tells the place; `lock_requested` the last button."""

    place_chosen = Signal(object)
    lock_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setAccessibleName("Places")
        self._items: dict[Place, tuple[RailItem, Button]] = {}
        self._current: Place | None = None
        self._narrow = False
        self._window_width = NARROW_WINDOW
        inner = ScrollPage()
        area = scrolling(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(14, 14, 14, 14)
        self._column.setSpacing(4)
        self._name = Text(PROGRAM_NAME, TextRole.SECTION, wrap=False)
        brand = QWidget()
        row = QHBoxLayout(brand)
        row.setContentsMargins(9, 4, 0, 8)
        row.setSpacing(12)
        row.addWidget(IconMark("signpost", Colour.BRAND, size=24))
        row.addWidget(self._name, 1)
        self._column.addWidget(brand)
        self._start = QVBoxLayout()
        self._start.setSpacing(4)
        self._end = QVBoxLayout()
        self._end.setSpacing(4)
        self._column.addLayout(self._start)
        self._column.addStretch(1)
        self._column.addLayout(self._end)
        self._lock = Button(LOCK_TEXT, kind=ButtonKind.RAIL, icon="lock", name="rail-lock")
        self._lock.clicked.connect(self.lock_requested)
        self._column.addWidget(self._lock)
        theme.changed.connect(self._fit)
        self.fit(NARROW_WINDOW)

    def show_items(self, items: Sequence[RailItem], current: Place | None) -> None:
        """Show `items` and which of them is open."""
        if tuple(self._items) != tuple(item.place for item in items):
            self._rebuild(items)
        self._current = current
        for item in items:
            button = self._items[item.place][1]
            button.setChecked(item.place is current)
            button.set_badge(str(item.waiting) if item.waiting else "")
            waiting = f", {item.waiting} waiting" if item.waiting else ""
            here = ", current page" if item.place is current else ""
            button.setAccessibleName(f"{item.text}{waiting}{here}")

    def fit(self, window_width: int) -> None:
        """Show icons alone in a narrow window."""
        self._window_width = window_width
        self._fit()

    def _fit(self) -> None:
        self._narrow = self._window_width < theme.px(NARROW_WINDOW)
        self._name.setVisible(not self._narrow)
        for button in (self._lock, *(button for _, button in self._items.values())):
            button.set_compact(self._narrow)
        self.setFixedWidth(self.sizeHint().width())

    def sizeHint(self) -> QSize:
        """Return the width for words or for icons at the present text size."""
        width = theme.px(ICON_WIDTH) if self._narrow else theme.px(WIDTH)
        return QSize(width, super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line that parts the rail from the page in high contrast and dark."""
        super().paintEvent(event)
        with QPainter(self) as painter:
            right_to_left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            x = 0 if right_to_left else self.width() - 1
            painter.fillRect(QRectF(x, 0, 1, self.height()), theme.colour(Colour.RAIL_LINE))

    def _rebuild(self, items: Sequence[RailItem]) -> None:
        for _, button in self._items.values():
            button.hide()
            button.deleteLater()
        self._items = {}
        for item in items:
            button = Button(
                item.text, kind=ButtonKind.RAIL, icon=item.icon, name=f"rail-{item.place}"
            )
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, place=item.place: self._choose(place))
            button.set_compact(self._narrow)
            (self._end if item.at_end else self._start).addWidget(button)
            self._items[item.place] = (item, button)

    def _choose(self, place: Place) -> None:
        self._items[place][1].setChecked(place is self._current)
        self.place_chosen.emit(place)
