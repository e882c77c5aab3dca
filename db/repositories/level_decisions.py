"""Decisions on levels: what the rules said and what was decided stay side by side (F12, F14)."""

from dataclasses import replace

from sqlalchemy import bindparam, func, insert, select

from db.record_access import Record, RecordAccess
from db.records.level_decisions import LEVEL_DECISION
from db.repositories.written_values import read_table, read_time, write_table, write_time
from vrn_desktop.domain.identifiers import (
    EscalationName,
    LevelName,
    PractitionerId,
    RuleId,
    ScreeningId,
)
from vrn_desktop.domain.level_decision import DecisionState, LevelDecision, Review
from vrn_desktop.domain.level_outcome import LevelOutcome

_WAITING_STATES = tuple(state.value for state in DecisionState if state.waits)
_ADD = insert(LEVEL_DECISION)
_LATEST = (
    select(LEVEL_DECISION)
    .where(LEVEL_DECISION.c.screening_id == bindparam("of_id"))
    .order_by(LEVEL_DECISION.c.id.desc())
    .limit(1)
)
_LATER = LEVEL_DECISION.alias("later")
_WAITING = (
    select(LEVEL_DECISION)
    .where(
        LEVEL_DECISION.c.state.in_(_WAITING_STATES),
        LEVEL_DECISION.c.id
        == select(func.max(_LATER.c.id))
        .where(_LATER.c.screening_id == LEVEL_DECISION.c.screening_id)
        .scalar_subquery(),
    )
    .order_by(LEVEL_DECISION.c.decided_at, LEVEL_DECISION.c.id)
)


class SqlLevelDecisions:
    """Implements `LevelDecisions` (application/ports/repositories.py)."""

    def __init__(self, access: RecordAccess) -> None:
        self._access = access

    def add(self, decision: LevelDecision) -> None:
        """Keep a decision beside the earlier ones."""
        self._access.write(_ADD, to_record(decision))

    def latest(self, screening_id: ScreeningId) -> LevelDecision | None:
        """The decision that holds now."""
        record = self._access.record(_LATEST, {"of_id": screening_id})
        return None if record is None else to_domain(record)

    def review(self, screening_id: ScreeningId, review: Review, final: LevelDecision) -> None:
        """Keep what a second person said, as a further decision that carries the review."""
        self.add(replace(final, screening_id=screening_id, review=review))

    def waiting(self) -> tuple[LevelDecision, ...]:
        """Decisions that wait for a second person, oldest first."""
        return tuple(map(to_domain, self._access.records(_WAITING)))


def to_record(decision: LevelDecision) -> Record:
    """The row of a decision."""
    return {
        "screening_id": decision.screening_id,
        "outcome": _outcome_text(decision.outcome),
        "wanted_level": decision.wanted_level,
        "final_level": decision.final_level,
        "state": decision.state.value,
        "decided_by": decision.decided_by,
        "decided_at": write_time(decision.decided_at),
        "reason": decision.reason,
        "fairness_reflection": decision.fairness_reflection,
        "review": _review_text(decision.review),
    }


def to_domain(record: Record) -> LevelDecision:
    """The decision of a row."""
    return LevelDecision(
        screening_id=ScreeningId(record["screening_id"]),
        outcome=_outcome(record["outcome"]),
        wanted_level=LevelName(record["wanted_level"]),
        final_level=LevelName(record["final_level"]),
        state=DecisionState(record["state"]),
        decided_by=PractitionerId(record["decided_by"]),
        decided_at=read_time(record["decided_at"]),
        reason=record["reason"],
        fairness_reflection=record["fairness_reflection"],
        review=_review(record["review"]),
    )


def _outcome_text(outcome: LevelOutcome) -> str:
    return write_table(
        {
            "level": outcome.level,
            "escalation": outcome.escalation,
            "provisional": outcome.provisional,
            "fired": outcome.fired,
            "shown": outcome.shown,
            "notes": outcome.notes,
            "involvement": outcome.involvement,
            "rule_set_version": outcome.rule_set_version,
        }
    )


def _outcome(text: str) -> LevelOutcome:
    table = read_table(text)
    return LevelOutcome(
        level=LevelName(table["level"]),
        escalation=EscalationName(table["escalation"]),
        provisional=table["provisional"],
        fired=tuple(map(RuleId, table["fired"])),
        shown=tuple(map(RuleId, table["shown"])),
        notes=tuple(map(RuleId, table["notes"])),
        involvement=tuple(table["involvement"]),
        rule_set_version=table["rule_set_version"],
    )


def _review_text(review: Review | None) -> str | None:
    if review is None:
        return None
    return write_table(
        {
            "by": review.by,
            "at": write_time(review.at),
            "approved": review.approved,
            "words": review.words,
        }
    )


def _review(text: str | None) -> Review | None:
    if text is None:
        return None
    table = read_table(text)
    return Review(
        by=PractitionerId(table["by"]),
        at=read_time(table["at"]),
        approved=table["approved"],
        words=table["words"],
    )
