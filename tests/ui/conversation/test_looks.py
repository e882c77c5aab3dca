"""Nothing is cut off at any size, scheme or reading direction, and shared text is large (TI-08)."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.conversation_window import Window, agreed_window, flag, new_window
from tests.ui.clipping import clipped_texts, poor_controls
from tests.ui.conversation.conversation_on_screen import press, settle, shown
from ui.theme import theme
from ui.widgets.text import Text
from vrn_desktop.application.settings import ColourScheme
from vrn_desktop.domain.conversation_page import KnownStep
from vrn_desktop.domain.errors import DiskFullError
from vrn_desktop.domain.identifiers import SectionId
from vrn_desktop.presenters.conversation.conversation_state import Sheet

FOURTEEN_POINTS = 14 * 96 / 72


def at_agreement(age: int) -> Window:
    window = new_window(age=age)
    window.presenter.say_privacy(private=True, notes={})
    window.presenter.finish_step(KnownStep.ACCESS, {})
    return window


def at(item: str) -> Window:
    window = agreed_window(choices={"calming": "Headphones on, both ears", "stop_sign": "hand"})
    window.go_to(item)
    return window


def at_check_in() -> Window:
    window = agreed_window()
    window.go_to_check_in("H")
    return window


def not_saved() -> Window:
    window = at("E05")
    flag(window, "R05")
    window.presenter.close_sheet()
    window.invented.store.refuses = DiskFullError()
    window.answer("declined")
    return window


def resumed() -> Window:
    window = at("B01")
    window.answer("strong")
    window.presenter.pause()
    return window.reopened()


def not_kept() -> Window:
    window = at_agreement(16)
    window.parts.agreement().talk_without_keeping()
    return window


def with_sheet(sheet: Sheet) -> Callable[[], Window]:
    def window() -> Window:
        held = at("B02")
        if sheet in (Sheet.ESCALATION, Sheet.ACTION_RECORD):
            flag(held, "R03")
            flag(held, "R08")
        held.presenter.open_sheet(sheet)
        return held

    return window


def heavy_intro() -> Window:
    window = agreed_window(trained=False)
    window.presenter.change_subject(SectionId("H"))
    return window


PAGES: dict[str, Callable[[], Window]] = {
    "privacy": new_window,
    "agreement under 11": lambda: at_agreement(8),
    "agreement at 13": lambda: at_agreement(13),
    "intro": agreed_window,
    "heavy intro": heavy_intro,
    "question": lambda: at("B01"),
    "question with long answers": lambda: at("E05"),
    "reminder": lambda: at("F05"),
    "check-in": at_check_in,
    "not saved": not_saved,
    "resume": resumed,
    "not kept": not_kept,
    **{f"sheet {sheet}": with_sheet(sheet) for sheet in Sheet},
}
LOOKS = {
    "1024x600": ((1024, 600), 100, ColourScheme.LIGHT, False),
    "200 % dark": ((1366, 768), 200, ColourScheme.DARK, False),
    "right to left, contrast": ((1280, 720), 100, ColourScheme.CONTRAST, True),
}


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("page", PAGES)
def test_nothing_is_cut_off(qtbot: QtBot, qapp: QApplication, page: str, look: str) -> None:
    size, percent, scheme, right_to_left = LOOKS[look]
    if right_to_left:
        qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    theme.apply(qapp, scheme=scheme, text_percent=percent)
    window = PAGES[page]()
    screen = shown(qtbot, window, size=size)
    found = clipped_texts(screen), poor_controls(screen)
    window.invented.store.refuses = None
    window.presenter.try_again()
    assert found == ([], [])


@pytest.mark.parametrize("page", ["question", "intro", "check-in", "resume"])
def test_ti_08_shared_text_has_at_least_fourteen_points(qtbot: QtBot, page: str) -> None:
    window = PAGES[page]()
    screen = shown(qtbot, window)
    press(screen, "Ctrl+D")
    assert too_small(screen) == []
    window.presenter.open_sheet(Sheet.GROUNDING)
    settle()
    assert too_small(screen) == []
    assert clipped_texts(screen) == []
    window.presenter.close_sheet()
    press(screen, "Ctrl+D")
    assert too_small(screen) != [], "the worker's own view has its usual size again"


def test_ti_08_pages_that_come_up_while_sharing_are_large_too(qtbot: QtBot) -> None:
    window = at("B06")
    screen = shown(qtbot, window)
    press(screen, "Ctrl+D")
    press(screen, "Ctrl+Return")
    assert too_small(screen) == []
    press(screen, "Ctrl+Return")
    assert too_small(screen) == []


def too_small(screen: QWidget) -> list[str]:
    return [
        text.text()
        for text in screen.findChildren(Text)
        if text.isVisibleTo(screen) and text.text() and text.font().pixelSize() < FOURTEEN_POINTS
    ]


def test_the_notes_move_under_the_page_in_a_narrow_window(qtbot: QtBot) -> None:
    screen = shown(qtbot, at("B01"))
    aside = screen.findChild(QWidget, "sidePanel")
    assert aside is not None
    assert aside.mapTo(screen, aside.rect().topLeft()).x() > 700
    screen.resize(900, 600)
    settle()
    assert aside.mapTo(screen, aside.rect().topLeft()).x() < 200
    assert clipped_texts(screen) == []
