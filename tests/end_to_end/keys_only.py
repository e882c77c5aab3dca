"""Somebody without a mouse: sends keys to the window and looks where the focus is, nothing else."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.opened_program import OpenedProgram

NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
MOST_STOPS = 120
MOST_ARROWS = 15


class KeysOnly:
    """`reached` collects the names of everything the focus has been on."""

    def __init__(self, program: OpenedProgram) -> None:
        self.program = program
        self.reached: list[str] = []

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(self._handle(), key, modifier)
        self.program.stage.settle()

    def type(self, words: str) -> None:
        for letter in words:
            focused = self.program.application.focusWidget()
            assert focused is not None, "nothing has the keyboard"
            QTest.keyClicks(focused, letter)
        self.program.stage.settle()

    def go_on(self) -> None:
        """The first action of every page."""
        self.press(Qt.Key.Key_Return, CTRL)
        self.program.at_rest()

    def focus(self) -> str:
        """The name of what has the keyboard, or of what it is a part of."""
        widget: QWidget | None = self.program.application.focusWidget()
        while widget is not None and not widget.objectName():
            widget = widget.parentWidget()
        return widget.objectName() if widget is not None else ""

    def reach(self, name: str) -> None:
        """Tab until the focus is there; inside a group of choices the arrows lead on."""
        group = name.rsplit("-", 1)[0]
        visited: list[str] = []
        self.program.stage.find(name, QWidget)
        for _ in range(MOST_STOPS):
            here = self.focus()
            visited.append(here)
            if here == name or (here.rsplit("-", 1)[0] == group and self._by_arrows(name)):
                self.reached.append(name)
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"no key leads to {name}; Tab went through {visited[:60]}")

    def choose(self, name: str) -> None:
        """Reach a choice or a button and press it."""
        self.reach(name)
        self.press(Qt.Key.Key_Space)
        self.program.at_rest()

    def write(self, name: str, words: str) -> None:
        self.reach(name)
        self.type(words)

    def _by_arrows(self, name: str) -> bool:
        for arrow in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Left):
            for _ in range(MOST_ARROWS):
                if self.focus() == name:
                    return True
                self.press(arrow)
        return False

    def _handle(self) -> QWindow:
        handle = self.program.window.windowHandle()
        assert handle is not None
        return handle
