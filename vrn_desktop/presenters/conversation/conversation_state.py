"""What the conversation window shows: one frozen value a page."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vrn_desktop.domain.conversation_page import KnownStep, Page
from vrn_desktop.domain.conversation_texts import ConversationTexts
from vrn_desktop.domain.identifiers import AnswerCode, ItemId, SectionId
from vrn_desktop.domain.screening import Screening


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
    TELLING_ME = "telling_me"
    FLAGS = "flags"
    GROUNDING = "grounding"
    ESCALATION = "escalation"
    ACTION_RECORD = "action_record"
    PLACE_CONCERN = "place_concern"


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
    question_hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class IntroView:
    """The page before a part: what it is about, and that it can be left out."""

    section: SectionId
    title: str
    words: str
    reminder: str
    skippable: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagView:
    """One worker-only safety flag; never read out, never shown side by side (TI-04)."""

    item: ItemId
    label: str
    guidance: str
    options: tuple[OptionView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EscalationView:
    """The calm panel: why somebody must be told and what to do now (TI-05)."""

    at_once: bool
    before_leaving: bool
    reasons: tuple[str, ...]
    do_now: tuple[str, ...]
    tell_first: str
    open_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversationState:
    """The conversation window."""

    screening: Screening
    page: Page
    initials: str
    texts: ConversationTexts
    part_number: int
    part_titles: tuple[str, ...]
    part_within: float
    question: QuestionView | None = None
    intro: IntroView | None = None
    step: KnownStep | None = None
    is_check_in: bool = False
    sections: tuple[tuple[SectionId, str], ...] = ()
    flags: tuple[FlagView, ...] = ()
    sheet: Sheet | None = None
    escalation: EscalationView | None = None
    grounding_first: str = ""
    side_by_side: bool = False
    asks_what_changed: bool = False
    saved: Saved = Saved.NOTHING_YET
    notice: str = ""
    at_end: bool = False
