"""Help is chosen together: from answers, one yes or no at a time, and none for now is a good answer."""

import pytest

from tests.invented_directory import fill_directory
from tests.starter_directory import starter_directory
from tests.talk import CALM_CORE, talked
from tests.went import Went
from vrn_desktop.application.services import Services
from vrn_desktop.domain.errors import DiskFullError
from vrn_desktop.domain.identifiers import CategoryId, LevelName, ScreeningId, ServiceId, StepId
from vrn_desktop.domain.local_service import CRISIS
from vrn_desktop.domain.signposting import SignpostState
from vrn_desktop.presenters.choose_services_presenter import ChooseServicesPresenter
from vrn_desktop.presenters.choose_services_state import HelpGroup
from vrn_desktop.presenters.help_groups import evidence_words
from vrn_desktop.presenters.navigation_presenter import Place

WORRIED = {**CALM_CORE, "G01": "some"}


def page(
    services: Services, screening: ScreeningId, went: Went | None = None
) -> ChooseServicesPresenter:
    return ChooseServicesPresenter(services, screening, go=went or Went())


def group(presenter: ChooseServicesPresenter, title: str) -> HelpGroup:
    return next(each for each in presenter.state.groups if each.title == title)


def found(presenter: ChooseServicesPresenter) -> list[str]:
    return [card.name for card in presenter.state.found]


def test_sp_01_each_kind_of_help_says_which_answers_suggest_it() -> None:
    _, services, screening = talked(WORRIED)

    found = group(page(services, screening.id), "Feelings and mental health")

    assert found.reasons == ("Worry, bad dreams or feeling on guard: “Some days”",)


def test_ti_24_with_no_answer_at_all_every_kind_of_help_is_there() -> None:
    _, services, screening = talked({})
    presenter = page(services, screening.id)

    assert presenter.state.groups == ()
    assert presenter.state.crisis
    titles = dict(presenter.state.other_titles)
    presenter.show_more(CategoryId("money_housing"))

    opened = group(presenter, titles[CategoryId("money_housing")])
    assert (opened.reasons, opened.evidence) == ((), ())
    assert [card.name for card in opened.cards] == ["Shelter"]
    assert CategoryId("money_housing") not in dict(presenter.state.other_titles)


def test_sp_04_crisis_lines_always_stand_there_once() -> None:
    for said in ({}, CALM_CORE, {**CALM_CORE, "G04": "clear"}):
        _, services, screening = talked(said)
        state = page(services, screening.id).state
        everywhere = [
            card.contact for cards in (g.cards for g in state.groups) for card in cards
        ] + [card.contact for card in state.crisis]

        assert everywhere.count("0800 1111") == 1
        assert everywhere.count("999") == 1
        assert CRISIS not in dict(state.other_titles)


def test_ti_31_each_service_has_its_own_yes_or_no_that_can_change() -> None:
    office, services, screening = talked(WORRIED)
    presenter = page(services, screening.id)
    first, second = [
        card for card in group(presenter, "Feelings and mental health").cards if card.check
    ][:2]
    before = presenter.state.groups

    presenter.answer(first.id, SignpostState.ACCEPTED)
    presenter.answer(second.id, SignpostState.DECLINED)

    assert dict(presenter.state.answers) == {
        first.id: SignpostState.ACCEPTED,
        second.id: SignpostState.DECLINED,
    }
    assert list(presenter.state.chosen) == [first.name]
    assert presenter.state.groups is before
    presenter.answer(first.id, SignpostState.DECLINED)
    assert list(presenter.state.chosen) == []
    assert len(office.store.records.signposts) == 2


@pytest.mark.parametrize("state", list(SignpostState))
def test_sp_07_what_became_of_an_offer_is_kept_with_its_reason(state: SignpostState) -> None:
    office, services, screening = talked(WORRIED)
    presenter = page(services, screening.id)
    card = group(presenter, "Feelings and mental health").cards[0]

    presenter.answer(card.id, state)

    (kept,) = office.store.records.signposts.values()
    assert (kept.state, kept.why) == (state, "Worry, bad dreams or feeling on guard: “Some days”")


def test_ti_31_none_for_now_is_kept_neutrally_and_a_later_yes_takes_it_back() -> None:
    _, services, screening = talked(WORRIED)
    presenter = page(services, screening.id)

    presenter.none_for_now(keep=True)

    held = services.screenings.load(screening.id)
    assert held.step_notes[StepId("Z4")] == {"none_wanted": "true"}
    assert held.position == screening.position
    assert page(services, screening.id).state.none_wanted
    presenter.answer(presenter.state.groups[0].cards[0].id, SignpostState.ACCEPTED)
    assert not presenter.state.none_wanted


def test_none_for_now_on_a_locked_record_changes_nothing_in_it() -> None:
    office, services, screening = talked(CALM_CORE)
    services.levels.decide(screening.id, LevelName("primary"))
    services.screenings.complete(services.screenings.load(screening.id))
    presenter = page(services, screening.id)
    changes = len(office.store.acts)

    presenter.none_for_now(keep=True)

    assert presenter.state.none_wanted
    assert presenter.state.problem == ""
    assert len(office.store.acts) == changes


def test_sp_03_a_card_says_area_ages_cost_and_how_far_it_was_checked() -> None:
    _, services, screening = talked(CALM_CORE)
    presenter = page(services, screening.id)

    childline = next(c for c in presenter.state.crisis if c.contact == "0800 1111")

    assert childline.facts == ("National", "Up to 18 years", "Free", "Does not show on bills")
    assert childline.check == (
        "Seen on a public page, not checked since. Check this number before you give it."
    )


