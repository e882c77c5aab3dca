"""Notices every window that is shown beside the program's own, if only for the blink of an eye.

A part that is shown before it has a parent becomes a window of its own: it flashes up and takes the
keyboard away from the real one.
"""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from ui.main_window import MainWindow


class StrayWindows(QObject):
    """`seen` names each of them; titles of the program's own window are collected in `titles`."""

    def __init__(self, application: QApplication) -> None:
        super().__init__()
        self.seen: list[str] = []
        self.titles: set[str] = set()
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's own name
        if event.type() in {QEvent.Type.Show, QEvent.Type.WindowTitleChange} and isinstance(
            watched, QWidget
        ):
            if isinstance(watched, MainWindow):
                self.titles.add(watched.windowTitle())
            elif watched.isWindow() and event.type() is QEvent.Type.Show:
                self.seen.append(f"{type(watched).__name__} {watched.objectName()}".strip())
        return False
