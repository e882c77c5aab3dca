"""Safety steps on the screen: numbers large, in order, with nothing to fill in."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.office_pages import GET_HELP, safety_steps
from vrn_desktop.presenters.get_help_state import GetHelpState
from vrn_desktop.presenters.safety_steps.safety_steps_presenter import NO_LEAD


def texts(screen: object, role: str) -> list[str]:
    assert hasattr(screen, "findChildren")
    return [label.text() for label in screen.findChildren(QLabel) if label.property("role") == role]


def test_ti_03_the_numbers_are_the_largest_texts_in_their_order(qtbot: QtBot) -> None:
    screen = safety_steps()
    qtbot.addWidget(screen)
    assert texts(screen, "figure") == ["999", "01632 960001", "111, option 2", "01632 960777"]


def test_ti_03_nothing_has_to_be_filled_in(qtbot: QtBot) -> None:
    screen = safety_steps(GetHelpState())
    qtbot.addWidget(screen)
    for kind in (QLineEdit, QPlainTextEdit, QComboBox):
        assert screen.findChildren(kind) == []
    assert texts(screen, "figure") == ["999", "111, option 2"]
    assert NO_LEAD in [label.text() for label in screen.findChildren(QLabel)]


def test_ti_11_quiet_things_are_on_the_page(qtbot: QtBot) -> None:
    screen = safety_steps()
    qtbot.addWidget(screen)
    shown = [label.text() for label in screen.findChildren(QLabel)]
    assert all(words in shown for words in screen._intents.state.grounding)


def test_back_with_the_mouse_and_with_keys(qtbot: QtBot) -> None:
    left: list[str] = []
    screen = safety_steps(GET_HELP, lambda: left.append("left"))
    qtbot.addWidget(screen)
    with qtbot.waitActive(screen):
        screen.show()
        screen.activateWindow()
    screen.arrive()
    back = screen.findChild(QPushButton, "safetySteps-back")
    assert isinstance(back, QPushButton)
    assert screen.focusWidget() is back
    QTest.mouseClick(back, Qt.MouseButton.LeftButton)
    QTest.keyClick(screen, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert left == ["left", "left"]