def test_sp_03_without_a_number_it_says_to_ask_before_offering() -> None:
    _, services, screening = talked({**CALM_CORE, "H01": "some"})

    found = group(page(services, screening.id), "Help after a crime")
    victim_first = next(card for card in found.cards if card.name == "Victim First")

    assert victim_first.contact == "No number on file yet: ask before you offer it."
    assert victim_first.check == ""


def test_sp_05_an_approach_that_does_harm_is_never_among_the_evidence() -> None:
    _, services, screening = talked(
        {**CALM_CORE, "H05": "clear", "H07": "clear", "H06": "clear", "G02": "clear"}
    )

    words = str([each.evidence for each in page(services, screening.id).state.groups])

    assert words.count("Impact:") > 2
    assert "Boot camps" not in words
    assert "Prison awareness" not in words


def test_sp_06_evidence_says_impact_and_how_sure_in_plain_words() -> None:
    known = starter_directory().evidence

    assert evidence_words(known["cbt"]) == (
        "Cognitive behavioural therapy. Impact: high. How sure: not looked up yet. "
        "As of: 22 November 2026. "
        "Source: youthendowmentfund.org.uk/toolkit/cognitive-behavioural-therapy/."
    )
    assert "How sure: high confidence." in evidence_words(known["social_skills"])
    assert "Impact: not looked up yet." in evidence_words(known["parenting"])


def test_search_finds_by_name_and_kind_and_nothing_by_default() -> None:
    _, services, screening = talked(CALM_CORE)
    presenter = page(services, screening.id)

    assert found(presenter) == []
    presenter.search("shelter")
    assert found(presenter) == ["Shelter"]
    presenter.search("drink and")
    assert found(presenter) == ["FRANK (drugs)"]
    presenter.search("")
    assert found(presenter) == []


def test_sp_03_an_imported_service_says_all_that_the_programs_own_entries_say() -> None:
    office, services, screening = talked(WORRIED, age=15)
    fill_directory(office.store)

    cards = group(page(services, screening.id), "Feelings and mental health").cards
    listening = next(card for card in cards if card.name == "Harbour Listening Service")

    for fact in (
        "11 to 19 years",
        "Free",
        "Contact them yourself",
        "Open now until 17:00",
        "Leicester",
        "Wait: About two weeks",
        "English, Gujarati",
        "Step-free entrance",
    ):
        assert fact in listening.facts
    assert listening.check == "Last checked 2 November 2026 by its publisher."


def test_sp_01_a_nearest_service_of_another_age_or_for_workers_is_not_suggested() -> None:
    office, services, screening = talked(WORRIED, age=30)
    fill_directory(office.store)

    cards = group(page(services, screening.id), "Feelings and mental health").cards

    assert "Harbour Listening Service" not in [card.name for card in cards]


def test_a_colleagues_check_freshens_the_card_of_the_programs_own_entry() -> None:
    _, services, screening = talked(CALM_CORE)
    services.directory.record_check(ServiceId("samaritans"), still_right=True)

    crisis = page(services, screening.id).state.crisis

    samaritans = next(card for card in crisis if card.contact == "116 123")
    assert samaritans.check == "Last checked 24 November 2026."


def test_a_services_page_leads_back_to_the_conversation() -> None:
    _, services, screening = talked(CALM_CORE)
    went = Went()

    page(services, screening.id, went).open_service(ServiceId("samaritans"))

    assert (went.last.place, went.last.service) == (Place.SERVICE, "starter:samaritans")
    assert (went.last.returns_to, went.last.screening) == (Place.CHOOSE_SERVICES, screening.id)


def test_sp_09_sensitive_kinds_are_marked() -> None:
    _, services, screening = talked({**CALM_CORE, "G03": "some", "C03": "some"})
    presenter = page(services, screening.id)

    assert group(presenter, "Drink and drugs").cards[0].sensitive
    assert not group(presenter, "Food, money and housing").cards[0].sensitive


def test_ti_17_looking_together_is_a_switch_of_the_page() -> None:
    _, services, screening = talked(WORRIED)
    presenter = page(services, screening.id)

    presenter.share_view(on=True)

    assert presenter.state.shared_view
    assert not any(word in str(presenter.state) for word in ("primary", "secondary", "tertiary"))


def test_a_full_disk_is_said_and_no_yes_is_shown() -> None:
    office, services, screening = talked(WORRIED)
    presenter = page(services, screening.id)
    office.store.refuses = DiskFullError()

    presenter.answer(presenter.state.groups[0].cards[0].id, SignpostState.ACCEPTED)

    assert presenter.state.problem.startswith("The disk is full.")
    assert presenter.state.answers == ()


def test_ti_45_an_adult_is_offered_what_fits_their_age() -> None:
    _, services, screening = talked(CALM_CORE, age=25)

    contacts = {card.contact for card in page(services, screening.id).state.crisis}

    assert "116 123" in contacts
    assert "0800 1111" not in contacts


def test_from_here_the_letter_is_made() -> None:
    _, services, screening = talked({})
    went = Went()
    presenter = page(services, screening.id, went)

    presenter.make_letter()
    presenter.back_to_level()

    assert went.places == [Place.LETTER_FOR, Place.LEVEL]
