"""The list of young people with real keys: type, find, Enter opens."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tests.invented_services import PRIYA, Invented
from tests.ui.opened_screen import OpenedScreen
from tests.went import Went
from ui.widgets.row_table import RowTable
from ui.young_people.young_people_screen import YoungPeopleScreen
from vrn_desktop.presenters.name_display import NameDisplay
from vrn_desktop.presenters.navigation_presenter import Place
from vrn_desktop.presenters.young_people_presenter import PersonLine, YoungPeoplePresenter


class Office:
    """Two people of one's own and one of a colleague."""

    def __init__(self) -> None:
        invented = Invented()
        self.services = invented.services()
        self.kay = self.services.young_people.add("Kay Invented", 15)
        self.jo = self.services.young_people.add("Jo Tester", 15)
        invented.as_person(PRIYA).services().young_people.add("Lee Made-Up", 15)
        self.went = Went()

    def screen(self) -> YoungPeopleScreen:
        presenter = YoungPeoplePresenter(self.services, NameDisplay(), go=self.went)
        return YoungPeopleScreen(presenter)


@pytest.fixture
def office() -> Office:
    return Office()


@pytest.fixture
def page(office: Office) -> Iterator[OpenedScreen]:
    with OpenedScreen(office.screen()) as opened:
        yield opened


def table(page: OpenedScreen) -> RowTable[PersonLine]:
    found = page.find(QWidget, "people-table")
    assert isinstance(found, RowTable)
    return found


def test_typing_finds_and_enter_opens_the_only_match(page: OpenedScreen, office: Office) -> None:
    assert page.focused == "people-search"
    page.type_here("k.i")
    assert [line.id for line in table(page).rows] == [office.kay.id]
    page.press(Qt.Key.Key_Return)

    assert (office.went.last.place, office.went.last.young_person) == (
        Place.YOUNG_PERSON,
        office.kay.id,
    )


def test_enter_on_a_row_opens_that_person(page: OpenedScreen, office: Office) -> None:
    table(page).setFocus()
    page.press(Qt.Key.Key_Return)
    page.press(Qt.Key.Key_Down)
    page.press(Qt.Key.Key_Return)

    assert [route.young_person for route in office.went.routes] == [office.jo.id, office.kay.id]


def test_nobody_found_says_what_to_try(page: OpenedScreen) -> None:
    page.type_here("nobody")

    assert "No match for “nobody”." in page.words()
    assert not page.can_be_seen("people-table")


def test_mine_and_the_teams_list(page: OpenedScreen) -> None:
    assert len(table(page).rows) == 2
    page.click("people-whose-team")
    assert len(table(page).rows) == 3
    page.click("people-whose-archived")
    assert "No one in this list." in page.words()


def test_names_are_masked_until_somebody_shows_them(page: OpenedScreen) -> None:
    assert [line.name for line in table(page).rows] == ["J.T.", "K.I."]
    page.click("people-names")
    assert [line.name for line in table(page).rows] == ["Jo Tester", "Kay Invented"]
    page.click("people-names")
    assert [line.name for line in table(page).rows] == ["J.T.", "K.I."]


def test_a_conversation_is_one_key_away(page: OpenedScreen, office: Office) -> None:
    page.press(Qt.Key.Key_Return, ctrl=True)

    assert office.went.last.place is Place.NEW_CONVERSATION


def test_nobody_yet() -> None:
    presenter = YoungPeoplePresenter(Invented().services(), NameDisplay(), go=Went())
    with OpenedScreen(YoungPeopleScreen(presenter)) as page:
        assert "No one here yet." in page.words()
