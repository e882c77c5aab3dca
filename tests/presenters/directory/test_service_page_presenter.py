"""One service's page: everything SP-03 names, checked, put right, and nothing that is nobody's business."""

from dataclasses import replace
from datetime import date

from tests.invented_directory import (
    BOXING,
    LISTENING,
    NIGHT_BUS,
    OUR_OWN,
    REFUGE,
    RESTING,
    fill_directory,
)
from tests.invented_services import WORKPLACE, Invented
from tests.went import Went
from vrn_desktop.domain.directory.service_record import ServiceRecord
from vrn_desktop.domain.errors import DiskFullError
from vrn_desktop.domain.identifiers import CategoryId, ScreeningId, ServiceId
from vrn_desktop.presenters.directory.service_page import DOUBTED, FOR_WORKERS, GONE, LONGEST_ABOUT
from vrn_desktop.presenters.directory.service_page_presenter import ServicePagePresenter
from vrn_desktop.presenters.directory.service_page_state import (
    CHANGE_NOTED,
    CHECKED_TODAY,
    NO_LONGER_THERE,
    SAY_WHAT,
    SECRET_ADDRESS,
    ServicePage,
)
from vrn_desktop.presenters.navigation_presenter import Place, Route


def office(*services: ServiceRecord) -> Invented:
    made = Invented()
    made.store.records.workplace = replace(WORKPLACE, place="Leicester")
    fill_directory(made.store, *services)
    return made


def opened(
    service: ServiceId = LISTENING.id,
    made: Invented | None = None,
    went: Went | None = None,
    back_to: Route | None = None,
) -> ServicePagePresenter:
    services = (made or office()).services()
    return ServicePagePresenter(services, service, go=went or Went(), back_to=back_to)


def page_of(presenter: ServicePagePresenter) -> ServicePage:
    page = presenter.state.page
    assert page is not None
    return page


def test_sp_03_the_page_says_all_that_is_known() -> None:
    page = page_of(opened())
    facts = {fact.label: fact.words for fact in page.facts}

    assert facts == {
        "What kind of help": "Feelings and mental health",
        "Area": "Leicester",
        "Ages": "11 to 19 years",
        "Cost": "Free",
        "How to get in touch": "Contact them yourself",
        "Wait": "About two weeks",
        "Languages": "English, Gujarati",
        "Getting in": "Step-free entrance",
    }
    assert page.now == "Open now until 17:00"
    assert [line.hours for line in page.week] == ["09:00 to 17:00", "closed", "In term time only."]
    assert page.checked == (
        "Last checked 2 November 2026 by its publisher. Next check by 2 February 2027."
    )
    assert page.alert == "Closed in the last week of December."
    assert page.source == (
        "From “Harbour county list”, taken over on 20 November 2026, "
        "changed there on 3 November 2026, licence OGL 3.0."
    )
    assert [(line.number, line.about) for line in page.numbers] == [
        ("01632 960101", "Front desk"),
        ("07700 900101", "Texts"),
    ]


def test_several_places_each_with_their_distance() -> None:
    first, second = page_of(opened()).places

    assert (first.name, first.address) == ("Harbour House", "4 Harbour Street, Leicester, LE1 9ZZ")
    assert first.distance == "0.2 miles away"
    assert second.distance.endswith("miles away")


def test_what_nobody_said_is_said_to_be_unsaid() -> None:
    facts = {fact.label: fact.words for fact in page_of(opened(NIGHT_BUS.id)).facts}

    assert facts["Wait"] == facts["Languages"] == "Not said"


def test_a_secret_address_says_only_that() -> None:
    (place,) = page_of(opened(REFUGE.id)).places

    assert (place.address, place.name, place.distance) == (SECRET_ADDRESS, "", "")
    assert place.is_secret


def test_a_service_that_left_its_list_or_rests_says_so() -> None:
    made = office()
    made.store.records.directory.gone.add(BOXING.id)

    assert GONE in page_of(opened(BOXING.id, made)).warnings
    assert any("closed for now" in words for words in page_of(opened(RESTING.id)).warnings)


def test_what_is_for_workers_says_not_to_give_it_away() -> None:
    made = office(replace(LISTENING, workers_only=True))

    assert FOR_WORKERS in page_of(opened(made=made)).warnings


