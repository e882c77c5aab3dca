"""The program as people start it, telling when its first window has been painted."""

import sys
from time import monotonic

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from vrn_desktop.__main__ import main

ITS_OWN_LOOP = QApplication.exec


class FirstPaint(QObject):
    """Waits for the first paint of a window and says when it is over."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        if event.type() is QEvent.Type.Paint and isinstance(watched, QWidget):
            application().removeEventFilter(self)
            QTimer.singleShot(0, lambda: print(f"painted {monotonic()}", flush=True))
        return False


def application() -> QApplication:
    running = QApplication.instance()
    assert isinstance(running, QApplication)
    return running


def watched_loop(*_: object) -> int:
    """Qt's own loop, with the watcher put in before it turns."""
    watcher = FirstPaint(application())
    application().installEventFilter(watcher)
    for window in application().topLevelWidgets():
        window.update()
    return int(ITS_OWN_LOOP())


if __name__ == "__main__":
    QApplication.exec = watched_loop  # type: ignore[method-assign] # only this process
    sys.exit(main(sys.argv[1:]))
