"""The page of services: searched as somebody types, relaxed with one click, and nothing hidden unexplained."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.invented_directory import LISTENING, fill_directory
from tests.invented_services import WORKPLACE, Invented
from tests.starter_directory import starter_directory
from tests.waiting_task_runner import WaitingTaskRunner
from tests.went import Went
from vrn_desktop.domain.errors import StorageError
from vrn_desktop.domain.local_service import ServiceEntry
from vrn_desktop.presenters.directory.finding_state import (
    NO_PLACE,
    NOTHING_FITS,
    NOTHING_WITHOUT_EITHER,
    PLACE_NOT_KNOWN,
)
from vrn_desktop.presenters.directory.not_seen_words import NO_SUCH
from vrn_desktop.presenters.directory.service_filters import AGE_PROBLEM, PAGE, Part
from vrn_desktop.presenters.directory.service_finder import KeptSearch
from vrn_desktop.presenters.navigation_presenter import Place
from vrn_desktop.presenters.service_cards import ages_words, check_words
from vrn_desktop.presenters.services_presenter import ServicesPresenter

TODAY = date(2026, 11, 24)
IN_ALL = len(starter_directory().entries) + 6


def office(runner: WaitingTaskRunner | None = None, place: str = "Leicester") -> Invented:
    made = Invented() if runner is None else Invented(runner=runner)
    made.store.records.workplace = replace(WORKPLACE, place=place)
    fill_directory(made.store)
    return made


def opened(made: Invented | None = None, went: Went | None = None) -> ServicesPresenter:
    return ServicesPresenter((made or office()).services(), go=went or Went())


def found(presenter: ServicesPresenter) -> list[str]:
    return [card.name for card in presenter.state.finding.cards]


def entry(name: str) -> ServiceEntry:
    return next(each for each in starter_directory().entries if each.name == name)


def test_everything_is_there_a_page_at_a_time_with_a_word_that_it_is_a_draft() -> None:
    presenter = opened()

    assert len(found(presenter)) == PAGE
    assert presenter.state.finding.footer == f"The first {PAGE} of {IN_ALL} services."
    assert "Check every number" in presenter.state.draft
    presenter.show_more()
    presenter.show_more()
    assert len(found(presenter)) == IN_ALL - 1  # the choir rests
    assert not presenter.state.finding.has_more


@pytest.mark.parametrize("words", ["teen", "TEEN HEALTH", "doctor nurse teen"])
def test_search_finds_by_name_and_kind_whatever_the_capitals(words: str) -> None:
    presenter = opened()

    presenter.search(words)

    assert found(presenter) == ["Teen Health 11-19"]


def test_sp_03_a_card_says_ages_cost_distance_hours_and_how_far_it_was_checked() -> None:
    presenter = opened()

    presenter.search("listening")

    (card,) = presenter.state.finding.cards
    assert card.facts == ("11 to 19 years", "Free", "0.2 miles away", "Contact them yourself")
    assert card.hours == "Open now until 17:00"
    assert card.contact == "01632 960101"
    assert card.check == "Last checked 2 November 2026 by its publisher."
    assert "Somebody to talk to" in card.spoken


def test_sp_03_what_was_checked_long_ago_says_to_check_before_giving() -> None:
    presenter = opened()

    presenter.search("boxing")

    (card,) = presenter.state.finding.cards
    assert card.needs_check
    assert card.check.endswith("Check this number before you give it.")


def test_while_a_search_is_out_the_next_waits_and_a_late_answer_is_dropped() -> None:
    runner = WaitingTaskRunner()
    presenter = opened(office(runner))
    runner.finish()

    presenter.search("box")
    presenter.search("boxi")
    presenter.search("listening")
    assert presenter.state.finding.looking
    assert len(runner._jobs) == 1
    runner.finish()

    assert found(presenter) == ["Harbour Listening Service"]
    assert not presenter.state.finding.looking


def test_nothing_fits_says_what_fits_with_one_part_less_and_takes_it_away() -> None:
    presenter = opened()

    presenter.narrow(replace(presenter.filters, words="boxing", age="12", when="now"))

    finding = presenter.state.finding
    assert finding.empty == NOTHING_FITS
    assert [(r.part, r.words) for r in finding.relaxes if r.part is Part.WHEN] == [
        (Part.WHEN, "1 fits without “open now”")
    ]
    presenter.relax(Part.WHEN)
    assert found(presenter) == ["Lantern Boxing Gym"]


def test_where_no_single_part_helps_all_can_be_taken_away() -> None:
    presenter = opened()

    presenter.narrow(replace(presenter.filters, words="xyz", language="nobody speaks it"))

    assert presenter.state.finding.empty == NOTHING_WITHOUT_EITHER
    presenter.clear()
    assert len(found(presenter)) == PAGE


def test_an_age_never_hides_a_service_that_states_none() -> None:
    presenter = opened()

    presenter.narrow(replace(presenter.filters, words="kitchen", age="14"))

    assert found(presenter) == ["Night Kitchen"]


def test_an_age_that_is_none_is_said_and_narrows_nothing() -> None:
    presenter = opened()

    presenter.narrow(replace(presenter.filters, age="fifteen", words="boxing"))

    assert presenter.filters.age_problem == AGE_PROBLEM
    assert found(presenter) == ["Lantern Boxing Gym"]


def test_distance_counts_from_the_setting_or_a_typed_place() -> None:
    presenter = opened()
    presenter.narrow(replace(presenter.filters, words="harbour", miles=3))
    assert presenter.state.finding.from_where == "Leicester"
    (card,) = presenter.state.finding.cards
    assert "0.2 miles away" in card.facts

    presenter.narrow(replace(presenter.filters, place="loughborough"))
    (card,) = presenter.state.finding.cards
    assert any("mile" in fact and fact != "0.2 miles away" for fact in card.facts)

    presenter.narrow(replace(presenter.filters, place="LE67"))
    assert presenter.state.finding.from_where == "LE67"

    presenter.narrow(replace(presenter.filters, place="Nowhere"))
    assert presenter.state.finding.place_problem == PLACE_NOT_KNOWN


def test_without_a_known_setting_a_place_is_asked_for() -> None:
    presenter = opened(office(place="Somewhere nobody knows"))

    presenter.narrow(replace(presenter.filters, miles=3))

    assert presenter.state.finding.place_problem == NO_PLACE


def test_why_am_i_not_seeing_it_is_answered_and_widened_with_one_click() -> None:
    presenter = opened()
    presenter.narrow(replace(presenter.filters, words="talk", age="40", when="5"))

    presenter.why_not("lantern boxing")

    (line,) = presenter.state.finding.not_seen
    assert line.reasons == (
        "The words “talk” are not in it.",
        "It is for another age: 8 to 25 years.",
        "It is closed: you asked for “open on Saturday”.",
    )
    presenter.show_missed(0)
    assert found(presenter) == ["Lantern Boxing Gym"]


def test_a_service_that_rests_or_does_not_exist_is_explained() -> None:
    presenter = opened()

    presenter.why_not("resting choir")
    (line,) = presenter.state.finding.not_seen
    assert "closed for now" in line.reasons[0]
    assert not line.can_be_shown
    presenter.why_not("nobody knows")
    assert presenter.state.finding.not_seen[0].reasons == (NO_SUCH,)
    presenter.why_not(" ")
    assert presenter.state.finding.not_seen == ()


def test_sp_03_what_is_to_be_checked_is_listed_and_typing_leads_back() -> None:
    presenter = opened()

    presenter.show_checking(on=True)

    names = [card.name for card in presenter.state.due]
    assert "Papyrus HOPELINE247" in names
    assert "Cedar Mentors" not in names
    assert presenter.state.due_words == f"{len(names)} entries to check."
    presenter.search("box")
    assert not presenter.state.is_checking
    assert presenter.state.due == ()


def test_the_search_is_still_there_when_somebody_comes_back() -> None:
    kept, services = KeptSearch(), office().services()
    ServicesPresenter(services, go=Went(), kept=kept).search("boxing")

    again = ServicesPresenter(services, go=Went(), kept=kept)

    assert again.filters.words == "boxing"
    assert found(again) == ["Lantern Boxing Gym"]


def test_it_leads_to_the_page_the_editor_and_the_sources() -> None:
    went = Went()
    presenter = opened(went=went)

    presenter.open(LISTENING.id)
    presenter.write_entry()
    presenter.to_sources()

    assert went.places == [Place.SERVICE, Place.SERVICE_EDITOR, Place.SERVICE_SOURCES]


def test_a_disk_that_refuses_is_said() -> None:
    made = office()
    presenter = opened(made)

    def refuse() -> None:
        raise StorageError("refused")

    made.store.read = refuse  # type: ignore[assignment,method-assign]
    presenter.search("x")

    assert "could not be used" in presenter.state.finding.problem
    assert not presenter.state.finding.looking


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (None, None, ""),
        (0, 18, "Up to 18 years"),
        (16, 120, "From 16 years"),
        (16, None, "From 16 years"),
        (11, 19, "11 to 19 years"),
    ],
)
def test_ages_are_said_as_people_say_them(first: int | None, last: int | None, words: str) -> None:
    assert ages_words(replace(entry("Samaritans"), first_age=first, last_age=last)) == words


def test_sp_03_a_check_that_is_overdue_is_said() -> None:
    checked = replace(entry("Samaritans"), last_checked=TODAY, next_check=TODAY)

    assert check_words(checked, TODAY) == "Last checked 24 November 2026."
    assert check_words(checked, TODAY + timedelta(days=1)).endswith(
        "Check this number before you give it."
    )
