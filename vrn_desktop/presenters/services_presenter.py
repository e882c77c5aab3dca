"""The directory of services and help lines, each with its check state."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from vrn_desktop.application.services import Services
from vrn_desktop.presenters.choose_services_presenter import ServiceCard, service_card
from vrn_desktop.presenters.navigation_presenter import Route
from vrn_desktop.presenters.presenter import Presenter

DRAFT = (
    "This starter list is a draft. Every number has to be checked by the network before it is "
    "given to anyone."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ServicesState:
    """The page."""

    search: str = ""
    category: str = ""
    categories: tuple[tuple[str, str], ...] = ()
    cards: tuple[ServiceCard, ...] = ()
    total: int = 0
    empty: str = ""
    draft: str = DRAFT


class ServicesPresenter(Presenter[ServicesState]):
    """Looks through the directory, which is in memory."""

    def __init__(self, services: Services, *, go: Callable[[Route], None]) -> None:
        self._services = services
        self._go = go
        directory = services.content.services()
        self._names = {category.id: category.name for category in directory.categories}
        with_entries = {entry.category for entry in directory.entries}
        super().__init__(
            ServicesState(
                categories=tuple(
                    (c.id, c.name) for c in directory.categories if c.id in with_entries
                )
            )
        )
        self._redraw()

    def search(self, words: str) -> None:
        """Look by name, kind of help or area."""
        self.show(replace(self.state, search=words))
        self._redraw()

    def choose_category(self, category: str) -> None:
        """One kind of help; an empty text means all."""
        self.show(replace(self.state, category=category))
        self._redraw()

    def _redraw(self) -> None:
        directory = self._services.content.services()
        today = self._services.clock().date()
        needle = self.state.search.casefold().strip()
        found = [
            entry
            for entry in directory.entries
            if (not self.state.category or entry.category == self.state.category)
            and needle
            in f"{entry.name} {entry.area} {self._names.get(entry.category, '')}".casefold()
        ]
        self.show(
            replace(
                self.state,
                cards=tuple(
                    service_card(e, today, category=self._names.get(e.category, "")) for e in found
                ),
                total=len(directory.entries),
                empty="" if found else f"Nothing matches “{self.state.search.strip()}”.",
            )
        )
