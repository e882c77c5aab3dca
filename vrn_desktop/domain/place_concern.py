"""A place, route or group that may be unsafe, without names, so that the place can change (TI-37)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from vrn_desktop.domain.identifiers import PractitionerId, ScreeningId


class TimeBand(StrEnum):
    """When a place does not feel safe."""

    MORNING = "morning"
    AFTER_SCHOOL = "after_school"
    EVENING = "evening"
    NIGHT = "night"
    ANY_TIME = "any_time"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceConcern:
    """What kind of place, when, and what would help there; never a person's name."""

    screening_id: ScreeningId
    kind_of_place: str
    time_band: TimeBand
    words: str
    at: datetime
    recorded_by: PractitionerId
