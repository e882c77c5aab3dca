"""What the page of one service shows (SP-03); nothing of who assured it, nor of the publisher's raw record."""

from dataclasses import dataclass

from vrn_desktop.domain.identifiers import CategoryId, ServiceId
from vrn_desktop.presenters.directory.opening_words import HoursLine

SECRET_ADDRESS = "The address is kept secret."  # noqa: S105 - a sentence about a place
CHECKED_TODAY = "Thank you. Kept as checked today."
CHANGE_NOTED = (
    "Thank you. Until it is put right, a letter asks for a check before it names this service."
)
SAY_WHAT = "Say in a few words what has changed."
NO_LONGER_THERE = "This service is no longer in the directory."


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One line of the page: what it is about, and what is known."""

    label: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberLine:
    """A phone number with what it is for."""

    number: str
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceLine:
    """Where it is given, how far away, and how to get in; a secret address says only that."""

    name: str
    address: str
    distance: str = ""
    access: str = ""
    is_secret: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckLine:
    """One look of a colleague."""

    when: str
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ServicePage:
    """A service in full."""

    id: ServiceId
    name: str
    organisation: str = ""
    about: str = ""
    alert: str = ""
    warnings: tuple[str, ...] = ()
    numbers: tuple[NumberLine, ...] = ()
    web_page: str = ""
    email: str = ""
    facts: tuple[Fact, ...] = ()
    now: str = ""
    week: tuple[HoursLine, ...] = ()
    places: tuple[PlaceLine, ...] = ()
    caution: str = ""
    checked: str = ""
    checks: tuple[CheckLine, ...] = ()
    source: str = ""
    kinds: tuple[CategoryId, ...] = ()
    is_ours: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ServicePageState:
    """The page, and what is being done on it."""

    loading: bool = True
    page: ServicePage | None = None
    all_kinds: tuple[tuple[CategoryId, str], ...] = ()
    is_choosing_kinds: bool = False
    is_noting_change: bool = False
    change_problem: str = ""
    link_to_open: str = ""
    notice: str = ""
    problem: str = ""
