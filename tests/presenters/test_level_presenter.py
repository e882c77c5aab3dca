"""Weighing a level: every reason with its answers, the worker's own view, and what still has to be done."""

import pytest

from tests.invented_services import PRIYA, Invented
from tests.talk import CALM_CORE, answered, begun, talked
from tests.went import Went
from vrn_desktop.application.services import Services
from vrn_desktop.domain.errors import DiskFullError
from vrn_desktop.domain.follow_up import FollowUpKind
from vrn_desktop.domain.identifiers import AnswerCode, ItemId, LevelName, ScreeningId
from vrn_desktop.domain.place_concern import TimeBand
from vrn_desktop.domain.screening import Form
from vrn_desktop.domain.setting import SettingKind
from vrn_desktop.presenters.level_presenter import (
    CHOOSE_FIRST,
    CHOOSE_LEVEL,
    EMPTY_ADDENDUM,
    GIVE_REASON,
    LevelPresenter,
)
from vrn_desktop.presenters.level_state import Verdict
from vrn_desktop.presenters.navigation_presenter import Place

PRIMARY, SECONDARY, TERTIARY = LevelName("primary"), LevelName("secondary"), LevelName("tertiary")
ARRESTED = {**CALM_CORE, "H07": "clear"}


def page(services: Services, screening: ScreeningId, went: Went | None = None) -> LevelPresenter:
    return LevelPresenter(services, screening, go=went or Went())


def test_f15_every_reason_names_its_rule_and_each_answer_it_rests_on() -> None:
    _, services, screening = talked({**CALM_CORE, "E01": "some", "G01": "some", "D01": "some"})

    (reason,) = page(services, screening.id).state.reasons

    assert reason.rule.startswith("rule S")
    assert {answer.item for answer in reason.answers} == {"D01", "E01", "G01"}
    assert all(". They said: “" in answer.words for answer in reason.answers)


def test_f10_an_answer_says_whose_voice_it_was() -> None:
    services = Invented().services()
    person = services.young_people.add("Kay Invented", 8)
    child = services.screenings.begin(person, form=Form.FULL, setting_kind=SettingKind.SCHOOL)
    child = services.screenings.record_privacy(child, private=True, notes={})
    answered(services, child, {"H07": "clear", "R07": "clear"})

    said = [a.words for r in page(services, child.id).state.reasons for a in r.answers]

    assert any(". Their carer said: “" in words for words in said)
    assert any(". Noted by a worker: “Yes”" in words for words in said)


def test_ti_04_a_flag_has_no_question_to_go_back_to() -> None:
    _, services, screening = talked({**CALM_CORE, "R07": "clear"})

    answers = [a for r in page(services, screening.id).state.reasons for a in r.answers]

    assert [answer.item for answer in answers if "Noted by a worker" in answer.words] == [None]


def test_ti_29_strengths_come_before_reasons_with_their_words() -> None:
    _, services, screening = talked({**ARRESTED, "B01": "strong"})
    services.screenings.record_words(screening, ItemId("B01"), "My aunt")

    state = page(services, screening.id).state

    (strength,) = state.strengths
    assert strength.in_quotation_marks == "“Yes, there is” “My aunt”"
    assert list(vars_in_order(state)).index("strengths") < list(vars_in_order(state)).index(
        "reasons"
    )


def vars_in_order(state: object) -> tuple[str, ...]:
    return tuple(type(state).__dataclass_fields__)  # type: ignore[attr-defined]  # a dataclass


def test_f5_questions_without_an_answer_are_counted_and_count_for_nothing() -> None:
    _, services, screening = talked({**CALM_CORE, "B01": "declined", "B02": "dont_know"})

    state = page(services, screening.id).state

    assert state.silent_words.startswith("2 questions without an answer.")
    assert state.level == PRIMARY


def test_what_is_unanswered_says_where_each_answer_would_lead() -> None:
    _, services, screening = talked({key: CALM_CORE[key] for key in list(CALM_CORE)[1:]})

    state = page(services, screening.id).state

    assert state.provisional
    (line,) = state.unanswered
    assert line.item == "C01"
    assert all(" would suggest: " in words for words in line.leads_to)


