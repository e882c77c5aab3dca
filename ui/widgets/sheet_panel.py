"""A sheet over the page for one decision: pause or stop, get help, ideas for a hard moment."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from ui.theme import theme
from ui.tokens import Colour
from ui.widgets.announcement import announce
from ui.widgets.button import Button, ButtonKind
from ui.widgets.scroll_page import ScrollPage, scrolling
from ui.widgets.text import Text, TextRole
from vrn_desktop.application.settings import ColourScheme

WIDEST = 560
MARGIN = 24
SCROLL_BAR = 20
SCRIM_ALPHA = 120
_SCROLLING: dict[int, int] = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 5,
    Qt.Key.Key_PageUp: -5,
}


class SheetPanel(QWidget):
    """Put widgets into `body`; `open_over` a screen, `close_sheet` gives it back. Esc closes.

    While it is open the page behind takes no keys, clicks or focus. `closed` tells the end.
    """

    closed = Signal()

    def __init__(self, title: str, *, name: str = "sheet", close_text: str = "Close") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(title)
        self._title = title
        self._behind: list[QWidget] = []
        self._focus_before: QWidget | None = None
        self._frame = QFrame(self)
        self._frame.setObjectName("sheet")
        column = QVBoxLayout(self._frame)
        column.setContentsMargins(26, 20, 20, 24)
        head = self._head = QHBoxLayout()
        head.addWidget(Text(title, TextRole.TITLE), 1)
        close = Button(close_text, kind=ButtonKind.QUIET, icon="x", name=f"{name}-close")
        close.clicked.connect(self.close_sheet)
        head.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        page = ScrollPage()
        self.body = QVBoxLayout(page)
        self.body.setContentsMargins(0, 4, 6, 0)
        self.body.setSpacing(12)
        self._scroll = scrolling(page)
        column.addWidget(self._scroll)
        self._page = page
        self.hide()

    def add(self, widget: QWidget) -> None:
        """Put `widget` under what is there."""
        self.body.addWidget(widget)

    def open_over(self, host: QWidget) -> None:
        """Cover `host` and take the focus."""
        self._focus_before = QApplication.focusWidget()
        self._behind = [
            child
            for child in host.findChildren(
                QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly
            )
            if child is not self and child.isEnabled() and not child.isHidden()
        ]
        for child in self._behind:
            child.setEnabled(False)
        self.setParent(host)
        host.installEventFilter(self)
        self.setGeometry(host.rect())
        self.show()
        self.raise_()
        self._place()
        self._move_focus(1, start=-1)
        announce(self, self._title)

    def close_sheet(self) -> None:
        """Give the page back as it was."""
        if self.isHidden():
            return
        host = self.parentWidget()
        if host is not None:
            host.removeEventFilter(self)
        for child in filter(isValid, self._behind):
            child.setEnabled(True)
        self._behind = []
        self.hide()
        before, self._focus_before = self._focus_before, None
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus()
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the page behind."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
            self._place()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc, scroll with the arrows; no key reaches the page behind."""
        bar = self._scroll.verticalScrollBar()
        if event.key() == Qt.Key.Key_Escape:
            self.close_sheet()
        elif event.key() in _SCROLLING:
            bar.setValue(bar.value() + _SCROLLING[event.key()] * bar.singleStep() * 3)
        event.accept()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's own signature
        """Keep Tab inside the sheet."""
        stops = self._stops()
        focused = QApplication.focusWidget()
        start = stops.index(focused) if focused in stops else -1
        self._move_focus(1 if forward else -1, start=start)
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Dim the page behind."""
        with QPainter(self) as painter:
            scrim = theme.colour(
                Colour.INK if theme.scheme is ColourScheme.LIGHT else Colour.SUNKEN
            )
            scrim.setAlpha(SCRIM_ALPHA)
            painter.fillRect(self.rect(), scrim)

    def _stops(self) -> list[QWidget]:
        found = [
            child
            for child in self._frame.findChildren(QWidget)
            if child.isVisibleTo(self)
            and child.isEnabled()
            and child.focusPolicy() & Qt.FocusPolicy.TabFocus
            and child.focusProxy() is None
            and not isinstance(child, QLabel)
        ]
        close = [child for child in found if child.objectName().endswith("-close")]
        return [child for child in found if child not in close] + close

    def _move_focus(self, step: int, *, start: int) -> None:
        stops = self._stops()
        if stops:
            stops[(start + step) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)

    def _place(self) -> None:
        width = min(theme.px(WIDEST), self.width() - 2 * MARGIN)
        self._frame.setFixedWidth(width)
        self._frame.ensurePolished()
        layout, outer = self._page.layout(), self._frame.layout()
        if layout is None or outer is None:
            return
        margins = outer.contentsMargins()
        inner = width - margins.left() - margins.right() - SCROLL_BAR
        head = self._head.sizeHint().height() + outer.spacing() + margins.top() + margins.bottom()
        height = min(self.height() - 2 * MARGIN, layout.totalHeightForWidth(inner) + head + 4)
        self._frame.setFixedHeight(height)
        self._frame.move((self.width() - width) // 2, max(MARGIN, (self.height() - height) // 3))
