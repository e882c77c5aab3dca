"""Choices: by click, by key, by number; nothing is chosen beforehand, nothing is told unasked."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.choice_group import Choice, ChoiceGroup, MultiChoice
from ui.widgets.own_words_field import PlainLine

CHOICES = (
    Choice(code="yes", text="Yes"),
    Choice(code="no", text="No", hint="That’s fine"),
    Choice(code="rather", text="I’d rather not say"),
)


class Page(QWidget):
    """One question of each kind and a text field."""

    def __init__(self) -> None:
        super().__init__()
        self.one = ChoiceGroup(CHOICES, question="One?", digit_keys=True, name="one")
        self.many = MultiChoice(CHOICES, question="Many?", alone=("rather",), name="many")
        self.line = PlainLine(name="line")
        column = QVBoxLayout(self)
        for widget in (self.one, self.many, self.line):
            column.addWidget(widget)


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    page = Page()
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    return page


def test_nothing_is_chosen_beforehand(page: Page) -> None:
    assert page.one.chosen_code is None
    assert page.many.chosen_codes == frozenset()


def test_a_click_at_the_edge_of_the_card_chooses(qtbot: QtBot, page: Page) -> None:
    card = page.one.card("no")
    edge = QPoint(card.width() - 5, card.height() - 5)
    with qtbot.waitSignal(page.one.chosen) as told:
        QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=edge)
    assert told.args == ["no"]


def test_a_number_chooses(qtbot: QtBot, page: Page) -> None:
    page.one.card("yes").setFocus()
    with qtbot.waitSignal(page.one.chosen) as told:
        QTest.keyClick(page, Qt.Key.Key_3)
    assert told.args == ["rather"]


def test_a_number_typed_into_a_field_stays_there(qtbot: QtBot, page: Page) -> None:
    page.line.setFocus()
    QTest.keyClick(page.line, Qt.Key.Key_3)
    assert page.line.text() == "3"
    assert page.one.chosen_code is None


def test_showing_a_choice_tells_nobody(qtbot: QtBot, page: Page) -> None:
    with qtbot.assertNotEmitted(page.one.chosen), qtbot.assertNotEmitted(page.many.changed):
        page.one.set_chosen("yes")
        page.one.set_chosen(None)
        page.many.set_chosen({"yes"})
    assert page.one.chosen_code is None


def test_an_answer_that_stands_alone_clears_the_others(qtbot: QtBot, page: Page) -> None:
    for code in ("yes", "no"):
        page.many.card(code).click()
    assert page.many.chosen_codes == {"yes", "no"}
    with qtbot.waitSignal(page.many.changed) as told:
        page.many.card("rather").click()
    assert told.args == [frozenset({"rather"})]
    page.many.card("no").click()
    assert page.many.chosen_codes == {"no"}


def test_screen_readers_hear_radio_buttons_with_name_hint_and_group(page: Page) -> None:
    card = QAccessible.queryAccessibleInterface(page.one.card("no"))
    assert card is not None
    assert card.role() == QAccessible.Role.RadioButton
    assert card.text(QAccessible.Text.Name) == "No"
    assert card.text(QAccessible.Text.Description) == "That’s fine"
    group = QAccessible.queryAccessibleInterface(page.one)
    assert group is not None
    assert group.text(QAccessible.Text.Name) == "One?"
