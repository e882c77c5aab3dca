"""Esc pressed twice hides the screen; one Esc keeps its ordinary meaning."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QWindow

TWICE_WITHIN_MS = 600


class QuickHide(QObject):
    """Watches the keys of one window's QWindow; `pressed_twice` asks for the cover."""

    pressed_twice = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pressed_at: int | None = None

    def watch(self, window: QWindow) -> None:
        """Listen to the keys of `window`."""
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Notice two Esc within 0.6 seconds, with no other key between; swallow nothing."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            before, self._pressed_at = self._pressed_at, None
            if event.key() == Qt.Key.Key_Escape and not event.isAutoRepeat():
                if before is not None and event.timestamp() - before <= TWICE_WITHIN_MS:
                    self.pressed_twice.emit()
                else:
                    self._pressed_at = event.timestamp()
        return False
