"""What the rules say about a set of answers: a suggestion for a worker to weigh, never a verdict (F18)."""

from dataclasses import dataclass

from vrn_desktop.domain.identifiers import EscalationName, LevelName, RuleId


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelOutcome:
    """Level, escalation and every rule that fired, with the rule set's version (F16).

    `fired` keeps all rules for audit; `shown` is what the worker reads first: every rule at the winning
    level, a lower one only if it rests on an answer that no higher rule used, every escalation rule (F15).
    """

    level: LevelName
    escalation: EscalationName
    provisional: bool
    fired: tuple[RuleId, ...]
    shown: tuple[RuleId, ...]
    notes: tuple[RuleId, ...]
    involvement: tuple[str, ...]
    rule_set_version: str
