"""Beginning a conversation by mouse and keyboard, and every sentence about what is missing."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QAbstractButton

from tests.invented_services import Invented
from tests.talk import begun
from tests.ui.opened_screen import OpenedScreen
from tests.went import Went
from ui.young_people.new_conversation_screen import NewConversationScreen
from vrn_desktop.application.services import Services
from vrn_desktop.domain.identifiers import YoungPersonId
from vrn_desktop.domain.screening import Form
from vrn_desktop.domain.setting import SettingKind
from vrn_desktop.presenters.name_display import NameDisplay
from vrn_desktop.presenters.navigation_presenter import Place
from vrn_desktop.presenters.new_conversation_presenter import (
    CHOOSE_PERSON,
    SHORT_TOO_YOUNG,
    NewConversationPresenter,
)
from vrn_desktop.presenters.person_fields import AGE_MISSING, NAME_MISSING


@pytest.fixture
def services() -> Services:
    services = Invented().services()
    begun(services)
    return services


@pytest.fixture
def went() -> Went:
    return Went()


def screen(
    services: Services, went: Went, person: YoungPersonId | None = None
) -> NewConversationScreen:
    presenter = NewConversationPresenter(services, NameDisplay(), go=went, person_id=person)
    return NewConversationScreen(presenter)


@pytest.fixture
def page(services: Services, went: Went) -> Iterator[OpenedScreen]:
    with OpenedScreen(screen(services, went)) as opened:
        yield opened


def test_tab_leads_from_the_search_to_who_was_found_and_enter_chooses_them(
    page: OpenedScreen,
) -> None:
    page.type_here("kay")
    QCoreApplication.processEvents()  # the layout shows what was found
    page.press(Qt.Key.Key_Tab)
    assert page.focused == "new-match-0"
    page.press(Qt.Key.Key_Tab)
    assert page.focused == "new-someone"
    page.press(Qt.Key.Key_Backtab)
    page.press(Qt.Key.Key_Return)
    assert page.can_be_seen("new-again")


def test_somebody_known_is_found_and_the_talk_begins_with_keys_only(
    page: OpenedScreen, services: Services, went: Went
) -> None:
    assert page.focused == "new-search"
    page.type_here("kay")
    page.press(Qt.Key.Key_Return)
    assert "K.I. · YP-0001" in page.words()
    page.press(Qt.Key.Key_Return, ctrl=True)

    assert went.last.place is Place.CONVERSATION
    assert len(services.young_people.rows()) == 1


def test_somebody_new_with_form_and_setting(
    page: OpenedScreen, services: Services, went: Went
) -> None:
    page.type("new-search", "Lee")
    page.click("new-someone")
    page.type("new-age", "14")
    page.type("new-pronouns", "she")
    page.click("new-setting-school")
    page.click("new-begin")

    assert went.last.screening is not None
    talk = services.screenings.load(went.last.screening)
    assert (talk.form, talk.setting_kind) == (Form.FULL, SettingKind.SCHOOL)
    person = services.young_people.get(talk.young_person_id)
    assert (person.chosen_name, person.age, person.pronouns) == ("Lee", 14, "she")


def test_what_is_missing_is_said_at_the_top_and_at_its_field_and_the_link_leads_there(
    page: OpenedScreen, went: Went
) -> None:
    page.click("new-someone")
    page.click("new-begin")

    assert page.words().count(NAME_MISSING) == 1
    assert page.focused == "new-problems-0"
    page.click("new-problems-1")
    assert page.focused == "new-age"
    page.type_here("x")
    assert page.focused == "new-age"
    page.click("new-begin")
    assert AGE_MISSING in page.words()
    assert went.routes == []


def test_nobody_chosen_leads_to_the_search(page: OpenedScreen) -> None:
    page.click("new-begin")

    assert CHOOSE_PERSON in links(page)
    page.click("new-problems-0")
    assert page.focused == "new-search"


def links(page: OpenedScreen) -> list[str]:
    buttons = page.screen.findChildren(QAbstractButton)
    return [button.text() for button in buttons if button.isVisible()]


def test_ti_44_the_short_form_says_for_whom_it_is_not(page: OpenedScreen) -> None:
    page.click("new-someone")
    page.type("new-name", "Kay")
    page.type("new-age", "9")
    page.click("new-form-short")
    page.click("new-begin")

    assert SHORT_TOO_YOUNG in links(page)


def test_the_summary_goes_once_everything_is_there(page: OpenedScreen, went: Went) -> None:
    page.click("new-someone")
    page.click("new-begin")
    page.type("new-name", "Kay")
    page.type("new-age", "15")
    page.click("new-begin")

    assert not page.can_be_seen("new-problems")
    assert went.last.place is Place.CONVERSATION


def test_a_hint_about_somebody_of_the_same_name_can_be_taken(page: OpenedScreen) -> None:
    page.click("new-someone")
    page.type("new-name", "Kay Invented")
    page.click("new-alike")

    assert page.can_be_seen("new-chosen")
    assert "K.I. · YP-0001" in page.words()


def test_choosing_again_starts_with_empty_fields(page: OpenedScreen) -> None:
    page.click("new-someone")
    page.type("new-name", "Lee")
    page.type("new-age", "15")
    page.click("new-known")
    page.click("new-someone")
    page.click("new-begin")

    assert NAME_MISSING in page.words()
    assert AGE_MISSING in page.words()


def test_from_a_persons_page_they_stand_there_already(services: Services, went: Went) -> None:
    known = services.young_people.rows()[0].id
    with OpenedScreen(screen(services, went, known)) as page:
        assert "K.I. · YP-0001" in page.words()
        page.click("new-again")
        assert page.can_be_seen("new-search")


def test_in_a_new_office_somebody_new_is_the_only_choice(went: Went) -> None:
    with OpenedScreen(screen(Invented().services(), went)) as page:
        assert page.focused == "new-name"
        assert not page.can_be_seen("new-search")
