"""The one rule of what a search shows and in which order; so "why am I not seeing it" has an answer.

What a service does not say never hides it where that could keep help away: ages, hours, area, place and
who may refer. Free of charge, a language and access are promises: only a service that makes them is found.
"""

from collections.abc import Collection
from dataclasses import dataclass

from vrn_desktop.domain.directory.distance import FlatMap
from vrn_desktop.domain.directory.opening_hours import ORDER, state_asked_for
from vrn_desktop.domain.directory.search_words import all_begin_words, asked_words
from vrn_desktop.domain.directory.service_facts import ServiceFacts, facts_of
from vrn_desktop.domain.directory.service_query import (
    FoundService,
    OpenState,
    ServiceQuery,
    WhyNotShown,
)
from vrn_desktop.domain.directory.service_record import ServiceRecord
from vrn_desktop.domain.identifiers import ServiceId


@dataclass(frozen=True, slots=True, order=True)
class PlaceInOrder:
    """Where a found service stands: places known, open first, near first, named so first, then by name."""

    has_no_point: bool
    state: int
    distance_km: float
    not_in_name: bool
    name: str
    service: ServiceId


class Search:
    """A query, made ready to look at one service after another."""

    def __init__(self, query: ServiceQuery) -> None:
        self.query = query
        self.words = asked_words(query.words)
        self.area = asked_words(query.area)
        self.language = asked_words(query.language)
        self.access = asked_words(query.accessibility)
        self.map = None if query.near is None else FlatMap.around(query.near)

    def reasons(self, facts: ServiceFacts, *, gone: bool) -> tuple[WhyNotShown, ...]:
        """Why a service does not fit, without its hours."""
        query, why = self.query, WhyNotShown
        age = query.age
        tests = (
            (why.WORDS, all_begin_words(self.words, facts.all_words)),
            (why.AGE, age is None or facts.first_age <= age <= facts.last_age),
            (why.CATEGORY, not query.categories or not_apart(query.categories, facts.categories)),
            (why.AREA, not facts.area_words or all_begin_words(self.area, facts.area_words)),
            (why.TOO_FAR, self._is_near(facts)),
            (why.COST, facts.is_free or not query.free_only),
            (why.LANGUAGE, all_begin_words(self.language, facts.language_words)),
            (why.NEEDS_REFERRAL, not (query.self_referral_only and facts.needs_referral)),
            (why.ACCESSIBILITY, all_begin_words(self.access, facts.access_words)),
            (why.WORKERS_ONLY, not (query.young_people_may_see and facts.workers_only)),
            (why.NOT_ACTIVE, facts.is_active or query.include_closed),
            (why.LEFT_ITS_FEED, query.include_closed or not gone),
        )
        return tuple(reason for reason, fits in tests if not fits)

    def distance_km(self, facts: ServiceFacts) -> float | None:
        """How far its nearest place is from the place asked for; None where either is not known."""
        if self.map is None or not facts.points:
            return None
        return min(self.map.kilometres(point) for point in facts.points)

    def place(
        self, facts: ServiceFacts, service: ServiceId, state: OpenState | None
    ) -> PlaceInOrder:
        """Where a service that fits stands among the others."""
        distance = self.distance_km(facts)
        return PlaceInOrder(
            has_no_point=self.map is not None and distance is None,
            state=0 if state is None else ORDER.index(state),
            distance_km=distance or 0.0,
            not_in_name=not all_begin_words(self.words, facts.name_words),
            name=facts.sort_name,
            service=service,
        )

    def _is_near(self, facts: ServiceFacts) -> bool:
        distance, within = self.distance_km(facts), self.query.within_km
        return distance is None or within is None or distance <= within


def why_not_shown(
    record: ServiceRecord, query: ServiceQuery, *, gone: bool = False
) -> tuple[WhyNotShown, ...]:
    """Every reason for which a query does not show a service; empty where it fits."""
    reasons = Search(query).reasons(facts_of(record), gone=gone)
    if state_asked_for(record.schedules, query) is OpenState.CLOSED:
        return (*reasons, WhyNotShown.CLOSED_THEN)
    return reasons


def why_not_among(
    found: FoundService | None, query: ServiceQuery, shown: Collection[ServiceId]
) -> tuple[WhyNotShown, ...]:
    """The same for somebody who looks at a list: also further down, or nowhere in the directory."""
    if found is None:
        return (WhyNotShown.NOT_IN_DIRECTORY,)
    if found.record.id in shown:
        return ()
    reasons = why_not_shown(found.record, query, gone=found.gone)
    return reasons or (WhyNotShown.FURTHER_DOWN,)


def best_of(services: Collection[FoundService], query: ServiceQuery) -> tuple[FoundService, ...]:
    """What a query shows of these services, best first; the plain way, for few of them."""
    search, fitting = Search(query), list[tuple[PlaceInOrder, FoundService]]()
    for one in services:
        facts = facts_of(one.record)
        state = state_asked_for(one.record.schedules, query)
        if state is OpenState.CLOSED or search.reasons(facts, gone=one.gone):
            continue
        shown = FoundService(
            record=one.record,
            distance_km=search.distance_km(facts),
            open_state=OpenState.NOT_KNOWN if state is None else state,
            gone=one.gone,
        )
        fitting.append((search.place(facts, one.record.id, state), shown))
    fitting.sort(key=lambda pair: pair[0])
    return tuple(shown for _, shown in fitting[: max(0, query.most)])


def not_apart(wanted: Collection[str], there: Collection[str]) -> bool:
    """Whether both have something in common."""
    return any(one in there for one in wanted)
