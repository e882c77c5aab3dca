"""Beginning a conversation: with somebody known or new, and what is said when something is missing."""

import pytest

from tests.invented_services import Invented
from tests.talk import begun
from tests.went import Went
from vrn_desktop.application.services import Services
from vrn_desktop.domain.errors import DiskFullError
from vrn_desktop.domain.identifiers import YoungPersonId
from vrn_desktop.domain.screening import Form
from vrn_desktop.domain.setting import SettingKind
from vrn_desktop.presenters.name_display import NameDisplay
from vrn_desktop.presenters.navigation_presenter import Place
from vrn_desktop.presenters.new_conversation_presenter import (
    CHOOSE_PERSON,
    MATCHES_SHOWN,
    NO_MATCH,
    SHORT_TOO_YOUNG,
    NewConversationPresenter,
)
from vrn_desktop.presenters.person_fields import AGE_MISSING, NAME_MISSING, NAME_TOO_LONG


def page(
    services: Services,
    *,
    went: Went | None = None,
    person: YoungPersonId | None = None,
    names: NameDisplay | None = None,
) -> NewConversationPresenter:
    return NewConversationPresenter(
        services, names or NameDisplay(), go=went or Went(), person_id=person
    )


def fields(presenter: NewConversationPresenter) -> dict[str, str]:
    return dict(presenter.state.problems)


def test_somebody_new_is_added_and_the_conversation_begins() -> None:
    office, went = Invented(), Went()
    services = office.services()
    presenter = page(services, went=went)

    presenter.describe(name="  Kay  Invented ", age=" 13 ", pronouns="they")
    presenter.choose_setting(SettingKind.SCHOOL)
    presenter.start()

    assert went.last.place is Place.CONVERSATION
    assert went.last.screening is not None
    screening = services.screenings.load(went.last.screening)
    (person,) = office.store.records.people.values()
    assert (person.chosen_name, person.age, person.pronouns) == ("Kay Invented", 13, "they")
    assert (screening.form, screening.setting_kind) == (Form.FULL, SettingKind.SCHOOL)


def test_somebody_known_is_found_and_chosen_by_enter() -> None:
    services, went = Invented().services(), Went()
    known = begun(services).young_person_id
    presenter = page(services, went=went)

    presenter.search("kay")
    presenter.choose_only_match()
    presenter.start()

    assert presenter.state.chosen is not None
    assert went.last.screening is not None
    assert services.screenings.load(went.last.screening).young_person_id == known


def test_from_a_persons_page_they_are_chosen_already() -> None:
    services = Invented().services()
    known = begun(services).young_person_id

    presenter = page(services, person=known)

    assert presenter.state.chosen is not None
    assert presenter.state.chosen.label == "K.I. · YP-0001"


def test_the_setting_is_the_workplaces_own_until_said_otherwise() -> None:
    assert page(Invented().services()).state.setting is SettingKind.YOUTH_OUTREACH


def test_nobody_chosen_is_said() -> None:
    services = Invented().services()
    begun(services)
    presenter = page(services)

    presenter.start()

    assert fields(presenter) == {"person": CHOOSE_PERSON}


@pytest.mark.parametrize(
    ("name", "age", "missing"),
    [
        ("", "", {"name": NAME_MISSING, "age": AGE_MISSING}),
        ("   ", "14", {"name": NAME_MISSING}),
        ("x" * 10_000, "14", {"name": NAME_TOO_LONG}),
        ("Kay", "fourteen", {"age": AGE_MISSING}),
        ("Kay", "-1", {"age": AGE_MISSING}),
        ("Kay", "121", {"age": AGE_MISSING}),
        ("Kay", "9" * 10_000, {"age": AGE_MISSING}),
        ("Kay", "١٤", {"age": AGE_MISSING}),
    ],
)
def test_what_is_missing_is_said_by_its_field(name: str, age: str, missing: dict[str, str]) -> None:
    office, went = Invented(), Went()
    presenter = page(office.services(), went=went)

    presenter.describe(name=name, age=age, pronouns="")
    presenter.start()

    assert fields(presenter) == missing
    assert went.routes == []
    assert office.store.records.people == {}


