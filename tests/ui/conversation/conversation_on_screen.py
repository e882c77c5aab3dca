"""The conversation window on the offscreen screen, with a plain page for each closing step."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.conversation_window import Window
from ui.conversation.conversation_screen import ConversationScreen
from ui.conversation.window_page import WindowPage
from vrn_desktop.domain.conversation_page import CLOSING, KnownStep


class PlainStep(WindowPage):
    """Stands for a closing step: Continue finishes it."""

    def __init__(self, window: Window, step: KnownStep) -> None:
        super().__init__(name=f"plain-{step}", title=step.name.title())
        self._window = window
        self._step = step

    def go_on(self) -> None:
        self._window.presenter.finish_step(self._step, {})


def shown(
    qtbot: QtBot,
    window: Window,
    *,
    size: tuple[int, int] = (1280, 720),
    digit_keys: bool = True,
    goes_on: bool = False,
) -> ConversationScreen:
    """Put the window on the screen as the program does."""
    screen = ConversationScreen(
        window.presenter,
        window.parts,
        closing_pages={step: partial(PlainStep, window, step) for step in CLOSING},
        see_help=lambda: None,
        digit_keys=digit_keys,
        goes_on=goes_on,
    )
    qtbot.addWidget(screen, before_close_func=lambda _: screen.leave())
    screen.resize(*size)
    screen.show()
    screen.arrive()
    settle()
    return screen


def settle() -> None:
    """Let layouts and deletions happen."""
    for _ in range(3):
        QApplication.processEvents()


def part(screen: QWidget, name: str) -> QWidget:
    """A control by its object name; it has to be there and to be seen."""
    found = [child for child in screen.findChildren(QWidget, name) if child.isVisibleTo(screen)]
    assert found, f"{name} is not on the screen"
    return found[-1]


def has(screen: QWidget, name: str) -> bool:
    """Whether a control is on the screen."""
    return any(child.isVisibleTo(screen) for child in screen.findChildren(QWidget, name))


def click(screen: QWidget, name: str) -> None:
    """A real click in the middle of a control."""
    QTest.mouseClick(part(screen, name), Qt.MouseButton.LeftButton)
    settle()


def press(screen: QWidget, keys: str) -> None:
    """Real keys, sent to what has the focus: "Ctrl+Shift+F", "3", "Alt+Left"."""
    *modifiers, key = keys.split("+")
    held = Qt.KeyboardModifier.NoModifier
    for modifier in modifiers:
        held |= {
            "Ctrl": Qt.KeyboardModifier.ControlModifier,
            "Shift": Qt.KeyboardModifier.ShiftModifier,
            "Alt": Qt.KeyboardModifier.AltModifier,
        }[modifier]
    focused = QApplication.focusWidget() or screen
    QTest.keyClick(focused, getattr(Qt.Key, f"Key_{key}"), held)
    settle()


def texts(screen: QWidget) -> str:
    """Every text and every name of a button that is on the screen."""
    return "\n".join(
        child.text()
        for child in screen.findChildren(QWidget)
        if isinstance(child, QLabel | QAbstractButton) and child.isVisibleTo(screen)
    )
