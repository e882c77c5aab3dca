"""Every list says in the same words what a conversation waits for."""

from datetime import UTC, datetime

import pytest

from vrn_desktop.application.ports.rows import ScreeningRow
from vrn_desktop.domain.identifiers import PractitionerId, ScreeningId, YoungPersonId
from vrn_desktop.domain.level_decision import DecisionState
from vrn_desktop.domain.screening import ScreeningState
from vrn_desktop.presenters import next_step as steps
from vrn_desktop.presenters.navigation_presenter import Place
from vrn_desktop.presenters.next_step import NextStep, next_step

OPEN, PAUSED = ScreeningState.OPEN, ScreeningState.PAUSED
STOPPED, COMPLETE = ScreeningState.STOPPED, ScreeningState.COMPLETE


def row(
    state: ScreeningState, position: str, decision: DecisionState | None = None
) -> ScreeningRow:
    return ScreeningRow(
        id=ScreeningId("s1"),
        young_person_id=YoungPersonId("p1"),
        reference="YP-0001",
        chosen_name="Kay Invented",
        practitioner_id=PractitionerId("sam"),
        state=state,
        started_at=datetime(2026, 11, 24, 10, tzinfo=UTC),
        position=position,
        open_escalations=0,
        decision=decision,
    )


@pytest.mark.parametrize(
    ("state", "position", "decision", "step"),
    [
        (OPEN, "item:C01", None, steps.UNFINISHED),
        (PAUSED, "item:C01", None, steps.PAUSED),
        (OPEN, "item:C01", DecisionState.CONFIRMED, steps.UNFINISHED),
        (OPEN, "step:Z8", None, steps.TO_WEIGH),
        (STOPPED, "item:C01", None, steps.TO_WEIGH),
        (STOPPED, "step:Z3", None, steps.TO_CLOSE),
        (STOPPED, "step:Z8", DecisionState.ASKED_SUPERVISOR, steps.WAITING),
        (OPEN, "step:Z8", DecisionState.PENDING_REVIEW, steps.WAITING),
        (OPEN, "step:Z8", DecisionState.APPROVED, steps.ANSWERS),
        (OPEN, "step:Z8", DecisionState.DECLINED, steps.ANSWERS),
        (OPEN, "step:Z8", DecisionState.CONFIRMED, steps.TO_FINISH),
        (COMPLETE, "step:Z8", DecisionState.CONFIRMED, steps.COMPLETE),
    ],
)
def test_what_a_conversation_waits_for(
    state: ScreeningState, position: str, decision: DecisionState | None, step: NextStep
) -> None:
    assert next_step(row(state, position, decision)) is step


def test_ti_12_stopping_early_still_leads_to_the_last_steps() -> None:
    route = steps.TO_CLOSE.route(row(STOPPED, "step:Z6"))

    assert (route.place, route.screening) == (Place.CONVERSATION, "s1")


def test_ti_20_stopping_is_never_called_refusal() -> None:
    words = " ".join(
        step.stands for step in vars(steps).values() if isinstance(step, NextStep)
    ).casefold()

    assert "stopped early" in words
    assert not any(word in words for word in ("refus", "non-compl", "fail", "drop"))
