"""People who sign in, by keys and clicks."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from tests.fake_vault import PASSPHRASE
from tests.invented_services import PRIYA, SAM
from tests.office import IVY, Office
from tests.ui.opened_screen import OpenedScreen
from ui.people.people_screen import TITLES, PeopleScreen
from vrn_desktop.domain.practitioner import Practitioner, Role
from vrn_desktop.presenters.people import people_words as words
from vrn_desktop.presenters.people.people_state import PeopleMode


def test_somebody_new_is_added_with_the_passphrase_they_typed() -> None:
    office = Office()
    with OpenedScreen(PeopleScreen(office.presenter)) as opened:
        assert opened.focused == "people-add"
        opened.press(Qt.Key.Key_Space)
        opened.type_here("Ash Sample")
        opened.click("person-role-supervisor")
        opened.click("person-trained")
        opened.type("person-passphrase-again-words-line", "maple lantern quiet river")
        opened.press(Qt.Key.Key_Return, ctrl=True)
        assert "Ash Sample can sign in now." in opened.words()
    added = office.vault.people[-1]
    assert (added.name, added.role, added.trained) == ("Ash Sample", Role.SUPERVISOR, True)


def test_what_is_missing_is_listed_with_links() -> None:
    office = Office()
    with OpenedScreen(PeopleScreen(office.presenter)) as opened:
        opened.click("people-add")
        opened.click("people-go")
        assert opened.focused == "people-problems-0"
        opened.click("people-problems-1")
        assert opened.focused == "person-passphrase-again-words-line"


def test_training_is_kept_and_leaving_has_a_page_of_its_own() -> None:
    office = Office()
    with OpenedScreen(PeopleScreen(office.presenter)) as opened:
        opened.click("people-rows-1-action")
        opened.click("person-trained")
        opened.click("people-go")
        assert not next(p for p in office.vault.people if p.id == SAM.id).trained
        opened.click("people-rows-1-action")
        opened.click("people-remove")
        assert "Sam Invented has left" in opened.words()
        opened.click("people-go")
        assert "Left on 24 November 2026" in opened.words()
        assert not opened.can_be_seen("people-rows-1-action")


def test_ones_own_passphrase_is_changed_and_forgotten_by_the_form() -> None:
    office = Office(SAM)
    with OpenedScreen(PeopleScreen(office.presenter)) as opened:
        opened.click("people-own")
        assert opened.focused == "person-current-line"
        opened.type_here(PASSPHRASE)
        opened.type("person-passphrase-again-words-line", "maple lantern quiet river")
        opened.click("people-go")
        assert words.OWN_CHANGED in opened.words()
        opened.click("people-own")
        assert opened.find(QLineEdit, "person-current-line").text() == ""


@pytest.mark.parametrize(
    ("me", "offered"),
    [
        (PRIYA, {"people-add", "people-own", "people-sheet"}),
        (SAM, {"people-own"}),
        (IVY, {"people-add", "people-own"}),
    ],
)
def test_each_role_is_offered_what_it_may_do(me: Practitioner, offered: set[str]) -> None:
    office = Office(me)
    with OpenedScreen(PeopleScreen(office.presenter)) as opened:
        buttons = ("people-add", "people-own", "people-sheet")
        shown = {name for name in buttons if opened.can_be_seen(name)}
    assert shown == offered


def test_a_new_sheet_is_typed_back_before_it_counts() -> None:
    office = Office()
    with OpenedScreen(PeopleScreen(office.presenter)) as opened:
        opened.click("people-sheet")
        opened.click("new-sheet-have")
        opened.type_here("engine falcon goblet hammer")
        opened.press(Qt.Key.Key_Return)
        assert words.SHEET_MADE in opened.words()
        assert opened.screen.title == TITLES[PeopleMode.LIST]
    assert office.vault.sheets_made == 1


def test_changing_the_locks_is_offered_once_somebody_has_left() -> None:
    office = Office()
    office.vault.rotation_due = True
    office.presenter.go_back()
    with OpenedScreen(PeopleScreen(office.presenter)) as opened:
        opened.click("people-locks-go")
    assert len(office.locked_with) == 1
