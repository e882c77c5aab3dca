"""Levels are suggested by rules and decided by people (F12, F13, F14, F16, F18)."""

import pytest

from tests.invented_services import PRIYA
from tests.talk import CALM_CORE, answered, talked
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.errors import (
    LevelNotConfirmedError,
    NotAllowedError,
    ReasonMissingError,
    SecondPersonNeededError,
)
from vrn_desktop.domain.identifiers import LevelName
from vrn_desktop.domain.level_decision import DecisionState

PRIMARY, SECONDARY, TERTIARY = LevelName("primary"), LevelName("secondary"), LevelName("tertiary")


def test_f18_nothing_is_final_until_a_worker_confirms() -> None:
    _, services, screening = talked(CALM_CORE)

    assert services.levels.picture(screening.id).outcome.level == PRIMARY
    assert services.levels.picture(screening.id).decision is None
    with pytest.raises(LevelNotConfirmedError):
        services.screenings.complete(screening)

    services.levels.decide(screening.id, PRIMARY)
    assert services.screenings.complete(screening).closed_at is not None


def test_f12_an_upward_change_holds_at_once_and_needs_no_reason() -> None:
    _, services, screening = talked(CALM_CORE)

    decision = services.levels.decide(screening.id, TERTIARY)

    assert decision.state is DecisionState.CONFIRMED
    assert decision.confirmed_level() == TERTIARY


def test_f12_a_downward_change_needs_a_reason() -> None:
    _, services, screening = talked({**CALM_CORE, "H07": "clear"})

    with pytest.raises(ReasonMissingError):
        services.levels.decide(screening.id, SECONDARY, reason="  ")


def test_f12_a_downward_change_waits_for_a_different_person() -> None:
    office, services, screening = talked({**CALM_CORE, "H07": "clear"})

    decision = services.levels.decide(screening.id, SECONDARY, reason="It was a verbal threat.")
    assert decision.state is DecisionState.PENDING_REVIEW
    assert decision.confirmed_level() == TERTIARY

    reviewed = office.as_person(PRIYA).services().levels.review(screening.id, approved=True)
    assert reviewed.state is DecisionState.APPROVED
    assert reviewed.confirmed_level() == SECONDARY


def test_f12_nobody_approves_their_own_change() -> None:
    office, _, screening = talked({**CALM_CORE, "H07": "clear"})
    supervisor = office.as_person(PRIYA).services()
    supervisor.levels.decide(screening.id, SECONDARY, reason="It was a verbal threat.")

    with pytest.raises(SecondPersonNeededError):
        supervisor.levels.review(screening.id, approved=True)


def test_a_practitioner_does_not_review() -> None:
    _, services, screening = talked({**CALM_CORE, "H07": "clear"})
    services.levels.decide(screening.id, SECONDARY, reason="It was a verbal threat.")

    with pytest.raises(NotAllowedError):
        services.levels.review(screening.id, approved=True)


def test_a_declined_change_lets_the_rule_level_stand() -> None:
    office, services, screening = talked({**CALM_CORE, "H07": "clear"})
    services.levels.decide(screening.id, SECONDARY, reason="It was a verbal threat.")

    reviewed = office.as_person(PRIYA).services().levels.review(screening.id, approved=False)

    assert reviewed.confirmed_level() == TERTIARY
    assert services.levels.waiting() == ()


def test_f14_rule_level_and_final_level_are_both_kept_with_who_when_and_why() -> None:
    office, services, screening = talked(CALM_CORE)

    decision = services.levels.decide(screening.id, SECONDARY, reason="I know the family.")

    assert decision.outcome.level == PRIMARY
    assert decision.final_level == SECONDARY
    assert (decision.decided_by, decision.reason) == ("sam", "I know the family.")
    assert decision.decided_at == office.clock.now
    assert office.store.acts[-1] == (Act.LEVEL_DECIDED, screening.id)


def test_f16_the_rule_set_version_is_kept_with_every_result() -> None:
    _, services, screening = talked(CALM_CORE)
    version = services.content.instrument().version

    decision = services.levels.decide(screening.id, PRIMARY)

    assert decision.outcome.rule_set_version == version


def test_f13_an_override_leaves_every_escalation_open() -> None:
    office, services, screening = talked({**CALM_CORE, "H05": "clear"})
    services.levels.decide(screening.id, SECONDARY, reason="It was long ago.")
    office.as_person(PRIYA).services().levels.review(screening.id, approved=True)

    assert any(e.is_open for e in services.escalations.of_screening(screening.id))


def test_a_decision_on_other_answers_does_not_count() -> None:
    _, services, screening = talked(CALM_CORE)
    services.levels.decide(screening.id, PRIMARY)
    screening = answered(services, screening, {"E01": "some", "G01": "some", "D01": "some"})

    with pytest.raises(LevelNotConfirmedError):
        services.screenings.complete(screening)


def test_asking_the_supervisor_confirms_nothing() -> None:
    office, services, screening = talked(CALM_CORE)

    asked = services.levels.ask_supervisor(screening.id, "Not sure what to think.")

    assert [d.screening_id for d in services.levels.waiting()] == [screening.id]
    with pytest.raises(LevelNotConfirmedError):
        asked.confirmed_level()
    answer = office.as_person(PRIYA).services().levels.review(screening.id, approved=True)
    assert answer.confirmed_level() == PRIMARY


def test_f14_a_review_answers_only_what_waits() -> None:
    office, services, screening = talked(CALM_CORE)
    services.levels.decide(screening.id, TERTIARY)
    reviews = office.as_person(PRIYA).services().levels

    with pytest.raises(SecondPersonNeededError):
        reviews.review(screening.id, approved=False)

    decision = reviews.picture(screening.id).decision
    assert decision is not None
    assert (decision.state, decision.final_level) == (DecisionState.CONFIRMED, TERTIARY)
