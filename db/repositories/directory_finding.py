"""How a search is answered: the map first where a place is given, the index of words first where not."""

import math
from collections.abc import Callable, Iterator
from typing import NamedTuple

from db.record_access import RecordAccess
from db.repositories.directory_rows import read_points, read_week
from db.repositories.directory_statements import (
    HOW_MANY,
    Tests,
    by_name,
    by_words,
    in_a_box,
    match_in_name,
    match_of,
)
from vrn_desktop.domain.directory.distance import FlatMap
from vrn_desktop.domain.directory.opening_hours import ORDER, state_asked_for
from vrn_desktop.domain.directory.search_words import all_begin_words
from vrn_desktop.domain.directory.service_query import OpenState, ServiceQuery
from vrn_desktop.domain.directory.service_record import ServiceRecord
from vrn_desktop.domain.directory.week_hours import AskedTime, HoursKind, week_state
from vrn_desktop.domain.directory.why_not_shown import PlaceInOrder, Search
from vrn_desktop.domain.identifiers import ServiceId

FEW = 1_000
"""So many services that the index of words names are looked at one by one."""
PAGE = 200
FIRST_RING, FIRST_RING_WITH_WORDS = 4.0, 16.0
"""Kilometres of the first look around; the next ones look twice as far."""
FAR = 64.0
"""After this ring comes all that is left."""


class Hit(NamedTuple):
    """A service that fits, before its record is read."""

    place: PlaceInOrder
    row: int
    distance_km: float | None
    state: OpenState | None
    gone: bool


class _Candidate(NamedTuple):
    row: int
    id: str
    sort_name: str
    points: bytes
    hours: int
    week: bytes
    gone: int


class Finding:
    """One search; `record_of` reads the record of a row, for hours that need its rules."""

    def __init__(
        self,
        access: RecordAccess,
        query: ServiceQuery,
        record_of: Callable[[int], ServiceRecord],
    ) -> None:
        self._access = access
        self._query = query
        self._record_of = record_of
        self._search = Search(query)
        self._tests = Tests(self._search)
        self._asked = AskedTime.of(query)
        self._later: list[Hit] = []
        self._hits: list[Hit] = []
        words = self._search.words
        self._match = {"match": match_of(words), "match_name": match_in_name(words)}

    def hits(self) -> list[Hit]:
        """What fits, best first, as many as are wanted."""
        most = self._query.most
        if most <= 0:
            return []
        if self._search.words and self._looks_far and self._are_few():
            self._take(self._named_by_words())
        elif self._search.map is not None:
            self._take_rings(self._search.map)
            if len(self._hits) + len(self._later) < most:
                self._settle()
                self._take_in_order("no_point")
        else:
            self._take_in_order()
        self._settle()
        return self._hits[:most]

    @property
    def _looks_far(self) -> bool:
        return self._search.map is None or self._query.within_km is None

    @property
    def _is_full(self) -> bool:
        return len(self._hits) >= self._query.most

    def _settle(self) -> None:
        """Let those that are not known to be open follow those that are."""
        self._hits = sorted([*self._hits, *self._later])
        self._later = []

    def _are_few(self) -> bool:
        asked = {"match": self._match["match"], "most": FEW + 1}
        count: int = self._access.value(HOW_MANY, asked)
        return count <= FEW

    def _named_by_words(self) -> Iterator[_Candidate]:
        values = {**self._tests.values, "match": self._match["match"]}
        yield from self._candidates(by_words(self._tests.shape), values)

    def _take(self, candidates: Iterator[_Candidate]) -> None:
        """Look at all of them; the order is made afterwards."""
        for one in candidates:
            hit = self._hit(one)
            if hit is not None:
                self._later.append(hit)

    def _take_rings(self, around: FlatMap) -> None:
        farthest = self._query.within_km
        farthest = math.inf if farthest is None else farthest
        first = FIRST_RING_WITH_WORDS if self._search.words else FIRST_RING
        inner, outer = -1.0, min(first, farthest)
        while True:
            for one, distance in self._ring(around, inner, outer):
                self._keep(self._hit(one, distance))
                if self._is_full:
                    return
            if outer >= farthest:
                return
            inner, outer = outer, min(outer * 2, farthest) if outer < FAR else farthest

    def _ring(self, around: FlatMap, inner: float, outer: float) -> list[tuple[_Candidate, float]]:
        box = around.box(outer)
        sides = {"south": box.south, "north": box.north, "west": box.west, "east": box.east}
        found = self._candidates(
            in_a_box(self._tests.shape), {**self._tests.values, **self._match, **sides}
        )
        near = {one.row: (one, self._distance(one)) for one in found}
        ring = [(one, km) for one, km in near.values() if inner < km <= outer]
        return sorted(
            ring,
            key=lambda pair: (pair[1], self._is_named_so(pair[0]), pair[0].sort_name, pair[0].id),
        )

    def _take_in_order(self, *names: str) -> None:
        """Page by page in the order of names, those first whose name has all the words."""
        shape = ((*self._tests.names, *names), tuple(self._tests.counts))
        for matching in ("named", "other") if self._search.words else ("",):
            after = {"after_name": "", "after_id": ""}
            while True:
                values = {**self._tests.values, **self._match, **after, "page": PAGE}
                page = list(self._candidates(by_name(shape, matching=matching), values))
                for one in page:
                    self._keep(self._hit(one))
                    if self._is_full:
                        return
                if len(page) < PAGE:
                    break
                after = {"after_name": page[-1].sort_name, "after_id": page[-1].id}

    def _keep(self, hit: Hit | None) -> None:
        if hit is None:
            return
        known_open = hit.state is None or hit.state is OpenState.OPEN
        (self._hits if known_open else self._later).append(hit)

    def _candidates(self, statement: object, values: dict[str, object]) -> Iterator[_Candidate]:
        yield from map(_Candidate._make, self._access.rows(statement, values))  # type: ignore[arg-type]

    def _hit(self, one: _Candidate, distance: float | None = None) -> Hit | None:
        state = self._state(one)
        if state is OpenState.CLOSED:
            return None
        if distance is None and self._search.map is not None and one.points:
            distance = self._distance(one)
        place = PlaceInOrder(
            has_no_point=self._search.map is not None and distance is None,
            state=0 if state is None else ORDER.index(state),
            distance_km=distance or 0.0,
            not_in_name=self._is_named_so(one),
            name=one.sort_name,
            service=ServiceId(one.id),
        )
        return Hit(place, one.row, distance, state, bool(one.gone))

    def _state(self, one: _Candidate) -> OpenState | None:
        if self._asked is None:
            return None
        if one.hours == HoursKind.NOT_KNOWN:
            return OpenState.NOT_KNOWN
        if one.hours == HoursKind.EVERY_WEEK:
            return week_state(read_week(one.week), self._asked)
        return state_asked_for(self._record_of(one.row).schedules, self._query)

    def _distance(self, one: _Candidate) -> float:
        around = self._search.map
        if around is None:
            raise ValueError("without a place there is no distance")
        return min(around.kilometres(point) for point in read_points(one.points))

    def _is_named_so(self, one: _Candidate) -> bool:
        return not all_begin_words(self._search.words, f" {one.sort_name}")
