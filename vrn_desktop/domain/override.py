"""Changing a level: up at once, down only with a reason and a second person (F12)."""

from dataclasses import dataclass
from enum import StrEnum

from vrn_desktop.domain.identifiers import LevelName
from vrn_desktop.domain.level_rule import RuleSet


class OverrideStatus(StrEnum):
    """What becomes of a wanted change of level (decisions.md 17)."""

    NONE = "none"
    APPLIED = "applied"
    PENDING_REVIEW = "pending_review"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class OverrideVerdict:
    """The status, and the level that holds now: the rules' level unless the change is applied."""

    status: OverrideStatus
    final_level: LevelName


def decide_override(
    rule_set: RuleSet, level: LevelName, to: LevelName, *, reason: str, supervisor_approved: bool
) -> OverrideVerdict:
    """What becomes of a worker's wish for another level; an escalation is never touched (F13).

    Raises:
        ValueError: the rule set has no such level.
    """
    if to not in rule_set.level_ranks:
        raise ValueError("the rule set has no such level")
    if to == level:
        return OverrideVerdict(status=OverrideStatus.NONE, final_level=level)
    if is_upward(rule_set, level, to) or (reason.strip() and supervisor_approved):
        return OverrideVerdict(status=OverrideStatus.APPLIED, final_level=to)
    status = OverrideStatus.PENDING_REVIEW if reason.strip() else OverrideStatus.REFUSED
    return OverrideVerdict(status=status, final_level=level)


def is_upward(rule_set: RuleSet, level: LevelName, to: LevelName) -> bool:
    """Whether a change goes up: by rank, or back to 'not enough known', which claims less.

    Saying 'no signs' where answers are missing is a change downward, although the ranks are equal.
    """
    was, wanted = rule_set.level_ranks[level], rule_set.level_ranks[to]
    if was != wanted:
        return wanted > was
    return to == rule_set.when_core_missing.level
