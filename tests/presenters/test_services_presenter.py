"""The directory of services: searched in memory, each with its check state (SP-03)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.invented_services import Invented
from tests.starter_directory import starter_directory
from tests.went import Went
from vrn_desktop.domain.local_service import ServiceEntry
from vrn_desktop.presenters.service_cards import ages_words, check_words
from vrn_desktop.presenters.services_presenter import NOTHING, ServicesPresenter

TODAY = date(2026, 11, 24)


def entry(name: str) -> ServiceEntry:
    return next(each for each in starter_directory().entries if each.name == name)


def test_everything_is_listed_with_a_word_that_it_is_a_draft() -> None:
    state = ServicesPresenter(Invented().services(), go=Went()).state

    assert state.footer == "39 of 39 services and help lines shown."
    assert "has to be checked" in state.draft


@pytest.mark.parametrize("words", ["teen", "0116 305 8727", "doctor, nurse", "TEEN HEALTH"])
def test_search_finds_by_name_number_and_kind(words: str) -> None:
    presenter = ServicesPresenter(Invented().services(), go=Went())

    presenter.search(words)

    assert [card.name for card in presenter.state.cards] == ["Teen Health 11-19"]


def test_one_kind_of_help_can_be_chosen_and_nothing_found_is_said() -> None:
    presenter = ServicesPresenter(Invented().services(), go=Went())

    presenter.choose_category("substance")
    assert [card.name for card in presenter.state.cards] == ["FRANK (drugs)"]
    presenter.search("xyz")
    assert presenter.state.empty == NOTHING


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