def test_ti_44_the_short_form_is_not_for_under_elevens() -> None:
    presenter = page(Invented().services())
    presenter.describe(name="Kay", age="10", pronouns="")
    presenter.choose_form(Form.SHORT)

    presenter.start()

    assert fields(presenter) == {"form": SHORT_TOO_YOUNG}


@pytest.mark.parametrize("name", ["Zoë", "عائشة", "ਗੁਰਪ੍ਰੀਤ", "🦊", "Ann-Marie O'Invented"])
def test_ti_38_names_of_every_script_begin_a_conversation(name: str) -> None:
    office, went = Invented(), Went()
    presenter = page(office.services(), went=went)

    presenter.describe(name=name, age="14", pronouns="")
    presenter.start()

    assert went.last.place is Place.CONVERSATION
    assert [person.chosen_name for person in office.store.records.people.values()] == [name]


def test_the_searched_name_is_offered_as_the_new_name() -> None:
    services = Invented().services()
    begun(services)
    presenter = page(services)

    presenter.search("Lee Made-Up")
    assert presenter.state.search_words == NO_MATCH
    presenter.someone_new()

    assert (presenter.state.name, presenter.state.age) == ("Lee Made-Up", "")


def test_somebody_of_the_same_name_is_a_hint_and_never_blocks() -> None:
    services, went = Invented().services(), Went()
    begun(services)
    presenter = page(services, went=went)
    presenter.someone_new()

    presenter.describe(name="kay invented", age="15", pronouns="")
    assert presenter.state.alike is not None
    assert presenter.state.alike.label == "K.I. · YP-0001"
    presenter.start()

    assert went.last.place is Place.CONVERSATION


def test_the_hint_can_be_taken() -> None:
    services = Invented().services()
    known = begun(services).young_person_id
    presenter = page(services)
    presenter.someone_new()
    presenter.describe(name="Kay Invented", age="", pronouns="")

    assert presenter.state.alike is not None
    presenter.choose(presenter.state.alike.id)

    assert presenter.state.chosen is not None
    assert presenter.state.chosen.id == known


def test_many_matches_are_cut_with_a_word() -> None:
    services = Invented().services()
    for _ in range(MATCHES_SHOWN + 3):
        services.young_people.add("Kay Invented", 15)
    presenter = page(services)

    presenter.search("kay")

    assert len(presenter.state.matches) == MATCHES_SHOWN
    assert presenter.state.search_words == "And 3 more. Type a little more."


def test_names_are_masked_here_too_and_shown_for_a_moment() -> None:
    services, names = Invented().services(), NameDisplay()
    begun(services)
    presenter = page(services, names=names)
    presenter.search("kay")

    assert [match.label for match in presenter.state.matches] == ["K.I. · YP-0001"]
    names.switch()
    assert [match.label for match in presenter.state.matches] == ["Kay Invented · YP-0001"]


def test_a_full_disk_is_said_and_trying_again_adds_nobody_twice() -> None:
    office, went = Invented(), Went()
    services = office.services()
    presenter = page(services, went=went)
    presenter.describe(name="Kay", age="15", pronouns="")
    original = services.screenings.begin

    def refuse(*_args: object, **_more: object) -> None:
        raise DiskFullError

    services.screenings.begin = refuse  # type: ignore[method-assign, assignment]  # the disk fills between two writes
    presenter.start()
    assert fields(presenter)["person"].startswith("The disk is full.")
    services.screenings.begin = original  # type: ignore[method-assign]  # and has room again

    presenter.start()

    assert went.last.place is Place.CONVERSATION
    assert len(office.store.records.people) == 1


def test_begin_pressed_twice_begins_once() -> None:
    office, went = Invented(), Went()
    presenter = page(office.services(), went=went)
    presenter.describe(name="Kay", age="15", pronouns="")

    presenter.start()
    presenter.start()

    assert went.places == [Place.CONVERSATION]
    assert len(office.store.records.screenings) == 1
