"""A service as the directory keeps it, whichever feed, pack or colleague it came from (standards.md 1.4)."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from vrn_desktop.domain.identifiers import CategoryId, ServiceId, SourceId
from vrn_desktop.domain.local_service import CheckState

LOCAL_SOURCE = SourceId("local")
"""Entries that colleagues write themselves."""
STARTER_SOURCE = SourceId("starter")
"""The entries that come with the program's content."""


class SourceKind(StrEnum):
    """Where a part of the directory comes from."""

    STARTER = "starter"
    FEED = "feed"
    LOCAL = "local"


class ServiceStatus(StrEnum):
    """What the publisher says of a service, in the words of Open Referral UK."""

    ACTIVE = "active"
    INACTIVE = "inactive"
    DEFUNCT = "defunct"
    TEMPORARILY_CLOSED = "temporarily closed"


class PlaceKind(StrEnum):
    """What kind of place a location is."""

    PHYSICAL = "physical"
    POSTAL = "postal"
    VIRTUAL = "virtual"


@dataclass(frozen=True, slots=True)
class Point:
    """A place on the map in degrees, WGS 84."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectorySource:
    """One feed, pack or the local list; `address` is the feed's URL, empty for files.

    `etag` and `last_modified` are what the server said last, for conditional requests. `edition` counts
    the imports that were taken over; 0 is none yet.
    """

    id: SourceId
    kind: SourceKind
    name: str
    address: str = ""
    licence: str = ""
    edition: int = 0
    taken_over_at: datetime | None = None
    etag: str = ""
    last_modified: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceSchedule:
    """When a service is there: the fields of RFC 5545 that feeds use, and times of the clock in London.

    `closes_at` before or at `opens_at` is the next morning. `is_closure` marks a holiday on which it is
    shut although its week says otherwise. Without times, days or frequency only `description` speaks.
    """

    freq: str = ""
    interval: int = 1
    byday: tuple[str, ...] = ()
    bymonthday: tuple[int, ...] = ()
    opens_at: time | None = None
    closes_at: time | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    dtstart: date | None = None
    until: date | None = None
    count: int | None = None
    description: str = ""
    is_closure: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ServicePlace:
    """Where a service is given. A masked place (a refuge) has neither address nor point here."""

    name: str = ""
    kind: PlaceKind = PlaceKind.PHYSICAL
    address: tuple[str, ...] = ()
    postcode: str = ""
    point: Point | None = None
    masked: bool = False
    accessibility: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ServicePhone:
    """A number with what it is for."""

    number: str
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CostOption:
    """One price; amount in pounds, None where only words are given."""

    amount: float | None = None
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceRecord:
    """A service in full. Text is plain unless named otherwise; ages are whole years, None is not stated.

    `description_html` is the cleaned form for the screen. `categories` are this program's kinds of help,
    found by words of the feed's terms or set by a colleague. `caution` and `workers_only` never reach a
    young person. The publisher's own record is kept apart and is never shown.
    """

    id: ServiceId
    source: SourceId
    external_id: str
    name: str
    organisation: str = ""
    description: str = ""
    description_html: str = ""
    status: ServiceStatus = ServiceStatus.ACTIVE
    url: str = ""
    email: str = ""
    phones: tuple[ServicePhone, ...] = ()
    first_age: int | None = None
    last_age: int | None = None
    fees: str = ""
    costs: tuple[CostOption, ...] = ()
    schedules: tuple[ServiceSchedule, ...] = ()
    places: tuple[ServicePlace, ...] = ()
    areas: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    categories: tuple[CategoryId, ...] = ()
    self_referral: bool | None = None
    wait: str = ""
    alert: str = ""
    note: str = ""
    caution: str = ""
    bill: str = ""
    workers_only: bool = False
    national: bool = False
    checked: CheckState = CheckState.SEEN
    assured_on: date | None = None
    modified_on: date | None = None
    last_checked: date | None = None
    checked_by: str = ""
    next_check: date | None = None

    @property
    def contact(self) -> str | None:
        """The one contact that is given first: a number, else the page, else the e-mail address."""
        if self.phones:
            return self.phones[0].number
        return self.url or self.email or None

    @property
    def is_open_to_anyone_new(self) -> bool:
        """Whether it can be offered at all: neither gone, nor resting."""
        return self.status is ServiceStatus.ACTIVE


def service_id(source: SourceId, external_id: str) -> ServiceId:
    """The key of a service: its source and the publisher's id, capitals aside."""
    return ServiceId(f"{source}:{external_id.strip().casefold()}")
