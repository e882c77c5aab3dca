"""A young person's page with real clicks: promises, details, the archive, and a name for a moment."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from tests.invented_services import Invented
from tests.talk import CALM_CORE, talked
from tests.ui.opened_screen import OpenedScreen
from tests.went import Went
from ui.widgets.button import Button
from ui.young_people.young_person_screen import YoungPersonScreen
from vrn_desktop.application.services import Services
from vrn_desktop.domain.follow_up import FollowUpKind
from vrn_desktop.domain.screening import Screening
from vrn_desktop.presenters.name_display import NameDisplay
from vrn_desktop.presenters.navigation_presenter import Place
from vrn_desktop.presenters.young_person_presenter import CHOOSE_DAY, YoungPersonPresenter


class Person:
    """Somebody after one talk."""

    def __init__(self) -> None:
        self.office: Invented
        self.services: Services
        self.talk: Screening
        self.office, self.services, self.talk = talked({**CALM_CORE, "B01": "strong"})
        self.went = Went()
        self.names = NameDisplay()

    def screen(self) -> YoungPersonScreen:
        return YoungPersonScreen(
            YoungPersonPresenter(self.services, self.talk.young_person_id, self.names, go=self.went)
        )


@pytest.fixture
def person() -> Person:
    return Person()


@pytest.fixture
def page(person: Person) -> Iterator[OpenedScreen]:
    with OpenedScreen(person.screen()) as opened:
        yield opened


def test_ti_29_strengths_stand_above_the_story(page: OpenedScreen) -> None:
    strengths = page.find(QWidget, "person-strengths-card")
    story = page.find(QWidget, "person-story-card")

    assert "A trusted adult" in page.words()
    assert strengths.mapTo(page.screen, strengths.rect().topLeft()).y() < (
        story.mapTo(page.screen, story.rect().topLeft()).y()
    )


def test_the_keyboard_starts_a_conversation(page: OpenedScreen, person: Person) -> None:
    page.press(Qt.Key.Key_Return, ctrl=True)

    assert person.went.last.place is Place.NEW_CONVERSATION
    assert person.went.last.young_person == person.talk.young_person_id


def test_the_story_opens(page: OpenedScreen, person: Person) -> None:
    page.click("person-story-0-action")
    page.click("person-safe-contact")

    assert person.went.places == [Place.CONVERSATION, Place.SAFE_CONTACT]


def test_ti_41_a_check_in_is_promised_and_noted_as_done(page: OpenedScreen, person: Person) -> None:
    page.click("person-promise")
    assert not page.can_be_seen("promise-way-text")
    page.click("promise-keep")
    assert CHOOSE_DAY in page.words()
    page.click("promise-day-7")
    page.type("promise-details", "after the club")
    page.click("promise-keep")

    (promise,) = person.office.store.records.follow_ups.values()
    assert (promise.kind, promise.how) == (FollowUpKind.CHECK_IN, "In person, after the club")
    assert "In person, after the club." in page.words()
    page.click("person-ahead-0-action")
    assert "Noted as done." in page.words()
    assert "Check in: done" in page.words()


def test_details_are_changed_or_left(page: OpenedScreen, person: Person) -> None:
    page.click("person-edit")
    assert page.focused == "person-chosen-name"
    page.type("person-chosen-name", "Kai")
    page.type("person-age", "sixteen")
    page.click("person-keep")
    assert page.focused == "person-problems-0"
    page.type("person-age", "16")
    page.click("person-keep")

    assert person.services.young_people.get(person.talk.young_person_id).chosen_name == "Kai"
    assert not page.can_be_seen("person-form")
    page.click("person-edit")
    page.type("person-chosen-name", "Somebody else")
    page.click("person-cancel")
    assert person.services.young_people.get(person.talk.young_person_id).chosen_name == "Kai"


def test_ti_33_a_heading_can_be_chosen_among_the_details_and_taken_back(
    page: OpenedScreen, person: Person
) -> None:
    def kept() -> str | None:
        answers = person.services.aftertalk.equality(person.talk.young_person_id)
        return None if answers is None else answers.codes.get("ethnic_group")

    page.click("person-edit")
    assert page.find(Button, "person-group-not_recorded").isChecked()
    assert "leaving it empty is fine" in page.words()
    page.click("person-group-asian")
    page.click("person-keep")
    assert kept() == "asian"
    page.click("person-edit")
    assert page.find(Button, "person-group-asian").isChecked()
    page.click("person-group-not_recorded")
    page.click("person-keep")
    assert kept() is None


def test_the_archive_button_says_which_way_it_goes(page: OpenedScreen) -> None:
    page.click("person-edit")
    assert page.find(Button, "person-archive").text() == "Archive"
    page.click("person-archive")
    assert page.can_be_seen("person-archived")
    page.click("person-edit")
    assert page.find(Button, "person-archive").text() == "Bring back from the archive"
    page.click("person-archive")
    assert not page.can_be_seen("person-archived")


def test_a_name_is_shown_for_a_moment_and_never_in_the_spoken_title(
    page: OpenedScreen, person: Person
) -> None:
    heading = page.find(QLabel, "young-person-title")
    assert heading.text() == "K.I. · YP-0001"
    page.click("person-name")
    assert heading.text() == "Kay Invented · YP-0001"
    assert page.screen.title == "Young person"
    person.names.mask()
    assert heading.text() == "K.I. · YP-0001"
