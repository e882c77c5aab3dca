"""One conversation: begun, answered, changed, paused, resumed, stopped, completed."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

from vrn_desktop.domain.answer import AnswerSheet, Voice
from vrn_desktop.domain.errors import ScreeningClosedError
from vrn_desktop.domain.identifiers import (
    AnswerCode,
    ItemId,
    LifeStageId,
    PractitionerId,
    ScreeningId,
    SectionId,
    StepId,
    YoungPersonId,
)
from vrn_desktop.domain.life_stage import Respondent
from vrn_desktop.domain.setting import SettingKind


class Form(StrEnum):
    """The full form, or the short one for the street or a doorway (from 11 years, TI-44)."""

    FULL = "full"
    SHORT = "short"


class ScreeningState(StrEnum):
    """Where a conversation stands. Stopped is a good ending and never called refusal (TI-20)."""

    OPEN = "open"
    PAUSED = "paused"
    STOPPED = "stopped"
    COMPLETE = "complete"


class Voicing(StrEnum):
    """How the young person chose to go through the questions (step A4)."""

    TALK = "talk"
    SHARE_SCREEN = "share_screen"
    OWN_HANDS = "own_hands"
    CARDS = "cards"


@dataclass(frozen=True, slots=True, kw_only=True)
class Screening:
    """A conversation with a young person under one version of the instrument.

    `private` is None until step A1 is answered (TI-01). `own_words` holds text exactly as typed, by item or
    step id (TI-26). `step_notes` holds the answers of process steps by step id.
    """

    id: ScreeningId
    young_person_id: YoungPersonId
    practitioner_id: PractitionerId
    form: Form
    age: int
    life_stage: LifeStageId
    respondent: Respondent
    setting_kind: SettingKind
    instrument_id: str
    instrument_version: str
    content_hash: str
    started_at: datetime
    worker_trained: bool
    state: ScreeningState = ScreeningState.OPEN
    private: bool | None = None
    answers: AnswerSheet = field(default_factory=AnswerSheet)
    own_words: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    step_notes: Mapping[StepId, Mapping[str, str]] = field(
        default_factory=lambda: MappingProxyType({})
    )
    steps_done: frozenset[StepId] = frozenset()
    sections_skipped: frozenset[SectionId] = frozenset()
    items_skipped: frozenset[ItemId] = frozenset()
    position: str = ""
    closed_at: datetime | None = None
    version: int = 1

    @property
    def short_form(self) -> bool:
        """Whether this is the short form; its result is always provisional (F17)."""
        return self.form is Form.SHORT

    @property
    def voice(self) -> str:
        """Whose answers this conversation records."""
        carer = self.respondent is Respondent.CARER
        return (Voice.CARER if carer else Voice.YOUNG_PERSON).value

    def with_answer(self, item: ItemId, code: AnswerCode, voice: str) -> "Screening":
        """An answer given or changed; possible until the record is complete (TI-23).

        Raises:
            ScreeningClosedError: the conversation is complete.
        """
        self.refuse_if_complete()
        return replace(
            self,
            answers=self.answers.with_answer(item, code, voice),
            items_skipped=self.items_skipped - {item},
        )

    def without_answer(self, item: ItemId, voice: str) -> "Screening":
        """An answer withdrawn (TI-23)."""
        self.refuse_if_complete()
        return replace(self, answers=self.answers.without(item, voice))

    def with_words(self, key: str, words: str) -> "Screening":
        """The young person's own words, exactly as typed; an empty text removes them (TI-26)."""
        self.refuse_if_complete()
        kept = {k: w for k, w in self.own_words.items() if k != key}
        if words:
            kept[key] = words
        return replace(self, own_words=MappingProxyType(kept))

    def with_step(self, step: StepId, notes: Mapping[str, str]) -> "Screening":
        """A process step done, with what was noted; every step can be revisited."""
        self.refuse_if_complete()
        all_notes = {**self.step_notes, step: MappingProxyType(dict(notes))}
        return replace(
            self,
            steps_done=self.steps_done | {step},
            step_notes=MappingProxyType(all_notes),
        )

    def in_state(self, state: ScreeningState, at: datetime) -> "Screening":
        """The conversation paused, taken up again, stopped or completed."""
        self.refuse_if_complete()
        closed = at if state is ScreeningState.COMPLETE else None
        return replace(self, state=state, closed_at=closed)

    def refuse_if_complete(self) -> None:
        """Refuse a change once the record is locked.

        Raises:
            ScreeningClosedError: the conversation is complete.
        """
        if self.state is ScreeningState.COMPLETE:
            raise ScreeningClosedError("the conversation is complete")


@dataclass(frozen=True, slots=True, kw_only=True)
class Addendum:
    """A dated addition to a locked record; the original stays (TI-23, DP-06)."""

    screening_id: ScreeningId
    text: str
    at: datetime
    by: PractitionerId