def test_sp_09_a_sensitive_service_or_one_of_no_known_kind_says_what_letters_do() -> None:
    (sensitive,) = page_of(opened(REFUGE.id)).warnings
    assert "only if the young person says so" in sensitive
    (unknown,) = page_of(opened(made=office(replace(LISTENING, categories=())))).warnings
    assert "letters treat it as sensitive" in unknown


def test_a_book_inside_a_description_is_cut() -> None:
    made = office(replace(LISTENING, description="word " * 30_000))

    assert len(page_of(opened(made=made)).about) <= LONGEST_ABOUT + 1


def test_sp_03_i_checked_this_today() -> None:
    made = office()
    presenter = opened(BOXING.id, made)
    assert "Check this number before you give it." in page_of(presenter).checked

    presenter.still_right()

    page = page_of(presenter)
    assert presenter.state.notice == CHECKED_TODAY
    assert page.checked == (
        "Last checked 24 November 2026. By Sam Invented. Next check by 24 February 2027."
    )
    assert [(line.when, line.what) for line in page.checks] == [
        ("24 November 2026", "Sam Invented: still right")
    ]


def test_sp_03_something_has_changed_needs_words_and_puts_it_in_doubt() -> None:
    presenter = opened()

    presenter.begin_change()
    presenter.note_change("  ")
    assert presenter.state.change_problem == SAY_WHAT
    presenter.note_change("The number is another one")

    page = page_of(presenter)
    assert presenter.state.notice == CHANGE_NOTED
    assert not presenter.state.is_noting_change
    assert page.checked == DOUBTED
    assert page.warnings == (f"{DOUBTED} The number is another one",)
    assert page.checks[0].what == "Sam Invented: changed: The number is another one"


def test_a_change_can_be_left_unsaid() -> None:
    presenter = opened()

    presenter.begin_change()
    presenter.leave_it()

    assert not presenter.state.is_noting_change
    assert page_of(presenter).checks == ()


def test_kinds_of_help_are_set_by_whoever_knows() -> None:
    presenter = opened(BOXING.id)

    presenter.begin_kinds()
    assert presenter.state.is_choosing_kinds
    presenter.set_kinds((CategoryId("mentoring"), CategoryId("activities")))

    page = page_of(presenter)
    assert page.kinds == (CategoryId("mentoring"), CategoryId("activities"))
    assert not presenter.state.is_choosing_kinds


def test_a_link_is_asked_about_before_it_is_opened() -> None:
    presenter = opened()

    presenter.ask_about_link("https://listening.example/help")
    assert presenter.state.link_to_open == "https://listening.example/help"
    presenter.forget_link()
    assert presenter.state.link_to_open == ""


def test_back_leads_to_where_it_was_opened_from_and_edit_to_the_editor() -> None:
    went = Went()
    opened(went=went).go_back()
    talk = Route(place=Place.CHOOSE_SERVICES, screening=ScreeningId("id-1"))
    opened(went=went, back_to=talk).go_back()
    opened(went=went).edit()

    assert went.places == [Place.SERVICES, Place.CHOOSE_SERVICES, Place.SERVICE_EDITOR]


def test_our_own_entry_can_be_changed_and_others_copied() -> None:
    assert page_of(opened(OUR_OWN.id)).is_ours
    assert not page_of(opened()).is_ours


def test_a_service_that_never_was_is_said() -> None:
    presenter = opened(ServiceId("harbour:never"))

    assert presenter.state.page is None
    assert presenter.state.problem == NO_LONGER_THERE


def test_a_full_disk_is_said_and_nothing_is_shown_as_checked() -> None:
    made = office()
    presenter = opened(made=made)
    made.store.refuses = DiskFullError()

    presenter.still_right()

    assert presenter.state.problem.startswith("The disk is full.")
    assert page_of(presenter).checks == ()
    assert presenter.state.notice == ""


def test_the_publishers_raw_record_and_whoever_assured_it_are_nowhere() -> None:
    words = str(page_of(opened()))

    assert "assurer" not in words
    assert date(2026, 11, 2).isoformat() not in words
