"""The ring around what has the keyboard: dark with a light halo, at least 3:1 on any ground."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget
from shiboken6 import isValid

from ui.theme import theme
from ui.tokens import Colour

OUTSET = 6
_STEPS = (
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
)
_POINTER = (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin)
_MOVED = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)


class FocusRing(QWidget):
    """One overlay for each window, seen only while the keyboard is used.

    It listens to the window's QWindow (call `hook` once the window is shown), to the focused
    widget and to what that stands in, because either may be moved: a filter over the whole
    application would cost 15,000 calls for each page. What has just got the keyboard is brought
    into view, unless a page has just opened at its top: its question is to be read first. After
    that the page may be rolled away from it.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._target: QWidget | None = None
        self._around: list[QWidget] = []
        self._keyboard = False
        self._bring = False
        self._stepped = False
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
        """Learn whether keyboard, wheel or pointer is used; move with the target."""
        kind = event.type()
        if isinstance(event, QKeyEvent) and kind is QEvent.Type.KeyPress:
            self._keyboard = True
            self._bring = bool(event.text()) and event.text().isprintable()
            self._stepped = self._bring or event.key() in _STEPS
            self._place()
        elif kind is QEvent.Type.Wheel:
            self._bring = False
        elif kind in _POINTER:
            self._keyboard = self._bring = False
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
        self._forget()
        if now is not None and now is not self._window and now.window() is self._window:
            self._target = now
            self._target.destroyed.connect(self._forget)
            around: QWidget | None = now
            while around is not None and around is not self._window:
                around.installEventFilter(self)
                self._around.append(around)
                around = around.parentWidget()
        self._bring = True
        self._place()

    def _forget(self) -> None:
        for widget in self._around:
            if isValid(widget):
                widget.removeEventFilter(self)
        if self._target is not None and isValid(self._target):
            self._target.destroyed.disconnect(self._forget)
        self._target = None
        self._around.clear()
        self.hide()

    def _place(self) -> None:
        target = self._target
        if (
            not self._keyboard
            or target is None
            or not target.isVisible()
            or isinstance(target, QLabel)
        ):
            self.hide()
            return
        page = next((one for one in self._around if isinstance(one, QScrollArea)), None)
        if page is not None and self._bring and (self._stepped or page.verticalScrollBar().value()):
            page.ensureWidgetVisible(target, 24, 24)
        place = QRect(target.mapTo(self._window, QPoint(0, 0)), target.size())
        place.adjust(-OUTSET, -OUTSET, OUTSET, OUTSET)
        self.setGeometry(place)
        if page is None:
            self.clearMask()
        else:
            port = page.viewport()
            seen = QRect(port.mapTo(self._window, QPoint(0, 0)), port.size()) & place
            if seen.isEmpty():
                self.hide()
                return
            self.setMask(QRegion(seen.translated(-place.topLeft())))
        self.raise_()
        self.show()
        self.update()
