"""What was promised for later: check-ins and other things due, so that nobody is forgotten (TI-41)."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from vrn_desktop.domain.identifiers import (
    FollowUpId,
    PractitionerId,
    ScreeningId,
    YoungPersonId,
)


class FollowUpKind(StrEnum):
    """Why something is due."""

    CHECK_IN = "check_in"
    AFTERCARE = "aftercare"


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """One thing due on a day, done once someone says so."""

    id: FollowUpId
    young_person_id: YoungPersonId
    screening_id: ScreeningId
    practitioner_id: PractitionerId
    kind: FollowUpKind
    due_on: date
    how: str = ""
    done_at: datetime | None = None
