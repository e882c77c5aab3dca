"""Services and help lines that can be offered, and how far each has been checked (SP-03)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vrn_desktop.domain.condition import Condition
from vrn_desktop.domain.identifiers import CategoryId, LevelName, ServiceId

CRISIS = CategoryId("crisis")
SENSITIVE_CATEGORIES = frozenset(
    CategoryId(name)
    for name in (
        "sexual_violence",
        "domestic_abuse",
        "own_behaviour",
        "exploitation",
        "substance",
        "crisis",
    )
)
"""Categories that a letter names only if the young person says so for each (SP-09)."""
KIND_NOT_KNOWN = CategoryId("not_known")
"""Of a service whose kind of help nobody has set; treated as sensitive until somebody does."""


class CheckState(StrEnum):
    """Where a number or fact comes from: seen on a public page, or general knowledge to verify."""

    SEEN = "seen"
    GENERAL_KNOWLEDGE = "gk"


class Reach(StrEnum):
    """Whether a service is for the whole country or for a local area."""

    NATIONAL = "national"
    LOCAL = "local"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What is known of an approach on a day: impact and how sure, for workers only (SP-06)."""

    id: str
    name: str
    impact: str | None
    security: str | None
    figure: str | None
    levels: tuple[LevelName, ...]
    checked: CheckState
    source: str
    never_signpost: bool = False
    as_of: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceCategory:
    """A kind of help, the answers at which it is suggested, and the level it belongs to first.

    `focus` orders suggestions and never removes one (SP-01).
    """

    id: CategoryId
    name: str
    match: Condition
    evidence: tuple[str, ...]
    focus: LevelName | None = None

    @property
    def sensitive(self) -> bool:
        """Whether naming it in a letter could give something away (SP-09)."""
        return self.id in SENSITIVE_CATEGORIES


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceEntry:
    """One service or help line. Ages are whole years, first and last included; None is no limit.

    `on_letters` marks a line to talk to at any time, which every letter to a young person names (SP-04).
    `open_now` is false for a service that is gone from its feed, closed or resting.
    """

    id: ServiceId
    name: str
    contact: str | None
    category: CategoryId
    reach: Reach
    checked: CheckState
    area: str = ""
    note: str = ""
    caution: str = ""
    bill: str = ""
    source: str = ""
    workers_only: bool = False
    on_letters: bool = False
    first_age: int | None = None
    last_age: int | None = None
    cost: str = ""
    self_referral: bool | None = None
    opening_hours: str = ""
    wait: str = ""
    languages: str = ""
    access: str = ""
    last_checked: date | None = None
    next_check: date | None = None
    web_page: str = ""
    open_now: bool = True

    @property
    def sensitive(self) -> bool:
        """Whether naming it in a letter could give something away (SP-09)."""
        return self.category in SENSITIVE_CATEGORIES or self.category == KIND_NOT_KNOWN

    @property
    def may_be_printed(self) -> bool:
        """Whether a young person may be given it: it has a contact and is not for workers only."""
        return self.contact is not None and not self.workers_only

    @property
    def is_free(self) -> bool:
        """Whether its cost says that contacting it is free."""
        return self.cost.casefold().startswith("free")

    def fits(self, age: int) -> bool:
        """Whether a person of this age is within the service's ages."""
        return (self.first_age is None or self.first_age <= age) and (
            self.last_age is None or age <= self.last_age
        )

    def needs_check(self, today: date) -> bool:
        """Whether its date for checking has passed, or it was never checked (SP-03)."""
        return self.next_check is None or self.next_check < today


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceDirectory:
    """All categories, what is known of the approaches, and all entries in the file's order."""

    version: str
    categories: tuple[ServiceCategory, ...]
    evidence: Mapping[str, Evidence]
    entries: tuple[ServiceEntry, ...]

    def in_category(self, category: CategoryId) -> tuple[ServiceEntry, ...]:
        """The entries of a category, local ones first."""
        chosen = [entry for entry in self.entries if entry.category == category]
        return tuple(sorted(chosen, key=lambda entry: entry.reach is not Reach.LOCAL))

    def entry(self, service: ServiceId) -> ServiceEntry | None:
        """The entry of this id, or None when the directory no longer has it."""
        return next((entry for entry in self.entries if entry.id == service), None)

    def crisis_lines(self) -> tuple[ServiceEntry, ...]:
        """The lines that are always offered in addition (SP-04)."""
        return tuple(line for line in self.in_category(CRISIS) if not line.workers_only)

    def letter_lines(self, age: int) -> tuple[ServiceEntry, ...]:
        """The lines to talk to that a letter names for this age, in the file's order."""
        return tuple(
            entry
            for entry in self.entries
            if entry.on_letters and entry.may_be_printed and entry.fits(age)
        )
