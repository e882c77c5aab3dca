"""Help on the screen: pages, search, keys and licences, by mouse and by keyboard."""

import inspect
import re

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.office_pages import helping
from ui.conversation.conversation_screen import ConversationScreen
from ui.help.help_screen import HelpScreen
from ui.shortcuts import SHORTCUTS
from vrn_desktop.presenters.navigation_presenter import Place, Route


def press(screen: HelpScreen, name: str) -> None:
    QApplication.processEvents()
    button = screen.findChild(QPushButton, name)
    assert isinstance(button, QPushButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def heading(screen: HelpScreen) -> str:
    QApplication.processEvents()
    titles = [label for label in screen.findChildren(QLabel) if label.property("role") == "title"]
    return next(title.text() for title in titles if title.isVisibleTo(screen))


def shown(screen: HelpScreen) -> list[str]:
    QApplication.processEvents()
    return [label.text() for label in screen.findChildren(QLabel) if label.isVisibleTo(screen)]


def opened(qtbot: QtBot, topic: str = "") -> HelpScreen:
    screen = helping(topic)
    qtbot.addWidget(screen)
    with qtbot.waitActive(screen):
        screen.show()
        screen.activateWindow()
    screen.arrive()
    return screen


def test_a_page_is_opened_from_the_list_and_marked(qtbot: QtBot) -> None:
    screen = opened(qtbot)
    press(screen, "help-topic-backup")
    button = screen.findChild(QPushButton, "help-topic-backup")
    assert isinstance(button, QPushButton)
    assert heading(screen) == "Backups"
    assert button.isChecked()
    assert screen.focusWidget() is button


def test_ctrl_f_reaches_the_search_and_enter_opens_what_was_found(qtbot: QtBot) -> None:
    screen = opened(qtbot)
    search = screen.findChild(QLineEdit, "help-search")
    assert isinstance(search, QLineEdit)
    search.setFocus()
    QTest.keyClicks(search, "recovery sheet")
    assert "with “recovery sheet”" in heading(screen)
    assert "Passphrases and the recovery sheet" in shown(screen)
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert heading(screen) == "Passphrases and the recovery sheet"
    assert search.text() == ""


def test_typing_keeps_the_cursor_in_the_search(qtbot: QtBot) -> None:
    screen = opened(qtbot)
    search = screen.findChild(QLineEdit, "help-search")
    assert isinstance(search, QLineEdit)
    search.setFocus()
    QTest.keyClicks(search, "  lock  it")
    assert search.text() == "  lock  it"
    assert screen.focusWidget() is search


def test_what_was_found_is_opened_with_a_click(qtbot: QtBot) -> None:
    screen = opened(qtbot)
    screen._intents.look_for("print queues")
    press(screen, "help-found-page-0-action")
    assert heading(screen) == "Services and the letter"


def test_nothing_found_says_what_to_do(qtbot: QtBot) -> None:
    screen = opened(qtbot)
    screen._intents.look_for("aardvark")
    assert heading(screen) == "No page with “aardvark”"


def test_every_key_of_the_window_is_in_the_list(qtbot: QtBot) -> None:
    words = shown(opened(qtbot, "keys"))
    for shortcut in SHORTCUTS:
        assert shortcut.words in words
        assert " or ".join(shortcut.keys) in words


def test_every_key_of_a_conversation_is_in_the_list(qtbot: QtBot) -> None:
    source = inspect.getsource(ConversationScreen._bind_keys)
    bound = set(re.findall(r'"((?:Ctrl|Alt)\+[^"]+)":', source)) - {"Ctrl+Return"}
    assert "Ctrl+Shift+F" in bound
    assert bound <= set(shown(opened(qtbot, "keys")))


def test_about_shows_version_and_every_licence(qtbot: QtBot) -> None:
    screen = opened(qtbot)
    press(screen, "help-topic-about")
    assert "VRN Desktop, version 0.1" in shown(screen)
    names = [licence.name for licence in screen._intents.state.licences]
    assert len(names) > 1
    for place, name in enumerate(names):
        press(screen, f"help-licence-{place}-action")
        assert heading(screen) == name
        press(screen, "help-licences")


def test_the_privacy_notice_is_a_page(qtbot: QtBot) -> None:
    screen = opened(qtbot)
    press(screen, "help-topic-privacy-notice")
    assert heading(screen) == "About your information"


def test_ti_03_safety_steps_and_the_way_back(qtbot: QtBot) -> None:
    routes: list[Route] = []
    left: list[str] = []
    screen = helping(leave=lambda: left.append("left"), go=routes.append)
    qtbot.addWidget(screen)
    with qtbot.waitActive(screen):
        screen.show()
        screen.activateWindow()
    press(screen, "help-safety")
    assert routes == [Route(place=Place.SAFETY_STEPS)]
    press(screen, "help-back")
    QTest.keyClick(screen, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert left == ["left", "left"]
