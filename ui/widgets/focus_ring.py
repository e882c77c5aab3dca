"""The ring around what has the keyboard: dark with a light halo, at least 3:1 on any ground."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget
from shiboken6 import isValid

from ui.theme import theme
from ui.tokens import Colour

OUTSET = 6
_KEYBOARD = (QEvent.Type.KeyPress,)
_POINTER = (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin)
_MOVED = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Hide, QEvent.Type.Wheel)


class FocusRing(QWidget):
    """One overlay for each window, seen only while the keyboard is used.

    It listens to the window's QWindow (call `hook` once the window is shown) and to the focused
    widget alone: a filter over the whole application would cost 15,000 calls for each page.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._target: QWidget | None = None
        self._keyboard = False
        self._hooked = False
        self.setObjectName("focusRing")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)
        self.hide()

    def hook(self) -> None:
        """Listen to real keys and clicks of the shown window."""
        handle = self._window.windowHandle()
        if handle is not None and not self._hooked:
            self._hooked = True
            handle.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Learn whether keyboard or pointer is used; move with the target."""
        kind = event.type()
        if kind in _KEYBOARD:
            self._keyboard = True
            self._place()
        elif kind in _POINTER:
            self._keyboard = False
            self.hide()
        elif kind in _MOVED:
            self._place()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw halo and ring."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = QRectF(self.rect())
            painter.setPen(QPen(theme.colour(Colour.FOCUS_HALO), 3))
            painter.drawRoundedRect(box.adjusted(1.5, 1.5, -1.5, -1.5), 13, 13)
            painter.setPen(QPen(theme.colour(Colour.FOCUS), 2.5))
            painter.drawRoundedRect(box.adjusted(3.5, 3.5, -3.5, -3.5), 11, 11)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if self._target is not None and isValid(self._target):
            self._target.removeEventFilter(self)
            self._target.destroyed.disconnect(self._forget)
        self._target = now if now is not None and now.window() is self._window else None
        if self._target is not None:
            self._target.installEventFilter(self)
            self._target.destroyed.connect(self._forget)
        self._place()

    def _forget(self) -> None:
        self._target = None
        self.hide()

    def _place(self) -> None:
        target = self._target
        if (
            not self._keyboard
            or target is None
            or not target.isVisible()
            or target is self._window
            or isinstance(target, QLabel)
        ):
            self.hide()
            return
        page = target.parentWidget()
        while page is not None and not isinstance(page, QScrollArea):
            page = page.parentWidget()
        if page is not None:
            page.ensureWidgetVisible(target, 24, 24)
        place = QRect(target.mapTo(self._window, QPoint(0, 0)), target.size())
        self.setGeometry(place.adjusted(-OUTSET, -OUTSET, OUTSET, OUTSET))
        self.raise_()
        self.show()
        self.update()
