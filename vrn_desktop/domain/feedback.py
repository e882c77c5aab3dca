"""How the talk was: three faces from the young person without identity, and a check on the worker (TI-32, TI-42)."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from vrn_desktop.domain.identifiers import PractitionerId


class Face(StrEnum):
    """The three faces of the two feedback questions."""

    YES = "yes"
    PARTLY = "partly"
    NOT_REALLY = "not_really"


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback:
    """Stored with the month only: no person, no conversation, no worker (TI-32)."""

    month: date
    listened_to: Face | None
    in_control: Face | None


class WorkerState(StrEnum):
    """How the worker is after a conversation (step Z8)."""

    OK = "ok"
    DEBRIEF = "debrief"
    BREAK = "break"


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkerCheck:
    """Goes only to the worker's own supervisor (TI-42)."""

    practitioner_id: PractitionerId
    state: WorkerState
    at: datetime
    heavy: bool
