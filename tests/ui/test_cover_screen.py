"""The screen hides everything at once and gives it back as it was (TI-02)."""

from time import perf_counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.widget_gallery import gallery_window
from ui.main_window import MainWindow
from ui.widgets.cover_screen import NEUTRAL_TITLE
from ui.window_face import WINDOW_TITLE

OUTER_LIMIT_SECONDS = 0.1


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    window = gallery_window("form")
    qtbot.addWidget(window)
    window.resize(1024, 600)
    with qtbot.waitExposed(window):
        window.show()
    return window


def visible_names(widget: QWidget) -> list[str]:
    """Every name that a screen reader finds under `widget` and may speak."""
    found: list[str] = []
    waiting: list[QAccessibleInterface | None] = [QAccessible.queryAccessibleInterface(widget)]
    while waiting:
        one = waiting.pop()
        if one is None or one.state().invisible:
            continue
        found.append(one.text(QAccessible.Text.Name))
        waiting += [one.child(place) for place in range(one.childCount())]
    return [name for name in found if name]


def test_ti_02_one_key_covers_window_and_title(qtbot: QtBot, window: MainWindow) -> None:
    own_icon = window.windowIcon().pixmap(32).toImage()
    with qtbot.waitSignal(window.covered):
        QTest.keyClick(window, Qt.Key.Key_F12)
    assert window.cover_screen.geometry() == window.rect()
    assert window.windowTitle() == NEUTRAL_TITLE
    assert window.windowIcon().pixmap(32).toImage() != own_icon
    assert not window.stage.isVisible()
    assert not window.help_bar.isVisible()


def test_ti_02_one_click_covers(qtbot: QtBot, window: MainWindow) -> None:
    hide = window.findChild(QWidget, "getHelpBar-hide")
    assert isinstance(hide, QWidget)
    QTest.mouseClick(hide, Qt.MouseButton.LeftButton)
    assert window.cover_screen.isVisible()


def test_ti_02_esc_twice_covers_and_once_does_not(qtbot: QtBot, window: MainWindow) -> None:
    handle = window.windowHandle()
    QTest.keyClick(handle, Qt.Key.Key_Escape)
    assert not window.cover_screen.isVisible()
    QTest.keyClick(handle, Qt.Key.Key_Escape)
    assert window.cover_screen.isVisible()


def test_ti_02_a_key_between_means_two_single_escs(qtbot: QtBot, window: MainWindow) -> None:
    handle = window.windowHandle()
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_A, Qt.Key.Key_Escape):
        QTest.keyClick(handle, key)
    assert not window.cover_screen.isVisible()


def test_ti_02_screen_readers_hear_nothing_of_what_is_covered(window: MainWindow) -> None:
    assert "Agree what happens with this" in visible_names(window)
    window.cover()
    assert set(visible_names(window)) <= {window.windowTitle(), NEUTRAL_TITLE}


def test_ti_02_the_cover_is_painted_before_the_call_returns(window: MainWindow) -> None:
    start = perf_counter()
    window.cover()
    assert perf_counter() - start < OUTER_LIMIT_SECONDS
    assert window.cover_screen.isVisible()


def test_ti_02_the_passphrase_appears_at_a_key_and_leaves_nothing_behind(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.cover()
    line = window.cover_screen.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    assert not line.isVisible()
    QTest.keyClick(window.cover_screen, Qt.Key.Key_Space)
    assert line.isVisible()
    assert line.echoMode() == QLineEdit.EchoMode.Password
    QTest.keyClicks(line, "made up words")
    with qtbot.waitSignal(window.uncover_requested) as asked:
        QTest.keyClick(line, Qt.Key.Key_Return)
    assert asked.args == ["made up words"]
    window.cover_screen.show_problem("That didn’t match.")
    assert line.text() == ""
    window.uncover()
    assert not window.cover_screen.isVisible()
    assert line.text() == ""


def test_ti_02_nothing_typed_is_lost_and_the_place_is_kept(
    qtbot: QtBot, window: MainWindow
) -> None:
    line = window.findChild(QLineEdit, "name")
    assert isinstance(line, QLineEdit)
    line.setFocus()
    QTest.keyClicks(line, "Kay")
    window.cover()
    window.uncover()
    assert line.text() == "Kay"
    assert line.isVisible()
    assert line.hasFocus()
    assert window.windowTitle() == WINDOW_TITLE


def test_ti_02_no_key_of_the_program_works_behind_the_cover(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.cover()
    with qtbot.assertNotEmitted(window.action_requested):
        QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
