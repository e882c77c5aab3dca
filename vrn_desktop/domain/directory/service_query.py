"""What is looked for in the directory, and what is found."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from vrn_desktop.domain.directory.service_record import Point, ServiceRecord
from vrn_desktop.domain.identifiers import CategoryId


class OpenState(StrEnum):
    """Whether somebody is there: said so, said not, or not known (never hidden because of it)."""

    OPEN = "open"
    CLOSED = "closed"
    BANK_HOLIDAY = "bank_holiday"
    NOT_KNOWN = "not_known"


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceQuery:
    """All that may narrow a search. None, False or empty narrows nothing.

    `age` never hides a service that states no ages. `within_km` counts from `near`; services without a
    point stay in, last. `open_at` asks for services open at that aware moment, `open_on` on that day;
    those that state no times stay in, after those that are open. `include_closed` also finds what is
    gone, resting or left its feed. `most` is how many are wanted, nearest or best first.
    """

    words: str = ""
    age: int | None = None
    categories: tuple[CategoryId, ...] = ()
    area: str = ""
    near: Point | None = None
    within_km: float | None = None
    open_at: datetime | None = None
    open_on: date | None = None
    free_only: bool = False
    language: str = ""
    self_referral_only: bool = False
    accessibility: str = ""
    young_people_may_see: bool = False
    include_closed: bool = False
    most: int = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundService:
    """A service that fits; kilometres from the place asked for, and whether it is open then."""

    record: ServiceRecord
    distance_km: float | None = None
    open_state: OpenState = OpenState.NOT_KNOWN
    gone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceCheck:
    """Somebody looked whether what we hold of a service is still right."""

    checked_on: date
    checked_by: str
    still_right: bool
    note: str = ""


class WhyNotShown(StrEnum):
    """Why a service is not among those found."""

    WORDS = "words"
    AGE = "age"
    CATEGORY = "category"
    AREA = "area"
    TOO_FAR = "too_far"
    CLOSED_THEN = "closed_then"
    COST = "cost"
    LANGUAGE = "language"
    NEEDS_REFERRAL = "needs_referral"
    ACCESSIBILITY = "accessibility"
    WORKERS_ONLY = "workers_only"
    NOT_ACTIVE = "not_active"
    LEFT_ITS_FEED = "left_its_feed"
    FURTHER_DOWN = "further_down"
    NOT_IN_DIRECTORY = "not_in_directory"
