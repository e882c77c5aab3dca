"""What lists show: one flat value per row, so that no whole record is loaded for a list."""

from dataclasses import dataclass
from datetime import date, datetime, time

from vrn_desktop.domain.follow_up import FollowUpKind
from vrn_desktop.domain.identifiers import (
    AnswerCode,
    EscalationId,
    EscalationName,
    FollowUpId,
    ItemId,
    LetterId,
    LevelName,
    PractitionerId,
    ScreeningId,
    ServiceId,
    SignpostId,
    YoungPersonId,
)
from vrn_desktop.domain.letter import LetterKind
from vrn_desktop.domain.level_decision import DecisionState
from vrn_desktop.domain.screening import ScreeningState


@dataclass(frozen=True, slots=True, kw_only=True)
class YoungPersonRow:
    """A line of the list of young people; level is that of the latest confirmed conversation."""

    id: YoungPersonId
    reference: str
    chosen_name: str
    age: int
    practitioner_id: PractitionerId
    archived: bool
    last_seen: date | None = None
    level: LevelName | None = None
    next_due: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreeningRow:
    """A line of the list of conversations."""

    id: ScreeningId
    young_person_id: YoungPersonId
    reference: str
    chosen_name: str
    practitioner_id: PractitionerId
    state: ScreeningState
    started_at: datetime
    position: str
    open_escalations: int
    level: LevelName | None = None
    decision: DecisionState | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DueRow:
    """A line of what is due; the service is the one it is about, if it is about one."""

    id: FollowUpId
    young_person_id: YoungPersonId
    screening_id: ScreeningId
    reference: str
    chosen_name: str
    practitioner_id: PractitionerId
    kind: FollowUpKind
    due_on: date
    how: str
    signpost_id: SignpostId | None = None
    service_name: str = ""
    at_time: time | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenEscalationRow:
    """An escalation nobody has closed yet, with the person it is about."""

    id: EscalationId
    screening_id: ScreeningId
    young_person_id: YoungPersonId
    reference: str
    chosen_name: str
    practitioner_id: PractitionerId
    name: EscalationName
    text: str
    raised_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierAnswer:
    """An answer given in an earlier conversation, so that nobody is asked twice (TI-40)."""

    item: ItemId
    voice: str
    code: AnswerCode
    given_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedContactRow:
    """One service in one letter, with the contact as that letter printed it."""

    letter_id: LetterId
    young_person_id: YoungPersonId
    kind: LetterKind
    service_id: ServiceId
    name: str
    contact: str
    made_at: datetime
    recalled: bool = False
