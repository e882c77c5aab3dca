"""Drives the real window as a person would: by the names of things, with clicks and keys, and pictures."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QWidget,
)

PATIENCE_SECONDS = 30.0
LOOKS_EVERY_MS = 10
SETTLING_ROUNDS = 8

Found = TypeVar("Found", bound=QWidget)


class StepFailedError(Exception):
    """A step of the walk did not come out; says which thing was missing, never what was typed."""


class Stage:
    """The window under test, and the folder for its pictures."""

    def __init__(self, window: QWidget, folder: Path) -> None:
        self.window = window
        self.folder = folder
        self.pictures: list[Path] = []

    def find(self, name: str, kind: type[Found]) -> Found:
        """The visible thing of this name, once it is there."""
        self.wait(lambda: self._visible(name, kind) is not None, f"“{name}” is on the screen")
        found = self._visible(name, kind)
        if found is None:
            raise StepFailedError(name)
        return found

    def is_there(self, name: str) -> bool:
        """Whether something of this name is visible now."""
        return self._visible(name, QWidget) is not None

    def names(self, beginning: str) -> tuple[str, ...]:
        """The names of everything visible whose name begins so."""
        found = self.window.findChildren(QWidget)
        return tuple(
            thing.objectName()
            for thing in found
            if thing.objectName().startswith(beginning) and thing.isVisible()
        )

    def is_enabled(self, name: str) -> bool:
        """Whether something of this name can be used now."""
        found = self._visible(name, QWidget)
        return found is not None and found.isEnabled()

    def click(self, name: str) -> None:
        """Press a button or choose a card, once it can be used."""
        self.wait(lambda: self.is_enabled(name), f"“{name}” can be pressed")
        self.find(name, QAbstractButton).click()
        self.settle()

    def scroll_to(self, name: str) -> None:
        """Bring something of this name into sight."""
        thing: QWidget | None = self.find(name, QWidget)
        below = thing
        while thing is not None:
            if isinstance(thing, QScrollArea) and below is not None:
                thing.ensureWidgetVisible(below)
            thing = thing.parentWidget()
        self.settle()

    def pick(self, name: str, text: str) -> None:
        """Choose one line of a list that drops down."""
        box = self.find(name, QComboBox)
        place = box.findText(text)
        if place < 0:
            raise StepFailedError(f"“{name}” has no such line")
        box.setCurrentIndex(place)
        box.activated.emit(place)
        self.settle()

    def press(self, key: Qt.Key) -> None:
        """Press a key where the focus is."""
        target = self.window.focusWidget() or self.window
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(target, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier))
        self.settle()

    def words(self) -> str:
        """Everything that can be read in the window now."""
        labels = self.window.findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())

    def write(self, name: str, words: str) -> None:
        """Type words into a field, key by key."""
        field = self.find(name, QWidget)
        target = field.focusProxy() or field
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        for character in words:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                key = Qt.Key.Key_Return if character == "\n" else Qt.Key.Key_unknown
                event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, character)
                QApplication.sendEvent(target, event)
        self.settle()

    def write_anew(self, name: str, words: str) -> None:
        """Type words in place of what stands in a line."""
        self.find(name, QLineEdit).clear()
        self.write(name, words)

    def wait(self, condition: Callable[[], bool], what: str) -> None:
        """Let the program work until something is so.

        Raises:
            StepFailedError: it did not come about in half a minute, or something unexpected did.
        """
        until = time.monotonic() + PATIENCE_SECONDS
        look_again = QTimer()
        look_again.start(LOOKS_EVERY_MS)
        try:
            while not condition():
                if time.monotonic() > until or self.is_there("crashSheet"):
                    raise StepFailedError(f"waited in vain until {what}")
                # Sleeps between looks: the store thread needs the time more than this one.
                QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        finally:
            look_again.stop()

    def settle(self) -> None:
        """Let layouts and paints come to rest."""
        for _ in range(SETTLING_ROUNDS):
            QCoreApplication.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def picture(self, title: str) -> Path:
        """Save what the window shows, numbered in the order of the walk."""
        self.settle()
        path = self.folder / f"{len(self.pictures) + 1:02d}-{title}.png"
        if not self.window.grab().save(str(path)):
            raise StepFailedError(f"the picture {path.name} could not be saved")
        self.pictures.append(path)
        return path

    def _visible(self, name: str, kind: type[Found]) -> Found | None:
        for found in self.window.findChildren(kind, name):
            if found.isVisible():
                return found
        return None
