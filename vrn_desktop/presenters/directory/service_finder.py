"""Searching as somebody types: one search at a time, the newest wins, a late answer is dropped."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from vrn_desktop.application.services import Services
from vrn_desktop.domain.directory.known_place import KnownPlace
from vrn_desktop.domain.directory.service_query import FoundService, ServiceQuery
from vrn_desktop.domain.identifiers import CategoryId
from vrn_desktop.presenters.directory.finding_state import (
    MOST_COUNTED,
    NO_PLACE,
    NOTHING_FITS,
    NOTHING_WITHOUT_EITHER,
    PLACE_NOT_KNOWN,
    FindingState,
    Relax,
)
from vrn_desktop.presenters.directory.found_card import FoundCard, found_card
from vrn_desktop.presenters.directory.not_seen_words import NotSeenLine, not_seen_line
from vrn_desktop.presenters.directory.service_filters import (
    PAGE,
    Part,
    ServiceFilters,
    query_of,
    said,
)
from vrn_desktop.presenters.error_text import told
from vrn_desktop.presenters.wording import count


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answer:
    filters: ServiceFilters
    cards: tuple[FoundCard, ...]
    has_more: bool
    total: int
    place: KnownPlace | None
    relaxes: tuple[Relax, ...]


@dataclass
class KeptSearch:
    """A search that outlives its page: somebody who looked at one service comes back to the list."""

    filters: ServiceFilters = field(default_factory=ServiceFilters)
    is_filtering: bool = False


class ServiceFinder:
    """Holds the search of one page and tells `changed` each new state.

    While a search is on its way the next one waits, so that typing never fills the store's queue:
    of all letters typed meanwhile only the last ones are searched for.
    """

    def __init__(
        self,
        services: Services,
        changed: Callable[[FindingState], None],
        *,
        for_young_people: bool = False,
        kept: KeptSearch | None = None,
    ) -> None:
        self._services = services
        self._changed = changed
        self._for_young_people = for_young_people
        self._kept = kept or KeptSearch()
        self._state = FindingState(filters=self._kept.filters, is_filtering=self._kept.is_filtering)
        self._wanted = PAGE
        self._is_out = False
        self._is_due = False
        self._kinds = {str(kind): name for kind, name in services.directory.kinds_of_help()}

    @property
    def state(self) -> FindingState:
        """The search as it is."""
        return self._state

    @property
    def kinds(self) -> tuple[tuple[str, str], ...]:
        """The kinds of help that can be chosen."""
        return tuple(self._kinds.items())

    def narrow(self, filters: ServiceFilters) -> None:
        """Search for something else; more and more of it only on demand."""
        if filters != self._state.filters:
            self._wanted = PAGE
            self._show(replace(self._state, filters=filters, missed="", not_seen=()))
            self.look()

    def begin_with(self, filters: ServiceFilters) -> None:
        """Set the search without searching yet: what fits the answers is shown first."""
        self._show(replace(self._state, filters=filters))

    def relax(self, parts: Iterable[Part]) -> None:
        """Take parts of the search away."""
        self.narrow(self._state.filters.without(parts))

    def show_filters(self, *, shown: bool) -> None:
        """Open or close the row of filters; what is set there stays set."""
        self._show(replace(self._state, is_filtering=shown))

    def show_more(self) -> None:
        """Twenty more."""
        self._wanted += PAGE
        self.look()

    def look(self) -> None:
        """Search, or search again once the search on its way is back."""
        self._show(replace(self._state, looking=True, problem=""))
        if self._is_out:
            self._is_due = True
            return
        self._is_out = True
        filters, wanted = self._state.filters, self._wanted
        self._services.runner.run(
            lambda: self._search(filters, wanted), then=self._take, failed=self._refused
        )

    def why_not(self, name: str) -> None:
        """Say why services of this name are not on the list."""
        filters, shown = self._state.filters, tuple(card.id for card in self._state.cards)
        self._show(replace(self._state, missed=name))
        if not name.strip():
            self._show(replace(self._state, not_seen=()))
            return

        def look() -> tuple[NotSeenLine, ...]:
            _, query = self._query(filters, PAGE)
            missing = self._services.directory.why_not(name.strip(), query, shown)
            return tuple(not_seen_line(each, filters) for each in missing)

        self._services.runner.run(
            look, then=lambda lines: self._take_reasons(name, lines), failed=self._refused
        )

    def show_it(self, line: NotSeenLine) -> None:
        """Widen the search so that this service is on the list, by its name and without what hid it."""
        self.narrow(replace(self._state.filters.without(line.widened), words=line.name))

    # -- on the store's thread ---------------------------------------------------------------------------

    def _search(self, filters: ServiceFilters, wanted: int) -> _Answer:
        place, query = self._query(filters, wanted + 1)
        found = self._services.directory.find(query)
        relaxes = () if found else self._relaxes(filters, query)
        return _Answer(
            filters=filters,
            cards=self._cards(found[:wanted], about=place is not None and place.about),
            has_more=len(found) > wanted,
            total=self._services.directory.count(),
            place=place,
            relaxes=relaxes,
        )

    def _cards(self, found: tuple[FoundService, ...], *, about: bool) -> tuple[FoundCard, ...]:
        now = self._services.clock()
        return tuple(found_card(one, now, about=about) for one in found)

    def _query(self, filters: ServiceFilters, most: int) -> tuple[KnownPlace | None, ServiceQuery]:
        directory = self._services.directory
        typed = filters.place.strip()
        place = directory.place(typed) if typed else directory.setting_place()
        query = query_of(
            filters,
            near=None if place is None else place.point,
            now=self._services.clock(),
            most=most,
            young_people_may_see=self._for_young_people,
        )
        return place, query

    def _relaxes(self, filters: ServiceFilters, query: ServiceQuery) -> tuple[Relax, ...]:
        offers = []
        for part in filters.parts():
            wider = query_of(
                filters.without((part,)),
                near=query.near,
                now=self._services.clock(),
                young_people_may_see=self._for_young_people,
            )
            fitting = self._services.directory.count_fitting(wider, MOST_COUNTED)
            if fitting:
                many = f"{MOST_COUNTED} or more" if fitting == MOST_COUNTED else str(fitting)
                verb = "fits" if fitting == 1 else "fit"
                words = f"{many} {verb} without {said(part, filters, self._kinds)}"
                offers.append(Relax(part=part, words=words))
        return tuple(offers)

    # -- back in the window ------------------------------------------------------------------------------

    def _take(self, answer: _Answer) -> None:
        self._is_out = False
        if self._is_due:
            self._is_due = False
            if answer.filters != self._state.filters:
                self.look()
                return
            self.look()
        narrowed = bool(answer.filters.parts())
        self._show(
            replace(
                self._state,
                looking=self._is_out,
                cards=answer.cards,
                has_more=answer.has_more,
                footer=_footer(answer, narrowed=narrowed),
                empty=_empty(answer),
                relaxes=answer.relaxes,
                from_where="" if answer.place is None else answer.place.name,
                place_problem=_place_problem(answer),
            )
        )

    def _take_reasons(self, name: str, lines: tuple[NotSeenLine, ...]) -> None:
        if name == self._state.missed:
            self._show(replace(self._state, not_seen=lines))

    def _refused(self, error: Exception) -> None:
        self._is_out = self._is_due = False
        self._show(replace(self._state, looking=False, problem=told(error)))

    def _show(self, state: FindingState) -> None:
        self._state = state
        self._kept.filters, self._kept.is_filtering = state.filters, state.is_filtering
        self._changed(state)


def nearest_cards(
    services: Services, kinds: Iterable[CategoryId], age: int | None
) -> dict[CategoryId, tuple[FoundCard, ...]]:
    """The nearest services of each kind that fit an age, as cards; on the store's thread."""
    place, now = services.directory.setting_place(), services.clock()
    near, about = (None, False) if place is None else (place.point, place.about)
    return {
        kind: tuple(
            found_card(found, now, about=about)
            for found in services.directory.nearest(kind, age, near)
        )
        for kind in kinds
    }


def _footer(answer: _Answer, *, narrowed: bool) -> str:
    of_all = count(answer.total, "service")
    shown = len(answer.cards)
    if answer.has_more:
        return f"The first {shown} of {of_all}." if not narrowed else f"The best {shown} are shown."
    return f"{shown} of {of_all}."


def _empty(answer: _Answer) -> str:
    if answer.cards:
        return ""
    if not answer.filters.parts():
        return "The directory is empty."
    return NOTHING_FITS if answer.relaxes else NOTHING_WITHOUT_EITHER


def _place_problem(answer: _Answer) -> str:
    if answer.place is not None:
        return ""
    if answer.filters.place.strip():
        return PLACE_NOT_KNOWN
    return NO_PLACE if answer.filters.miles is not None else ""
