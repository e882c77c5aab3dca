"""Escalations: raised once, again on new grounds, and closed by a record alone."""

from dataclasses import replace
from datetime import UTC, datetime

from vrn_desktop.domain.escalation import (
    ActionRecord,
    Escalation,
    FiredEscalation,
    newly_raised,
)
from vrn_desktop.domain.identifiers import (
    EscalationId,
    EscalationName,
    ItemId,
    PractitionerId,
    RuleId,
    ScreeningId,
)

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
ACTION = ActionRecord(
    by=PractitionerId("sam"),
    at=NOW,
    who_was_told="Alex, safeguarding lead",
    what_was_done="Rang together",
    outcome="A place for tonight",
    young_person_told=True,
)


def fired(rule: str, *items: str) -> FiredEscalation:
    return FiredEscalation(
        rule_id=RuleId(rule),
        name=EscalationName("consult_today"),
        text="Speak to your lead.",
        evidence=frozenset(ItemId(item) for item in items),
    )


def raised(rule: str, *items: str) -> Escalation:
    one = fired(rule, *items)
    return Escalation(
        id=EscalationId(f"{rule}-1"),
        screening_id=ScreeningId("talk"),
        rule_id=one.rule_id,
        name=one.name,
        text=one.text,
        evidence=one.evidence,
        raised_at=NOW,
    )


def test_what_nobody_said_before_is_raised() -> None:
    assert newly_raised([fired("X03", "C01")], []) == (fired("X03", "C01"),)


def test_f13_what_stands_is_not_raised_again() -> None:
    assert newly_raised([fired("X03", "C01")], [raised("X03", "C01")]) == ()


def test_what_was_closed_stays_quiet_on_the_same_grounds() -> None:
    closed = replace(raised("X02", "R06"), action=ACTION)
    assert not closed.is_open
    assert newly_raised([fired("X02", "R06")], [closed]) == ()


def test_what_was_closed_rises_on_new_grounds() -> None:
    closed = replace(raised("X02", "R06"), action=ACTION)
    assert newly_raised([fired("X02", "R06", "R09")], [closed]) == (fired("X02", "R06", "R09"),)


def test_what_was_closed_rises_when_an_answer_it_rests_on_got_worse() -> None:
    closed = replace(raised("X02", "R06"), action=ACTION)
    worse = frozenset({ItemId("R06")})
    assert newly_raised([fired("X02", "R06")], [closed], worse=worse) == (fired("X02", "R06"),)
    assert newly_raised([fired("X02", "R06")], [closed], worse=frozenset({ItemId("R09")})) == ()


def test_f13_what_stands_open_is_not_raised_again_by_a_worse_answer() -> None:
    earlier = [replace(raised("X02", "R06"), action=ACTION), raised("X02", "R06")]
    assert newly_raised([fired("X02", "R06")], earlier, worse=frozenset({ItemId("R06")})) == ()


def test_earlier_grounds_add_up() -> None:
    earlier = [raised("X02", "R06"), raised("X02", "R09")]
    assert newly_raised([fired("X02", "R06", "R09")], earlier) == ()


def test_ti_06_it_is_open_until_an_action_is_written_down() -> None:
    assert raised("X03", "C01").is_open
    assert not replace(raised("X03", "C01"), action=ACTION).is_open
