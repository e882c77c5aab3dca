"""The rule table: which answers suggest which prevention level, who must be told, and what to note."""

from collections.abc import Mapping
from dataclasses import dataclass

from vrn_desktop.domain.condition import Condition
from vrn_desktop.domain.identifiers import EscalationName, LevelName, RuleId


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelRule:
    """Fires when its condition holds and no `unless` (strong supports) holds it back."""

    id: RuleId
    level: LevelName
    when: Condition
    text: str
    involvement: tuple[str, ...] = ()
    unless: Condition | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RestingRule:
    """What is said when no level rule fires: `answered` if every core item is answered, else `unknown`."""

    id: RuleId
    level: LevelName
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EscalationRule:
    """Someone must be told: today, or at once."""

    id: RuleId
    escalation: EscalationName
    when: Condition
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteRule:
    """Adds a remark to the rationale; never changes level or escalation."""

    id: RuleId
    when: Condition
    text: str
    flag: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSet:
    """A rule table of one version. Rank orders levels and escalations; equal ranks are equal for the rules.

    `when_core_answered` and `when_core_missing` are the two resting rules of rank 0 (P01, I01).
    """

    version: str
    level_ranks: Mapping[LevelName, int]
    escalation_ranks: Mapping[EscalationName, int]
    level_titles: Mapping[LevelName, str]
    level_rules: tuple[LevelRule, ...]
    escalation_rules: tuple[EscalationRule, ...]
    note_rules: tuple[NoteRule, ...]
    when_core_answered: RestingRule
    when_core_missing: RestingRule
    strong_supports: Condition | None
