"""What the conversation window shows: one frozen value a page."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vrn_desktop.domain.conversation_page import KnownStep, Page
from vrn_desktop.domain.conversation_texts import ConversationTexts
from vrn_desktop.domain.identifiers import AnswerCode, EscalationId, ItemId, SectionId
from vrn_desktop.domain.screening import Screening


class Shown(StrEnum):
    """What kind of page stands in the window."""

    RESUME = "resume"
    STEP = "step"
    INTRO = "intro"
    QUESTION = "question"
    CHECK_IN = "check_in"
    RESTING = "resting"
    HELD = "held"
    NOT_KEPT = "not_kept"


class Saved(StrEnum):
    """What the tick says; `saved` only after the store has acknowledged."""

    NOTHING_YET = "nothing_yet"
    SAVING = "saving"
    SAVED = "saved"
    NOT_SAVED = "not_saved"


class Sheet(StrEnum):
    """Panels that lie over the page, one at a time; each opens in one action from anywhere."""

    PAUSE_OR_STOP = "pause_or_stop"
    CHANGE_SUBJECT = "change_subject"
    GROUNDING = "grounding"
    TELLING_ME = "telling_me"
    FLAGS = "flags"
    ESCALATION = "escalation"
    ACTION_RECORD = "action_record"
    PLACE_CONCERN = "place_concern"
    HAND_BACK = "hand_back"


WORKER_ONLY = frozenset(
    {Sheet.TELLING_ME, Sheet.FLAGS, Sheet.ESCALATION, Sheet.ACTION_RECORD, Sheet.PLACE_CONCERN}
)
"""Panels that never appear while the screen is shared (TI-04, TI-05)."""


class Ending(StrEnum):
    """How the window was left; the conversation's own state says the rest."""

    PAUSED = "paused"
    AT_END = "at_end"
    THEY_LEFT = "they_left"
    NOT_KEPT = "not_kept"
    CHANGED = "changed"
    RECORDED = "recorded"


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionView:
    """One answer to choose; silence has the same size and place as every other answer (TI-19)."""

    code: AnswerCode
    text: str
    chosen: bool
    is_silence: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionView:
    """A question as it is asked. `shared_before` is set when it was answered in the last 90 days (TI-40)."""

    item: ItemId
    section: SectionId
    question: str
    hint: str
    options: tuple[OptionView, ...]
    why: str
    guidance: str
    reminder: str
    own_words: str
    may_add_words: bool
    not_asked_chosen: bool
    shared_before: date | None = None
    shared_before_text: str = ""
    not_asked_again: bool = False

    @property
    def is_answered(self) -> bool:
        """Whether any of the answers is chosen."""
        return any(option.chosen for option in self.options)


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftToTrained:
    """A question only trained workers ask, and what anyone does if it comes up (TI-39)."""

    label: str
    guidance: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IntroView:
    """The page before a part: what it is about, and that it can be left out; a heavy one says so."""

    section: SectionId
    title: str
    words: str
    reminder: str
    heavy: bool
    skippable: bool
    left_to_trained: tuple[LeftToTrained, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagView:
    """One worker-only safety flag; never read out, never shown side by side (TI-04)."""

    item: ItemId
    label: str
    guidance: str
    options: tuple[OptionView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectView:
    """One part in the list of subjects; `skipped` parts can be taken up again (TI-20)."""

    section: SectionId
    title: str
    current: bool
    skipped: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingView:
    """One open escalation as the panel names it; without an id it could not be saved yet."""

    id: EscalationId | None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EscalationView:
    """The calm panel: why somebody must be told and what to do now (TI-05)."""

    at_once: bool
    before_leaving: bool
    standing: tuple[StandingView, ...]
    do_now: tuple[str, ...]
    tell_first: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StrengthView:
    """One good thing they said the last time, in the words of its question and their own."""

    label: str
    answer: str
    own_words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ResumeView:
    """After a break: the good things again, never what they said about harm (TI-21)."""

    strengths: tuple[StrengthView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversationState:
    """The conversation window."""

    screening: Screening
    page: Page
    shown: Shown
    texts: ConversationTexts
    part_titles: tuple[str, ...]
    part_number: int = 0
    part_within: float = 0.0
    question: QuestionView | None = None
    intro: IntroView | None = None
    step: KnownStep | None = None
    resume: ResumeView | None = None
    offers_grounding: bool = False
    subjects: tuple[SubjectView, ...] = ()
    flags: tuple[FlagView, ...] = ()
    sheet: Sheet | None = None
    escalation: EscalationView | None = None
    calming: str = ""
    stop_sign: str = ""
    side_by_side: bool = False
    own_hands: bool = False
    saved: Saved = Saved.NOTHING_YET
    problem: str = ""
