"""The directory of services: found with the young person in seconds, checked by colleagues in minutes (SP-03)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from vrn_desktop.application.services import Services
from vrn_desktop.domain.identifiers import ServiceId
from vrn_desktop.presenters.directory.finding_state import FindingState
from vrn_desktop.presenters.directory.found_card import FoundCard, found_card
from vrn_desktop.presenters.directory.service_filters import Part, ServiceFilters
from vrn_desktop.presenters.directory.service_finder import KeptSearch, ServiceFinder
from vrn_desktop.presenters.error_text import told
from vrn_desktop.presenters.navigation_presenter import Place, Route
from vrn_desktop.presenters.presenter import Presenter
from vrn_desktop.presenters.wording import count

DRAFT = "The list that comes with the program is a draft. Check every number before it is given to anyone."
ALL_CHECKED = "Everything on our own lists was checked lately."
LOOKED_AT_A_TIME = 25
"""Entries looked at in one piece, so that an answer never waits behind a long list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServicesState:
    """The page: what was found, or with `is_checking` what somebody should look at."""

    finding: FindingState = field(default_factory=FindingState)
    kinds: tuple[tuple[str, str], ...] = ()
    is_checking: bool = False
    due: tuple[FoundCard, ...] = ()
    due_words: str = ""
    draft: str = DRAFT


class ServicesPresenter(Presenter[ServicesState]):
    """Searches the directory in the file, and lists what is to be checked."""

    def __init__(
        self, services: Services, *, go: Callable[[Route], None], kept: KeptSearch | None = None
    ) -> None:
        self._go = go
        self._services = services
        self._kept = kept or KeptSearch()
        self._finder = ServiceFinder(services, self._found, kept=self._kept)
        super().__init__(ServicesState(finding=self._finder.state, kinds=self._finder.kinds))
        self._finder.look()

    @property
    def filters(self) -> ServiceFilters:
        """The search as it stands."""
        return self._finder.state.filters

    def search(self, words: str) -> None:
        """Look by name, description, kind of help."""
        self.narrow(replace(self.filters, words=words))

    def narrow(self, filters: ServiceFilters) -> None:
        """Look with other filters; that leads away from what is to be checked."""
        if self.state.is_checking:
            self.show_checking(on=False)
        self._finder.narrow(filters)

    def relax(self, part: Part) -> None:
        """Take one part of the search away."""
        self._finder.relax((part,))

    def clear(self) -> None:
        """Take everything away that narrows the search."""
        self._finder.relax(self.filters.parts())

    def show_filters(self, *, shown: bool) -> None:
        """Open or close the row of filters."""
        self._finder.show_filters(shown=shown)

    def show_more(self) -> None:
        """More of what fits."""
        self._finder.show_more()

    def why_not(self, name: str) -> None:
        """Say why a service of this name is not on the list."""
        self._finder.why_not(name)

    def show_missed(self, place: int) -> None:
        """Widen the search so that one of the missed services is on the list."""
        lines = self._finder.state.not_seen
        if place < len(lines):
            self._finder.show_it(lines[place])

    def open(self, service: ServiceId) -> None:
        """To the service's own page."""
        self._go(Route(place=Place.SERVICE, service=service))

    def write_entry(self) -> None:
        """Write an entry of our own."""
        self._go(Route(place=Place.SERVICE_EDITOR))

    def to_sources(self) -> None:
        """To where the directory comes from."""
        self._go(Route(place=Place.SERVICE_SOURCES))

    def show_checking(self, *, on: bool) -> None:
        """List what is to be checked, or what was found."""
        self.show(replace(self.state, is_checking=on, due=(), due_words=""))
        if on:
            self._services.runner.run(
                self._services.directory.to_check,
                then=self._look_through,
                failed=self._refused,
            )

    def _look_through(self, left: Sequence[ServiceId]) -> None:
        """Look at a piece of the list, then at the next: other work may go in between."""
        now, directory = self._services.clock(), self._services.directory
        piece = left[:LOOKED_AT_A_TIME]
        if not self.state.is_checking:
            return
        if not piece:
            many = len(self.state.due)
            words = f"{count(many, 'entry', 'entries')} to check." if many else ALL_CHECKED
            self.show(replace(self.state, due_words=words))
            return

        def look() -> tuple[FoundCard, ...]:
            return tuple(found_card(one, now) for one in directory.due_among(piece))

        self._services.runner.run(
            look,
            then=lambda cards: self._add_due(cards, left[LOOKED_AT_A_TIME:]),
            failed=self._refused,
        )

    def _add_due(self, cards: tuple[FoundCard, ...], left: Sequence[ServiceId]) -> None:
        self.show(replace(self.state, due=(*self.state.due, *cards)))
        self._look_through(left)

    def _found(self, finding: FindingState) -> None:
        self.show(replace(self.state, finding=finding))

    def _refused(self, error: Exception) -> None:
        self._found(replace(self.state.finding, looking=False, problem=told(error)))
