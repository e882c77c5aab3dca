"""Is it helping, first calls, own goals and gaps: every answer may be left out, no goal is a score."""

from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vrn_desktop.domain.errors import DomainError
from vrn_desktop.domain.handover import Caller
from vrn_desktop.domain.helping import ASKED_AFTER, HelpingAnswer, StillGoing
from vrn_desktop.domain.identifiers import (
    CategoryId,
    OwnGoalId,
    PractitionerId,
    ScreeningId,
    SignpostId,
    UnmetNeedId,
    YoungPersonId,
)
from vrn_desktop.domain.own_goal import (
    LONGEST_GOAL,
    STEP_WORDS,
    TOP_STEP,
    GoalStep,
    OwnGoal,
    goal_words,
)
from vrn_desktop.domain.unmet_need import FEWEST_SHOWN, GapReason, UnmetNeed, gap_counts

NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)
SAM = PractitionerId("sam")


def answer(still_going: StillGoing | None = None) -> HelpingAnswer:
    return HelpingAnswer(
        signpost_id=SignpostId("s"),
        on=date(2026, 11, 24),
        at=NOW,
        by=SAM,
        still_going=still_going,
    )


def step(number: int) -> GoalStep:
    return GoalStep(step=number, at=NOW, by=SAM)


def goal() -> OwnGoal:
    return OwnGoal(
        id=OwnGoalId("g"),
        young_person_id=YoungPersonId("p"),
        words="Sleep through the night",
        named_at=NOW,
        named_by=SAM,
    )


def gap(number: int, reason: GapReason = GapReason.FULL, *, talk: int | None = None) -> UnmetNeed:
    return UnmetNeed(
        id=UnmetNeedId(f"gap-{number}"),
        screening_id=ScreeningId(f"talk-{number if talk is None else talk}"),
        category=CategoryId("mentoring"),
        reason=reason,
        at=NOW,
        by=SAM,
    )


def test_ag_15_it_is_asked_four_to_six_and_twelve_weeks_after_the_first_yes() -> None:
    first, second = ASKED_AFTER

    assert timedelta(weeks=4) <= first <= timedelta(weeks=6)
    assert second == timedelta(weeks=12)


def test_an_asking_with_every_answer_left_out_says_nothing() -> None:
    assert answer().says_nothing
    assert not answer(StillGoing.RATHER_NOT_SAY).says_nothing


def test_sp_08_calling_together_is_offered_first() -> None:
    assert next(iter(Caller)) is Caller.TOGETHER


def test_ag_17_every_step_of_the_ladder_has_words() -> None:
    assert len(STEP_WORDS) == TOP_STEP + 1
    assert len(set(STEP_WORDS)) == len(STEP_WORDS)
    assert step(0).words == STEP_WORDS[0]


@pytest.mark.parametrize("number", [-1, TOP_STEP + 1])
def test_a_step_beside_the_ladder_is_refused(number: int) -> None:
    with pytest.raises(DomainError):
        step(number)


def test_ag_17_a_goal_that_was_stopped_is_left_alone() -> None:
    stopped = replace(goal(), stopped_at=NOW)
    assert not stopped.is_open
    with pytest.raises(DomainError):
        stopped.with_step(step(3))


@given(st.lists(st.integers(0, TOP_STEP), max_size=12))
def test_steps_are_kept_in_the_order_in_which_they_were_named(numbers: list[int]) -> None:
    kept = goal()
    for number in numbers:
        kept = kept.with_step(step(number))
    assert [each.step for each in kept.steps] == numbers


@pytest.mark.parametrize("words", ["", "   ", "x" * (LONGEST_GOAL + 1)])
def test_a_goal_needs_words_and_not_too_many(words: str) -> None:
    with pytest.raises(DomainError):
        goal_words(words)


def test_their_words_are_not_changed() -> None:
    assert goal_words(" get 2 footy  on time ") == "get 2 footy  on time"


def test_ag_09_a_gap_has_no_room_for_words_about_anybody() -> None:
    assert {field.name for field in fields(UnmetNeed)} == {
        "id",
        "screening_id",
        "category",
        "reason",
        "at",
        "by",
        "service_id",
    }


def test_ag_09_counts_under_five_are_not_shown() -> None:
    shown = gap_counts([gap(n) for n in range(FEWEST_SHOWN - 1)])
    assert [row.count for row in shown] == [None]
    shown = gap_counts([gap(n) for n in range(FEWEST_SHOWN)])
    assert [row.count for row in shown] == [FEWEST_SHOWN]


def test_one_conversation_counts_once_for_one_kind_and_reason() -> None:
    shown = gap_counts([gap(n, talk=1) for n in range(9)])
    assert [row.count for row in shown] == [None]


@given(st.lists(st.tuples(st.sampled_from(GapReason), st.integers(0, 20)), max_size=60))
def test_no_small_count_is_ever_shown_and_no_gap_is_lost(
    found: list[tuple[GapReason, int]],
) -> None:
    rows = gap_counts([gap(n, reason, talk=talk) for n, (reason, talk) in enumerate(found)])

    assert {row.reason for row in rows} == {reason for reason, _ in found}
    assert all(row.count is None or row.count >= FEWEST_SHOWN for row in rows)
    hidden = [row.reason for row in rows if row.count is None]
    assert hidden == sorted(hidden)