def test_f12_agreeing_needs_one_choice_and_no_reason() -> None:
    office, services, screening = talked(CALM_CORE)
    presenter = page(services, screening.id)

    presenter.decide()
    assert presenter.state.problem == CHOOSE_FIRST
    presenter.choose(Verdict.AGREE)
    presenter.decide()

    assert presenter.state.decided == "Decided: Build strengths"
    assert "Sam Invented, 24 November 2026." in presenter.state.decided_words
    assert presenter.state.verdict is None
    assert office.store.records.decisions[-1].final_level == PRIMARY


def test_f12_a_higher_level_holds_at_once() -> None:
    _, services, screening = talked(CALM_CORE)
    presenter = page(services, screening.id)

    presenter.choose(Verdict.DIFFERENT)
    presenter.decide()
    assert presenter.state.problem == CHOOSE_LEVEL
    presenter.want(TERTIARY)
    assert not presenter.state.goes_down
    presenter.decide()

    assert presenter.state.decided == "Decided: Recover and stay safe"


def test_f12_a_lower_level_needs_a_reason_and_a_second_person() -> None:
    office, services, screening = talked(ARRESTED)
    presenter = page(services, screening.id)
    presenter.choose(Verdict.DIFFERENT)
    presenter.want(SECONDARY)

    assert presenter.state.goes_down
    presenter.write_reason("   ")
    presenter.decide()
    assert presenter.state.problem == GIVE_REASON
    presenter.write_reason("It was a verbal threat.")
    presenter.decide()

    assert presenter.state.decided == "Waiting for a second person"
    assert "the suggested level stands" in presenter.state.decided_words
    office.as_person(PRIYA).services().levels.review(
        screening.id, approved=True, words="I see it too."
    )
    presenter.load()
    assert presenter.state.decided == "A second person agreed: Step in early"
    assert "Priya Invented, 24 November 2026: “I see it too.”" in presenter.state.decided_words


def test_f18_asking_the_supervisor_confirms_nothing_and_finishing_says_what_to_do() -> None:
    _, services, screening = talked(CALM_CORE)
    presenter = page(services, screening.id)
    presenter.choose(Verdict.ASK)
    presenter.write_reason("Not sure.")
    presenter.decide()

    assert presenter.state.decided == "Waiting for your supervisor"
    presenter.finish()

    assert presenter.state.problem.startswith("Nobody has confirmed the level of support yet.")
    assert not presenter.state.complete


def test_ti_35_the_fairness_question_is_asked_and_a_free_reflection_kept() -> None:
    office, services, screening = talked(ARRESTED)
    presenter = page(services, screening.id)

    assert "younger" in presenter.state.fairness_prompt
    presenter.choose(Verdict.DIFFERENT)
    presenter.want(SECONDARY)
    presenter.write_reason("It was a verbal threat.")
    presenter.write_reflection("I asked myself whether I would say so of a girl.")
    presenter.decide()

    kept = office.store.records.decisions[-1].fairness_reflection
    assert kept == "I asked myself whether I would say so of a girl."


def test_ti_36_a_blaming_word_gets_a_hint_and_is_never_changed_or_refused() -> None:
    office, services, screening = talked(ARRESTED)
    presenter = page(services, screening.id)
    presenter.choose(Verdict.DIFFERENT)
    presenter.want(SECONDARY)

    presenter.write_reason("He is streetwise.")
    assert presenter.state.kinder_words == ("“streetwise” could be “has had to cope alone”",)
    presenter.decide()

    assert office.store.records.decisions[-1].reason == "He is streetwise."


def test_ti_06_finishing_is_refused_while_an_escalation_is_open_and_says_what_to_do() -> None:
    office, services, screening = talked({**CALM_CORE, "H05": "clear"})
    services.levels.decide(screening.id, TERTIARY)
    went = Went()
    presenter = page(services, screening.id, went)

    presenter.finish()

    assert presenter.state.problem == (
        "A safety step has no action written down yet. "
        "Write down what was done, then finish the conversation."
    )
    assert not presenter.state.complete
    presenter.record_action()
    assert (went.last.place, went.last.screening) == (Place.ESCALATION, screening.id)
    assert went.last.escalation in office.store.records.escalations


def test_ti_23_an_answer_can_be_changed_and_the_level_follows() -> None:
    _, services, screening = talked(ARRESTED)
    went = Went()
    presenter = page(services, screening.id, went)
    presenter.choose(Verdict.AGREE)
    presenter.decide()

    presenter.change_answer(ItemId("H07"))
    assert (went.last.place, went.last.item) == (Place.CONVERSATION, "H07")
    assert went.last.returns_to is Place.LEVEL
    services.screenings.record_answer(
        services.screenings.load(screening.id), ItemId("H07"), AnswerCode("none"), screening.voice
    )
    presenter.load()

    assert presenter.state.level == PRIMARY
    assert presenter.state.decided == ""


