"""What narrows a search for services, as it is typed and chosen, and how each part is said."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from vrn_desktop.domain.directory.opening_hours import london
from vrn_desktop.domain.directory.service_query import ServiceQuery, WhyNotShown
from vrn_desktop.domain.directory.service_record import Point
from vrn_desktop.domain.identifiers import CategoryId
from vrn_desktop.presenters.directory.found_card import KM_IN_A_MILE
from vrn_desktop.presenters.wording import WEEKDAYS, count

OLDEST = 120
AGE_PROBLEM = "Write the age in whole years, for example 15."
DISTANCES = (1, 3, 5, 10, 20)
"""Miles that can be chosen."""
PAGE = 20


class Part(StrEnum):
    """One thing that narrows a search and can be taken away alone."""

    WORDS = "words"
    AGE = "age"
    KIND = "kind"
    AREA = "area"
    MILES = "miles"
    WHEN = "when"
    FREE = "free"
    LANGUAGE = "language"
    THEMSELVES = "themselves"
    ACCESS = "access"


NOW = "now"
ANY_TIME = ""
DAYS = tuple(str(number) for number in range(len(WEEKDAYS)))


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceFilters:
    """The search as it stands on the page. `when` is empty, "now", or a day of the week from "0"."""

    words: str = ""
    age: str = ""
    kind: str = ""
    area: str = ""
    miles: int | None = None
    place: str = ""
    when: str = ANY_TIME
    free: bool = False
    language: str = ""
    themselves: bool = False
    access: str = ""

    @property
    def age_in_years(self) -> int | None:
        """The age, where it is one."""
        text = self.age.strip()
        years = int(text) if text.isdecimal() and len(text) <= len(str(OLDEST)) else None
        return years if years is not None and years <= OLDEST else None

    @property
    def age_problem(self) -> str:
        """What is wrong with the age as it is typed."""
        return AGE_PROBLEM if self.age.strip() and self.age_in_years is None else ""

    def without(self, parts: Iterable[Part]) -> "ServiceFilters":
        """The same search with some parts taken away."""
        empty = ServiceFilters()
        return replace(self, **{part.value: getattr(empty, part.value) for part in parts})

    def parts(self) -> tuple[Part, ...]:
        """What narrows this search, in the order of the page."""
        empty = ServiceFilters()
        return tuple(
            part for part in Part if _tidy(getattr(self, part)) != getattr(empty, part.value)
        )


def said(part: Part, filters: ServiceFilters, kinds: dict[str, str]) -> str:
    """A part in words, as it stands in "without ..."."""
    words = {
        Part.WORDS: f"the words “{filters.words.strip()}”",
        Part.AGE: f"the age {filters.age.strip()}",
        Part.KIND: f"“{kinds.get(filters.kind, '')}”",
        Part.AREA: f"the area “{filters.area.strip()}”",
        Part.MILES: f"“{miles_words(filters.miles or 0).lower()}”",
        Part.WHEN: f"“{when_words(filters.when)}”",
        Part.FREE: "“free”",
        Part.LANGUAGE: f"the language “{filters.language.strip()}”",
        Part.THEMSELVES: "“contact them yourself”",
        Part.ACCESS: f"“{filters.access.strip()}”",
    }
    return words[part]


def when_words(when: str) -> str:
    """When it should be open, in words."""
    if when == NOW:
        return "open now"
    return f"open on {WEEKDAYS[int(when)]}" if when in DAYS else "at any time"


def miles_words(miles: int) -> str:
    """A distance that can be chosen, in words."""
    return f"Within {count(miles, 'mile')}"


def query_of(
    filters: ServiceFilters,
    *,
    near: Point | None,
    now: datetime,
    most: int = PAGE,
    young_people_may_see: bool = False,
) -> ServiceQuery:
    """The search as the directory takes it; a day of the week is the next one, today included."""
    return ServiceQuery(
        words=filters.words.strip(),
        age=filters.age_in_years,
        categories=(CategoryId(filters.kind),) if filters.kind else (),
        area=filters.area.strip(),
        near=near,
        within_km=None if filters.miles is None or near is None else filters.miles * KM_IN_A_MILE,
        open_at=now if filters.when == NOW else None,
        open_on=_next(int(filters.when), now) if filters.when in DAYS else None,
        free_only=filters.free,
        language=filters.language.strip(),
        self_referral_only=filters.themselves,
        accessibility=filters.access.strip(),
        young_people_may_see=young_people_may_see,
        most=most,
    )


WIDENED_BY = {
    WhyNotShown.WORDS: Part.WORDS,
    WhyNotShown.AGE: Part.AGE,
    WhyNotShown.CATEGORY: Part.KIND,
    WhyNotShown.AREA: Part.AREA,
    WhyNotShown.TOO_FAR: Part.MILES,
    WhyNotShown.CLOSED_THEN: Part.WHEN,
    WhyNotShown.COST: Part.FREE,
    WhyNotShown.LANGUAGE: Part.LANGUAGE,
    WhyNotShown.NEEDS_REFERRAL: Part.THEMSELVES,
    WhyNotShown.ACCESSIBILITY: Part.ACCESS,
}
"""Which part of the search to take away so that a service is shown in spite of a reason."""


def _next(weekday: int, now: datetime) -> date:
    today, _ = london(now)
    return today + timedelta(days=(weekday - today.weekday()) % len(WEEKDAYS))


def _tidy(value: object) -> object:
    return value.strip() if isinstance(value, str) else value
