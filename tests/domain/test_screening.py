"""A conversation as a value: answered, changed, paused, stopped, and locked at its end."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from tests.invented_conversation import invented_screening
from vrn_desktop.domain.answer import Voice
from vrn_desktop.domain.errors import ScreeningClosedError
from vrn_desktop.domain.identifiers import AnswerCode, ItemId, StepId
from vrn_desktop.domain.life_stage import Respondent
from vrn_desktop.domain.screening import Form, ScreeningState

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
B01, SOME = ItemId("B01"), AnswerCode("some")


def test_answers_belong_to_the_one_who_gave_them() -> None:
    young = invented_screening()
    carer = invented_screening(respondent=Respondent.CARER)
    assert (young.voice, carer.voice) == ("young_person", "carer")


def test_ti_23_an_answer_is_given_changed_and_taken_back() -> None:
    given = invented_screening().with_answer(B01, SOME, Voice.YOUNG_PERSON)
    changed = given.with_answer(B01, AnswerCode("clear"), Voice.YOUNG_PERSON)
    taken_back = changed.without_answer(B01, Voice.YOUNG_PERSON)
    assert given.answers.code(B01) == "some"
    assert changed.answers.code(B01) == "clear"
    assert taken_back.answers.code(B01) is None


def test_answering_a_question_that_was_left_takes_it_up() -> None:
    left = invented_screening(items_skipped=frozenset({B01}))
    assert left.with_answer(B01, SOME, Voice.YOUNG_PERSON).items_skipped == frozenset()


def test_ti_26_words_stay_as_typed_and_no_words_are_none() -> None:
    words = "  “she’s sound” \n"
    held = invented_screening().with_words("B01", words)
    assert held.own_words["B01"] == words
    assert "B01" not in held.with_words("B01", "").own_words


def test_a_step_can_be_done_again_and_keeps_the_newest_notes() -> None:
    step = StepId("A1")
    held = invented_screening().with_step(step, {"who": "carer"}).with_step(step, {"who": ""})
    assert held.steps_done == {step}
    assert held.step_notes[step] == {"who": ""}


def test_only_the_end_closes_it() -> None:
    for state in (ScreeningState.PAUSED, ScreeningState.STOPPED, ScreeningState.OPEN):
        assert invented_screening().in_state(state, NOW).closed_at is None
    assert invented_screening().in_state(ScreeningState.COMPLETE, NOW).closed_at == NOW


def test_ti_23_after_the_end_nothing_changes_any_more() -> None:
    done = invented_screening().in_state(ScreeningState.COMPLETE, NOW)
    changes: tuple[Callable[[], object], ...] = (
        lambda: done.with_answer(B01, SOME, Voice.YOUNG_PERSON),
        lambda: done.without_answer(B01, Voice.YOUNG_PERSON),
        lambda: done.with_words("B01", "words"),
        lambda: done.with_step(StepId("A1"), {}),
        lambda: done.in_state(ScreeningState.OPEN, NOW),
    )
    for change in changes:
        with pytest.raises(ScreeningClosedError):
            change()


def test_the_short_form_says_so() -> None:
    assert invented_screening(form=Form.SHORT).short_form
    assert not invented_screening(form=Form.FULL).short_form
