"""What was promised for later: check-ins and other things due, so that nobody is forgotten (TI-41)."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from vrn_desktop.domain.identifiers import (
    FollowUpId,
    PractitionerId,
    ScreeningId,
    SignpostId,
    YoungPersonId,
)


class FollowUpKind(StrEnum):
    """Why something is due."""

    CHECK_IN = "check_in"
    AFTERCARE = "aftercare"
    IS_IT_HELPING = "is_it_helping"
    HANDOVER = "handover"
    REPLY_DUE = "reply_due"


class FollowUpStep(StrEnum):
    """What happened to something due, beside being done."""

    POSTPONED = "postponed"
    COULD_NOT_REACH = "could_not_reach"
    NOT_NEEDED = "not_needed"


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """One thing due on a day, perhaps at a time, done once someone says so.

    `signpost_id` names the offer it is about: a handover or a reply waited for.
    """

    id: FollowUpId
    young_person_id: YoungPersonId
    screening_id: ScreeningId
    practitioner_id: PractitionerId
    kind: FollowUpKind
    due_on: date
    how: str = ""
    done_at: datetime | None = None
    signpost_id: SignpostId | None = None
    at_time: time | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpEvent:
    """A try or a change of day, kept beside the promise; `due_was` is the day it stood for before."""

    follow_up_id: FollowUpId
    step: FollowUpStep
    due_was: date
    at: datetime
    by: PractitionerId
