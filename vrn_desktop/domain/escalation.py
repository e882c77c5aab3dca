"""Someone must be told: sticky until an action record closes it, whatever answer changes later (TI-06, F13)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from vrn_desktop.domain.identifiers import (
    EscalationId,
    EscalationName,
    ItemId,
    PractitionerId,
    RuleId,
    ScreeningId,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionRecord:
    """What was done about an escalation: who, when, what, outcome, and whether they were told first (TI-18)."""

    by: PractitionerId
    at: datetime
    who_was_told: str
    what_was_done: str
    outcome: str
    young_person_told: bool
    reason_not_told: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Escalation:
    """One escalation rule that fired, with the answers it rested on when it was raised."""

    id: EscalationId
    screening_id: ScreeningId
    rule_id: RuleId
    name: EscalationName
    text: str
    evidence: frozenset[ItemId]
    raised_at: datetime
    action: ActionRecord | None = None

    @property
    def is_open(self) -> bool:
        """Whether nobody has yet recorded what was done."""
        return self.action is None


@dataclass(frozen=True, slots=True, kw_only=True)
class FiredEscalation:
    """An escalation rule that fires now, and the items it rests on."""

    rule_id: RuleId
    name: EscalationName
    text: str
    evidence: frozenset[ItemId]


def newly_raised(
    fired: Iterable[FiredEscalation],
    earlier: Iterable[Escalation],
    *,
    worse: frozenset[ItemId] = frozenset(),
) -> tuple[FiredEscalation, ...]:
    """The fired rules that say something no earlier escalation of the conversation said.

    A rule that was closed rises again when it rests on an item it did not rest on before, or on one whose
    answer is `worse` than it was: a danger that is over and comes back is a new danger.
    """
    known: dict[RuleId, set[ItemId]] = {}
    still_open: set[RuleId] = set()
    for escalation in earlier:
        known.setdefault(escalation.rule_id, set()).update(escalation.evidence)
        if escalation.is_open:
            still_open.add(escalation.rule_id)
    return tuple(
        one
        for one in fired
        if one.rule_id not in known
        or one.evidence - known[one.rule_id]
        or (one.evidence & worse and one.rule_id not in still_open)
    )
