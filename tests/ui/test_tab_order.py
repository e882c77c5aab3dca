"""Where Tab leads: as one reads, and on from where something has just gone from sight."""

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.tab_order import move_focus


class Page(QWidget):
    """A rail, and a page with two cards of buttons."""

    def __init__(self) -> None:
        super().__init__()
        self.rail = QWidget()
        self.card = QWidget()
        self.buttons = {name: QPushButton(name) for name in ("home", "one", "two", "three")}
        column = QVBoxLayout(self)
        for part, names in ((self.rail, ("home",)), (self.card, ("one", "two"))):
            inside = QVBoxLayout(part)
            for name in names:
                inside.addWidget(self.buttons[name])
            column.addWidget(part)
        column.addWidget(self.buttons["three"])

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 - Qt's own name
        return move_focus([self], forward=forward)

    def tab(self, *, forward: bool = True) -> str:
        assert move_focus([self], forward=forward)
        return self.focused()

    def focused(self) -> str:
        widget = QApplication.focusWidget()
        return widget.text() if isinstance(widget, QPushButton) else ""


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    shown = Page()
    qtbot.addWidget(shown)
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    return shown


def test_tab_goes_as_one_reads_and_round(page: Page) -> None:
    page.buttons["home"].setFocus()
    assert [page.tab() for _ in range(4)] == ["one", "two", "three", "home"]
    assert page.tab(forward=False) == "three"


def test_a_button_that_goes_when_it_is_pressed_leaves_the_keyboard_in_its_card(page: Page) -> None:
    page.buttons["one"].setFocus()
    page.buttons["one"].hide()
    assert page.focused() == "two"


def test_a_form_that_goes_leaves_the_keyboard_where_it_stood(page: Page) -> None:
    page.buttons["two"].setFocus()
    page.card.hide()
    assert page.focused() != ""
    page.card.show()
    page.buttons["two"].setFocus()
    page.buttons["two"].hide()
    assert page.focused() == "one"


def test_what_was_hidden_is_passed_by(page: Page) -> None:
    page.card.hide()
    page.buttons["home"].setFocus()
    assert page.tab() == "three"