def test_ti_23_a_locked_record_takes_dated_additions_and_nothing_else() -> None:
    office, services, screening = talked(CALM_CORE)
    services.levels.decide(screening.id, PRIMARY)
    presenter = page(services, screening.id)
    presenter.finish()
    assert presenter.state.complete

    presenter.add_addendum()
    assert presenter.state.addendum_problem == EMPTY_ADDENDUM
    presenter.write_addendum("They now live with their aunt.")
    presenter.add_addendum()

    (line,) = presenter.state.addenda
    assert line.day_and_author == "24 November 2026 · Sam Invented"
    assert (line.text, presenter.state.addendum) == ("They now live with their aunt.", "")
    assert office.store.records.screenings[screening.id].answers.code(ItemId("C01")) == "none"


def test_ti_37_a_place_concern_is_asked_for_and_noted_without_names() -> None:
    _, services, screening = talked({**CALM_CORE, "F01": "clear"})
    presenter = page(services, screening.id)
    closed: list[bool] = []
    assert presenter.state.place_concern

    sheet = presenter.place_concern(lambda: closed.append(True))
    sheet.save()
    assert closed == []
    sheet.choose_kind("transport")
    sheet.choose_time(TimeBand.AFTER_SCHOOL)
    sheet.write("More light.")
    sheet.save()

    assert closed == [True]
    assert presenter.state.places == ("A bus, train or stop, after school. More light.",)


def test_a_place_concern_keeps_what_is_being_weighed() -> None:
    _, services, screening = talked({**ARRESTED, "F01": "clear"})
    presenter = page(services, screening.id)
    presenter.choose(Verdict.DIFFERENT)
    presenter.want(SECONDARY)
    presenter.write_reason("It was a verbal threat.")
    sheet = presenter.place_concern(lambda: None)
    sheet.choose_kind("park")
    sheet.choose_time(TimeBand.NIGHT)

    sheet.save()

    assert (presenter.state.wanted, presenter.state.reason) == (
        SECONDARY,
        "It was a verbal threat.",
    )


def test_a_full_disk_is_said_and_the_decision_can_be_kept_later() -> None:
    office, services, screening = talked(CALM_CORE)
    presenter = page(services, screening.id)
    presenter.choose(Verdict.AGREE)
    office.store.refuses = DiskFullError()
    presenter.decide()

    assert presenter.state.problem.startswith("The disk is full.")
    assert presenter.state.verdict is Verdict.AGREE
    office.store.refuses = None
    presenter.decide()
    assert presenter.state.decided == "Decided: Build strengths"


def test_the_ways_on_lead_to_the_record_services_letter_and_person() -> None:
    _, services, screening = talked(CALM_CORE)
    went = Went()
    presenter = page(services, screening.id, went)

    presenter.look_at_noted()
    presenter.choose_services()
    presenter.make_letter()
    presenter.open_person()
    presenter.open_safety_steps()

    assert went.places == [
        Place.CHECK_NOTED,
        Place.CHOOSE_SERVICES,
        Place.LETTER_FOR,
        Place.YOUNG_PERSON,
        Place.SAFETY_STEPS,
    ]


@pytest.mark.parametrize("age", [18, 24, 40])
def test_ti_45_an_adult_gets_the_same_page(age: int) -> None:
    services = Invented().services()
    screening = answered(services, begun(services, age=age), {**CALM_CORE, "B01": "strong"})

    state = page(services, screening.id).state

    assert state.level is not None
    assert state.strengths


def test_ti_41_deciding_after_a_heavy_talk_puts_aftercare_on_the_list_once() -> None:
    office, services, screening = talked({**CALM_CORE, "H01": "some"})
    presenter = page(services, screening.id)
    for _ in range(2):
        presenter.choose(Verdict.AGREE)
        presenter.decide()

    (promise,) = office.store.records.follow_ups.values()
    assert promise.kind is FollowUpKind.AFTERCARE


def test_ti_41_deciding_after_a_calm_talk_promises_nothing() -> None:
    office, services, screening = talked(CALM_CORE)
    presenter = page(services, screening.id)
    presenter.choose(Verdict.AGREE)

    presenter.decide()

    assert office.store.records.follow_ups == {}
