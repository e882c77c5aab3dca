"""The directory of services and help lines, each with its check state."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from vrn_desktop.application.services import Services
from vrn_desktop.presenters.navigation_presenter import Route
from vrn_desktop.presenters.presenter import Presenter
from vrn_desktop.presenters.service_cards import ServiceCard, service_card
from vrn_desktop.presenters.wording import count

DRAFT = (
    "This starter list is a draft. Every number has to be checked by the network before it is "
    "given to anyone."
)
NOTHING = "Nothing matches."


@dataclass(frozen=True, slots=True, kw_only=True)
class ServicesState:
    """The page."""

    search: str = ""
    category: str = ""
    categories: tuple[tuple[str, str], ...] = ()
    cards: tuple[ServiceCard, ...] = ()
    footer: str = ""
    empty: str = ""
    draft: str = DRAFT


class ServicesPresenter(Presenter[ServicesState]):
    """Looks through the directory, which is in memory."""

    def __init__(self, services: Services, *, go: Callable[[Route], None]) -> None:
        self._go = go
        directory = services.content.services()
        today = services.clock().date()
        names = {category.id: category.name for category in directory.categories}
        self._entries = tuple(
            (entry, service_card(entry, today, category=names.get(entry.category, "")))
            for entry in directory.entries
        )
        with_entries = {entry.category for entry in directory.entries}
        categories = tuple((c.id, c.name) for c in directory.categories if c.id in with_entries)
        super().__init__(ServicesState(categories=categories))
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
        needle = self.state.search.casefold().strip()
        kind = self.state.category
        found = tuple(
            card
            for entry, card in self._entries
            if (not kind or entry.category == kind)
            and needle in f"{card.name} {card.category} {card.facts} {card.contact}".casefold()
        )
        of_all = count(len(self._entries), "service")
        self.show(
            replace(
                self.state,
                cards=found,
                footer=f"{len(found)} of {of_all} and help lines shown.",
                empty="" if found else NOTHING,
            )
        )
