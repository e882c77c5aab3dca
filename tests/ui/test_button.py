"""Buttons take Enter as well as Space, as the page of keys says."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.widgets.button import Button

NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.mark.parametrize(
    ("key", "modifier", "pressed"),
    [
        (Qt.Key.Key_Return, NONE, 1),
        (Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier, 1),
        (Qt.Key.Key_Space, NONE, 1),
        (Qt.Key.Key_Return, CTRL, 0),
    ],
)
def test_enter_and_space_press_a_button(
    qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier, pressed: int
) -> None:
    presses: list[str] = []
    button = Button("Press", on_click=lambda: presses.append("pressed"))
    qtbot.addWidget(button)
    QTest.keyClick(button, key, modifier)
    assert len(presses) == pressed
