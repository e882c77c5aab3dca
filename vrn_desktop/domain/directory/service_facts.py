"""What a search looks at: a service's words, ages, places and offers, taken from its record once."""

from collections.abc import Sequence
from dataclasses import dataclass

from vrn_desktop.domain.directory.distance import is_on_the_map
from vrn_desktop.domain.directory.search_words import folded_line, folded_words
from vrn_desktop.domain.directory.service_record import Point, ServicePlace, ServiceRecord
from vrn_desktop.domain.identifiers import CategoryId

NO_FIRST_AGE, NO_LAST_AGE = 0, 999
MOST_POINTS = 1000
"""Of a service with more places than this, the first are found on the map."""
OPEN_ENDED = 99
"""A last age from here on means that there is none (standards.md 1.4)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceFacts:
    """Lines of folded words begin each word with a space. Ages always hold; unknown ones hold for all."""

    sort_name: str
    name_words: str
    other_words: str
    first_age: int
    last_age: int
    categories: tuple[CategoryId, ...]
    area_words: str
    points: tuple[Point, ...]
    is_free: bool
    language_words: str
    needs_referral: bool
    access_words: str
    workers_only: bool
    is_active: bool

    @property
    def all_words(self) -> str:
        """The words of the name and all others."""
        return self.name_words + self.other_words


def facts_of(record: ServiceRecord) -> ServiceFacts:
    """The facts of a record; a masked place gives away neither point nor area."""
    first, last = ages_of(record.first_age, record.last_age)
    seen = [place for place in record.places if not place.masked]
    where = [] if record.national else _where(record)
    return ServiceFacts(
        sort_name=" ".join(folded_words(record.name)),
        name_words=folded_line([record.name]),
        other_words=folded_line(
            (record.organisation, record.description, *record.terms, *record.categories)
        ),
        first_age=first,
        last_age=last,
        categories=record.categories,
        area_words=folded_line(where),
        points=_points(seen),
        is_free=says_free(record),
        language_words=folded_line(record.languages),
        needs_referral=record.self_referral is False,
        access_words=folded_line(said for place in record.places for said in place.accessibility),
        workers_only=record.workers_only,
        is_active=record.is_open_to_anyone_new,
    )


def _points(places: Sequence[ServicePlace]) -> tuple[Point, ...]:
    points = (place.point for place in places if place.point is not None)
    return tuple(dict.fromkeys(filter(is_on_the_map, points)))[:MOST_POINTS]


def ages_of(first: int | None, last: int | None) -> tuple[int, int]:
    """The ages it is for; what is not stated, or cannot be true, is for everybody."""
    lowest = NO_FIRST_AGE if first is None or first < 0 else first
    highest = NO_LAST_AGE if last is None or last < 0 or last >= OPEN_ENDED else last
    return (lowest, highest) if lowest <= highest else (NO_FIRST_AGE, NO_LAST_AGE)


def says_free(record: ServiceRecord) -> bool:
    """Whether it says that it costs nothing."""
    amounts = [cost.amount for cost in record.costs]
    nothing_else = bool(amounts) and all(amount == 0 for amount in amounts)
    return nothing_else or folded_words(record.fees)[:1] == ["free"]


def _where(record: ServiceRecord) -> Sequence[str]:
    seen = [place for place in record.places if not place.masked]
    return [
        *record.areas,
        *(line for place in seen for line in (place.name, *place.address, place.postcode)),
    ]
