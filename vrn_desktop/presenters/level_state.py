"""What the level page shows: the suggestion, why, what would change it, and the worker's decision."""

from dataclasses import dataclass
from enum import StrEnum

from vrn_desktop.domain.identifiers import ItemId, LevelName


class Verdict(StrEnum):
    """The three answers to "What do you think?"."""

    AGREE = "agree"
    DIFFERENT = "different"
    ASK = "ask"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonLine:
    """One reason in words, the answers it rests on, and the rule's id for whoever wants to look it up."""

    text: str
    answers: str
    rule: str
    item: ItemId | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelState:
    """The level page. Never shown side by side, never printed (TI-17)."""

    loading: bool = True
    initials: str = ""
    day: str = ""
    level: LevelName | None = None
    step: int | None = None
    level_title: str = ""
    ladder: tuple[str, ...] = ()
    meaning: str = ""
    provisional: bool = False
    strengths: tuple[ReasonLine, ...] = ()
    reasons: tuple[ReasonLine, ...] = ()
    escalations: tuple[ReasonLine, ...] = ()
    open_escalations: int = 0
    notes: tuple[ReasonLine, ...] = ()
    place_concern: bool = False
    would_change: tuple[ReasonLine, ...] = ()
    unanswered: tuple[ReasonLine, ...] = ()
    silent: int = 0
    rules: str = ""
    is_draft_content: str = ""
    level_choices: tuple[tuple[LevelName, str], ...] = ()
    verdict: Verdict | None = None
    wanted: LevelName | None = None
    reason: str = ""
    reflection: str = ""
    needs_reason: bool = False
    needs_second_person: bool = False
    fairness_prompt: str = ""
    kinder_words: tuple[str, ...] = ()
    decided: str = ""
    problem: str = ""
    complete: bool = False
