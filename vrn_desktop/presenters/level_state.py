"""What the level page shows: the suggestion, why, what would change it, and the worker's decision."""

from dataclasses import dataclass
from enum import StrEnum

from vrn_desktop.domain.identifiers import EscalationId, ItemId, LevelName, YoungPersonId
from vrn_desktop.presenters.strengths import StrengthLine


class Verdict(StrEnum):
    """The three answers to "What do you think?"."""

    AGREE = "agree"
    DIFFERENT = "different"
    ASK = "ask"


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerLine:
    """An answer a reason rests on, with whose voice it is; `item` leads back to the question (TI-23).

    Flags have no question to go back to: they are marked and unmarked in the conversation's own list.
    """

    item: ItemId | None
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonLine:
    """One reason in words, every answer it rests on, and the rule's id for whoever looks it up (F15)."""

    text: str
    rule: str
    answers: tuple[AnswerLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeLine:
    """One question whose other answers would lead to another level, and to which."""

    item: ItemId
    label: str
    leads_to: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AddendumLine:
    """A dated addition to a locked record (TI-23)."""

    day_and_author: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelState:
    """The level page. Never shown side by side, never printed (TI-17)."""

    loading: bool = True
    young_person: YoungPersonId | None = None
    who: str = ""
    day: str = ""
    level: LevelName | None = None
    step: int | None = None
    level_title: str = ""
    provisional: bool = False
    strengths: tuple[StrengthLine, ...] = ()
    reasons: tuple[ReasonLine, ...] = ()
    silent_words: str = ""
    escalations: tuple[ReasonLine, ...] = ()
    open_escalation: EscalationId | None = None
    notes: tuple[ReasonLine, ...] = ()
    place_concern: bool = False
    places: tuple[str, ...] = ()
    would_change: tuple[ChangeLine, ...] = ()
    unanswered: tuple[ChangeLine, ...] = ()
    rules: str = ""
    level_choices: tuple[tuple[LevelName, str], ...] = ()
    verdict: Verdict | None = None
    wanted: LevelName | None = None
    reason: str = ""
    reflection: str = ""
    goes_down: bool = False
    fairness_prompt: str = ""
    kinder_words: tuple[str, ...] = ()
    decided: str = ""
    decided_words: str = ""
    problem: str = ""
    complete: bool = False
    addenda: tuple[AddendumLine, ...] = ()
    addendum: str = ""
    addendum_problem: str = ""
