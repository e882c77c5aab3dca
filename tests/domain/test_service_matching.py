"""Suggestions come from answers, say why, and never hold what must not be offered (SP-01 to SP-09)."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.invented_answers import sheets
from tests.starter_directory import starter_directory
from tests.talk_safe import answers, calm, talk_safe
from vrn_desktop.domain.answer import AnswerSheet
from vrn_desktop.domain.identifiers import CategoryId, LevelName, ServiceId
from vrn_desktop.domain.local_service import CheckState, Evidence, Reach, ServiceEntry
from vrn_desktop.domain.service_matching import ServiceSuggestions, suggest_services

LEVELS = st.sampled_from(list(talk_safe().rule_set.level_ranks))


def suggested(
    sheet: AnswerSheet, level: str | None = None, age: int | None = None
) -> ServiceSuggestions:
    return suggest_services(
        starter_directory(),
        talk_safe(),
        sheet,
        level=None if level is None else LevelName(level),
        age=age,
    )


def names(found: ServiceSuggestions) -> list[str]:
    return [str(each.category.id) for each in found.suggestions]


@pytest.mark.parametrize(
    ("given_answers", "category"),
    [
        ({"G01": "some"}, "mental_health"),
        ({"B01": "partly"}, "mentoring"),
        ({"B01": "weak"}, "mentoring"),
        ({"C03": "some"}, "money_housing"),
        ({"F03": "some"}, "hate_crime"),
        ({"R06": "some"}, "missing"),
        ({"H02": "some"}, "sexual_violence"),
    ],
)
def test_sp_01_answers_suggest(given_answers: dict[str, str], category: str) -> None:
    assert category in names(suggested(answers(**given_answers)))


def test_sp_01_a_strong_support_suggests_nothing() -> None:
    assert names(suggested(answers(B01="strong", B02="strong", B04="strong"))) == []


@settings(max_examples=50)
@given(sheet=sheets(), level=LEVELS)
def test_sp_01_the_level_orders_and_removes_nothing(sheet: AnswerSheet, level: LevelName) -> None:
    plain, ordered = suggested(sheet), suggested(sheet, level)
    assert sorted(names(plain)) == sorted(names(ordered))
    every = {*names(plain), *(str(c.id) for c in plain.other_categories)}
    assert every == {str(category.id) for category in starter_directory().categories}


def test_sp_01_what_belongs_to_the_level_comes_first() -> None:
    sheet = answers(B02="partly", E03="some", C02="some", G04="clear")
    assert names(suggested(sheet, "tertiary"))[:2] == ["crisis", "domestic_abuse"]
    assert names(suggested(sheet, "secondary"))[:3] == ["crisis", "mental_health", "mentoring"]
    assert names(suggested(sheet, "primary"))[:2] == ["crisis", "activities"]


def test_the_reason_names_the_answers() -> None:
    (found,) = suggested(answers(C05="clear")).suggestions
    assert [(a.label, a.text) for a in found.reasons] == [
        ("Big changes or losses", "Yes, very hard")
    ]


def test_sp_02_at_most_three_are_printed_before_anyone_chooses() -> None:
    sheet = calm(C02="clear", H01="clear", G01="clear", C03="clear", G03="clear", E05="clear")
    printed = suggested(sheet, "tertiary", 15).printed_by_default()
    assert len(printed) == 3
    assert all(entry.may_be_printed for entry in printed)


@settings(max_examples=50)
@given(sheet=sheets())
def test_sp_04_crisis_lines_are_always_there(sheet: AnswerSheet) -> None:
    lines = suggested(sheet).crisis_lines
    assert "999" in [line.contact for line in lines]
    assert not any(line.workers_only for line in lines)


@settings(max_examples=50)
@given(sheet=sheets())
def test_sp_05_what_does_harm_is_never_offered(sheet: AnswerSheet) -> None:
    harmful = {e.id for e in starter_directory().evidence.values() if e.never_signpost}
    assert harmful == {"prison_awareness", "boot_camps"}
    offered = {e.id for each in suggested(sheet).suggestions for e in each.evidence}
    assert offered & harmful == set()


def test_sp_05_not_even_when_a_directory_lists_it() -> None:
    plain = starter_directory()
    boot_camps = plain.evidence["boot_camps"]
    listed = tuple(replace(c, evidence=(*c.evidence, "boot_camps")) for c in plain.categories)
    found = suggest_services(
        replace(plain, categories=listed), talk_safe(), calm(H05="clear", H07="clear")
    )
    assert found.suggestions
    assert boot_camps not in [e for each in found.suggestions for e in each.evidence]


@settings(max_examples=50)
@given(sheet=sheets(), age=st.integers(min_value=0, max_value=120))
def test_entries_for_workers_never_reach_the_young_person(sheet: AnswerSheet, age: int) -> None:
    found = suggested(sheet, age=age)
    offered = [entry for each in found.suggestions for entry in each.services]
    assert not any(entry.workers_only for entry in (*offered, *found.crisis_lines))
    assert not any(entry.workers_only for entry in found.printed_by_default())


def test_a_worker_still_sees_what_is_for_workers() -> None:
    found = suggested(answers(H05="some"))
    (own,) = [each for each in found.suggestions if each.category.id == "own_behaviour"]
    assert [entry.name.split(" (")[0] for entry in own.for_workers] == ["Stop It Now"]


def test_a_service_for_other_ages_is_left_out() -> None:
    def sexual_violence(age: int) -> set[str]:
        (found,) = suggested(answers(H02="some"), age=age).suggestions
        return {entry.name.split(" ")[0] for entry in found.services}

    assert "Rape" not in sexual_violence(15)
    assert "Rape" in sexual_violence(16)
    assert "Juniper" in sexual_violence(18)


def test_ti_24_with_no_answers_everything_can_still_be_chosen() -> None:
    found = suggested(AnswerSheet())
    assert found.suggestions == ()
    assert len(found.other_categories) == 24


def test_sp_09_sensitive_categories_are_marked() -> None:
    sensitive = {str(c.id) for c in starter_directory().categories if c.sensitive}
    assert sensitive == {
        "sexual_violence",
        "domestic_abuse",
        "own_behaviour",
        "exploitation",
        "substance",
        "crisis",
    }
    line = starter_directory().in_category(CategoryId("substance"))[0]
    assert line.sensitive


def test_sp_03_a_passed_check_date_asks_for_a_check() -> None:
    entry = replace(line(), next_check=date(2026, 11, 22))
    assert line().needs_check(date(2026, 11, 22))
    assert not entry.needs_check(date(2026, 11, 22))
    assert entry.needs_check(date(2026, 11, 23))


def line() -> ServiceEntry:
    return starter_directory().entries[0]


def test_local_services_come_before_national_ones() -> None:
    found = starter_directory().in_category(CategoryId("domestic_abuse"))
    assert found[0].reach is Reach.LOCAL
    assert found[-1].reach is Reach.NATIONAL


def test_a_service_without_a_number_is_not_printed() -> None:
    lines = starter_directory().in_category(CategoryId("hospital_navigator"))
    assert [entry.contact for entry in lines] == [None]
    assert not lines[0].may_be_printed


def test_an_entry_is_found_by_its_id() -> None:
    assert starter_directory().entry(line().id) is line()
    assert starter_directory().entry(replace(line(), id=ServiceId("gone")).id) is None


def test_evidence_says_how_sure_and_where_from() -> None:
    mentoring: Evidence = starter_directory().evidence["mentoring"]
    assert (mentoring.impact, mentoring.figure) == ("MODERATE", "21% less violence")
    assert mentoring.checked is CheckState.SEEN
