"""Who holds a contact that is no longer right, and how it is safe to tell them."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from vrn_desktop.application.freshness_service import OutdatedRow
from vrn_desktop.application.services import Services
from vrn_desktop.presenters.check_in_choices import safe_ways
from vrn_desktop.presenters.error_text import told
from vrn_desktop.presenters.loop.loop_words import CHANGED
from vrn_desktop.presenters.name_display import NameDisplay
from vrn_desktop.presenters.navigation_presenter import Place, Route
from vrn_desktop.presenters.presenter import Presenter
from vrn_desktop.presenters.wording import full_date, listed

HANDLED = "Noted. If it changes again, it comes back here."
NOTHING = "Every contact you gave is still right."
NOTHING_HELP = "When a service closes or changes its number, who holds the old one stands here."
ONLY_IN_PERSON = "Tell them in person: no other way was said to be safe."


@dataclass(frozen=True, slots=True, kw_only=True)
class OutdatedLine:
    """One person to tell: the service and whose it is (masked), what changed, how to tell them."""

    place: int
    text: str
    meaning: str
    safe: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OutdatedState:
    """The page."""

    loading: bool = True
    lines: tuple[OutdatedLine, ...] = ()
    names_shown: bool = False
    empty: bool = False
    notice: str = ""
    problem: str = ""


class OutdatedPresenter(Presenter[OutdatedState]):
    """Leads to the person, and notes who was told."""

    def __init__(
        self, services: Services, names: NameDisplay, *, go: Callable[[Route], None]
    ) -> None:
        super().__init__(OutdatedState())
        self._services = services
        self._names = names
        self._go = go
        self._rows: tuple[OutdatedRow, ...] = ()
        names.listen(self._redraw)
        self.load()

    def detach(self) -> None:
        """The screen is gone."""
        self._names.forget(self._redraw)
        super().detach()

    def load(self) -> None:
        """Compare again."""
        self._services.runner.run(
            self._services.loop.freshness.to_tell, then=self._take, failed=self._refused
        )

    def tell(self, line: OutdatedLine) -> None:
        """To the person's page, where letters and safe contact are."""
        person = self._rows[line.place].person.id
        self._go(Route(place=Place.YOUNG_PERSON, young_person=person))

    def handled(self, line: OutdatedLine) -> None:
        """They were told, or need not be."""
        row = self._rows[line.place]

        def noted(_: object) -> None:
            self.show(replace(self.state, notice=HANDLED))
            self.load()

        self._services.runner.run(
            lambda: self._services.loop.freshness.handled(row), then=noted, failed=self._refused
        )

    def switch_names(self) -> None:
        """Show names, or mask them again."""
        self._names.switch()

    def back(self) -> None:
        """To the home page."""
        self._go(Route(place=Place.HOME))

    def _take(self, rows: tuple[OutdatedRow, ...]) -> None:
        self._rows = rows
        self.show(replace(self.state, loading=False, empty=not rows, problem=""))
        self._redraw()

    def _redraw(self) -> None:
        lines = tuple(self._line(place, row) for place, row in enumerate(self._rows))
        self.show(replace(self.state, lines=lines, names_shown=self._names.shown))

    def _line(self, place: int, row: OutdatedRow) -> OutdatedLine:
        given = row.contact.given
        now = f" Now: {row.contact.contact_now}." if row.contact.contact_now else ""
        had = f" Given on {full_date(given.given_on)}: {given.contact or given.service_name}."
        safe = tuple(words.lower() for _, words in safe_ways(row.safe_contact))
        return OutdatedLine(
            place=place,
            text=f"{given.service_name} · "
            f"{self._names.label(row.person.chosen_name, row.person.reference)}",
            meaning=f"{CHANGED[row.contact.changed]}.{had}{now}",
            safe=f"Safe ways: {listed(safe)}." if len(safe) > 1 else ONLY_IN_PERSON,
        )

    def _refused(self, error: Exception) -> None:
        self.show(replace(self.state, loading=False, problem=told(error), notice=""))
