"""Opens a screen as the window does, and finds and uses its controls as people do."""

from types import TracebackType
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from ui.screen import AnyScreen

Kind = TypeVar("Kind", bound=QWidget)


class OpenedScreen:
    """Use as a context manager, so that nothing is left behind."""

    def __init__(self, screen: AnyScreen, *, width: int = 1280, height: int = 760) -> None:
        self.screen = screen
        screen.resize(width, height)

    def __enter__(self) -> "OpenedScreen":
        self.screen.show()
        self.screen.activateWindow()
        self.screen.arrive()
        QApplication.processEvents()
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self.screen.leave()
        self.screen.hide()
        self.screen.deleteLater()

    def find(self, kind: type[Kind], name: str) -> Kind:
        # Rows that were just replaced still wait to be deleted; the one that can be seen counts.
        found = self.screen.findChildren(kind, name)
        assert found, f"no {name} on the screen"
        return next((child for child in found if child.isVisible()), found[0])

    def can_be_seen(self, name: str) -> bool:
        QApplication.processEvents()
        return any(child.isVisible() for child in self.screen.findChildren(QWidget, name))

    def click(self, name: str) -> None:
        QApplication.processEvents()
        button = self.find(QAbstractButton, name)
        assert button.isVisible(), f"{name} cannot be seen"
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def type(self, name: str, text: str) -> None:
        line = self.find(QLineEdit, name)
        assert line.isVisible(), f"{name} cannot be seen"
        line.setFocus()
        line.selectAll()
        QTest.keyClicks(line, text)

    def press(self, key: Qt.Key, *, ctrl: bool = False) -> None:
        focused = QApplication.focusWidget() or self.screen
        modifier = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
        QTest.keyClick(focused, key, modifier)

    def type_here(self, text: str) -> None:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClicks(focused, text)

    @property
    def focused(self) -> str:
        focused = QApplication.focusWidget()
        return focused.objectName() if focused is not None else ""

    def words(self) -> str:
        """Everything that can be read on the screen now."""
        QApplication.processEvents()
        labels = self.screen.findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())
