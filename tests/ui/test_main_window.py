"""The frame: one screen at a time, a fixed title, help on every screen, keys from one table."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.widget_gallery import GALLERY, GET_HELP, gallery_window
from ui.main_window import MainWindow
from ui.navigation_rail import WORKER_ITEMS
from ui.screen import AnyScreen, Screen
from ui.shortcuts import SHORTCUTS, ShellAction
from ui.widgets.button import Button
from ui.widgets.sheet_panel import SheetPanel
from ui.window_face import WINDOW_TITLE
from vrn_desktop.presenters.navigation_presenter import Place, Route
from vrn_desktop.presenters.presenter import Presenter


class NoteScreen(Screen[str]):
    """Shows one line of its presenter."""

    def __init__(self, presenter: Presenter[str]) -> None:
        super().__init__(name="note", title="A.K.")
        self.line = QLabel()
        self.add(self.line)
        self.attach(presenter)

    def draw(self, state: str) -> None:
        self.line.setText(state)


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    window = gallery_window("people")
    qtbot.addWidget(window)
    window.resize(1280, 800)
    with qtbot.waitExposed(window):
        window.show()
    return window


@pytest.mark.parametrize("name", GALLERY)
def test_l6_the_title_never_changes_with_the_screen(qtbot: QtBot, name: str) -> None:
    window = gallery_window(name)
    qtbot.addWidget(window)
    assert window.windowTitle() == WINDOW_TITLE


@pytest.mark.parametrize("name", GALLERY)
def test_ti_03_numbers_stand_on_every_screen(qtbot: QtBot, name: str) -> None:
    window = gallery_window(name)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    QApplication.processEvents()
    words = " ".join(label.text() for label in window.help_bar.findChildren(QLabel))
    assert window.help_bar.isVisible()
    for number in ("999", GET_HELP.lead_name, GET_HELP.lead_number, "111, option 2"):
        assert number in words


def test_ti_03_the_numbers_stay_in_the_smallest_window(window: MainWindow) -> None:
    window.resize(546, 307)
    QApplication.processEvents()
    words = " ".join(label.text() for label in window.help_bar.findChildren(QLabel))
    assert "999" in words
    assert GET_HELP.lead_number in words
    assert "111, option 2" in words


def test_ti_03_one_click_opens_the_numbers(window: MainWindow) -> None:
    opener = window.findChild(Button, "getHelpBar-open")
    assert isinstance(opener, Button)
    opener.click()
    sheet = window.findChild(SheetPanel, "getHelpSheet")
    assert isinstance(sheet, SheetPanel)
    assert sheet.isVisible()
    sheet.close_sheet()


@pytest.mark.parametrize("shortcut", SHORTCUTS, ids=lambda shortcut: str(shortcut.action))
def test_every_key_of_the_table_works(qtbot: QtBot, window: MainWindow, shortcut: object) -> None:
    assert isinstance(shortcut, type(SHORTCUTS[0]))
    for keys in shortcut.keys:
        if shortcut.action is ShellAction.HIDE_SCREEN:
            QTest.keySequence(window, QKeySequence(keys))
            assert window.cover_screen.isVisible()
            continue
        with qtbot.waitSignal(window.action_requested) as told:
            QTest.keySequence(window, QKeySequence(keys))
        assert told.args == [shortcut.action]


def test_no_key_stands_twice_and_none_uses_alt_gr() -> None:
    keys = [key for shortcut in SHORTCUTS for key in shortcut.keys]
    assert len(set(keys)) == len(keys)
    assert not [key for key in keys if "Ctrl+Alt" in key]
    assert {shortcut.action for shortcut in SHORTCUTS} == set(ShellAction)


def test_a_screen_that_was_left_hears_no_late_answer(qtbot: QtBot) -> None:
    presenters: list[Presenter[str]] = []

    def factory(_route: Route) -> AnyScreen:
        presenters.append(Presenter("first"))
        return NoteScreen(presenters[-1])

    window = MainWindow(factory, GET_HELP)
    qtbot.addWidget(window)
    window.show_route(Route(place=Place.HOME))
    window.show_route(Route(place=Place.HOME))
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    presenters[0].show("a late answer")  # would draw on a deleted label
    presenters[1].show("in time")
    screen = window.findChild(NoteScreen)
    assert isinstance(screen, NoteScreen)
    assert screen.line.text() == "in time"


def test_the_rail_speaks_place_and_what_waits(qtbot: QtBot, window: MainWindow) -> None:
    here = window.findChild(QWidget, "rail-conversations")
    assert isinstance(here, QWidget)
    assert here.accessibleName() == "Conversations, 2 waiting, current page"
    with qtbot.waitSignal(window.place_chosen) as told:
        QTest.mouseClick(here, Qt.MouseButton.LeftButton)
    assert told.args == [Place.CONVERSATIONS]


def test_the_rail_goes_when_nobody_is_signed_in(window: MainWindow) -> None:
    window.show_rail((), None)
    assert not window.rail.isVisible()
    window.show_rail(WORKER_ITEMS, Place.HOME)
    assert window.rail.isVisible()


def test_a_narrow_window_shows_icons_with_names(window: MainWindow) -> None:
    wide = window.rail.width()
    window.resize(1000, 700)
    QApplication.processEvents()
    assert window.rail.width() < wide
    home = window.findChild(Button, "rail-home")
    assert isinstance(home, Button)
    assert home.accessibleName() == "Home"
    assert home.toolTip() == "Home"


def test_tab_visits_the_page_as_one_reads_it(qtbot: QtBot) -> None:
    window = gallery_window("conversation")
    qtbot.addWidget(window)
    window.resize(1280, 800)
    with qtbot.waitExposed(window):
        window.show()
    visited = []
    for _ in range(14):
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        visited.append(focused.accessibleName() or focused.objectName())
    for earlier, later in (
        ("Side by side", "Pause or stop"),
        ("Grounding ideas", "Back"),
        ("Back", "Skip for now"),
        ("Skip for now", "Continue"),
        ("Continue", "Get help now"),
    ):
        assert visited.index(later) == visited.index(earlier) + 1
