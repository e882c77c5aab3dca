"""The list of young people: found as you type, masked to initials, newest first."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from vrn_desktop.application.ports.rows import YoungPersonRow
from vrn_desktop.application.services import Services
from vrn_desktop.domain.identifiers import LevelName, YoungPersonId
from vrn_desktop.presenters.error_text import told
from vrn_desktop.presenters.level_presenter import step_of
from vrn_desktop.presenters.name_display import NameDisplay
from vrn_desktop.presenters.navigation_presenter import Place, Route
from vrn_desktop.presenters.presenter import Presenter
from vrn_desktop.presenters.wording import masked_name, short_day


class Whose(StrEnum):
    """Which people the list shows."""

    MINE = "mine"
    TEAM = "team"
    ARCHIVED = "archived"


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLine:
    """A row of the table."""

    id: YoungPersonId
    name: str
    reference: str
    level: str
    step: int | None
    last_seen: str
    next_due: str


@dataclass(frozen=True, slots=True, kw_only=True)
class YoungPeopleState:
    """The list; `empty` says why nothing is there and what to do."""

    loading: bool = True
    search: str = ""
    whose: Whose = Whose.MINE
    lines: tuple[PersonLine, ...] = ()
    total: int = 0
    empty: str = ""
    problem: str = ""


class YoungPeoplePresenter(Presenter[YoungPeopleState]):
    """Finds a young person among thousands; all rows are in memory, so a key press costs one scan."""

    def __init__(
        self, services: Services, names: NameDisplay, *, go: Callable[[Route], None]
    ) -> None:
        super().__init__(YoungPeopleState())
        self._services = services
        self._names = names
        self._go = go
        self._rows: tuple[YoungPersonRow, ...] = ()
        self._found_by: tuple[tuple[str, YoungPersonRow, PersonLine], ...] = ()
        instrument = services.content.instrument()
        self._titles: dict[LevelName, tuple[str, int | None]] = {
            level: (title.split(" (")[0], step_of(instrument, level))
            for level, title in instrument.rule_set.level_titles.items()
        }
        names.listen(self._refresh)
        self.load()

    def detach(self) -> None:
        """The screen is gone."""
        self._names.forget(self._refresh)
        super().detach()

    def load(self) -> None:
        """Read the list."""
        self._services.runner.run(
            self._services.young_people.rows, then=self._take, failed=self._refused
        )

    def search(self, words: str) -> None:
        """Show those whose name, initials or reference hold these words."""
        self.show(self._found(replace(self.state, search=words)))

    def show_whose(self, whose: Whose) -> None:
        """My own, the team's, or archived."""
        self.show(self._found(replace(self.state, whose=whose)))

    def open(self, person: YoungPersonId) -> None:
        """To a person's page."""
        self._go(Route(place=Place.YOUNG_PERSON, young_person=person))

    def start_conversation(self) -> None:
        """With somebody new or known."""
        self._go(Route(place=Place.NEW_CONVERSATION))

    def _take(self, rows: tuple[YoungPersonRow, ...]) -> None:
        self._rows = rows
        self.show(replace(self.state, loading=False))
        self._refresh()

    def _refresh(self) -> None:
        """Make every line once, so that a key press only compares."""
        self._found_by = tuple((_haystack(row), row, self._line(row)) for row in self._rows)
        self.show(self._found(self.state))

    def _found(self, state: YoungPeopleState) -> YoungPeopleState:
        needle = state.search.casefold().strip()
        me = self._services.practitioner.id
        found = [
            line
            for haystack, row, line in self._found_by
            if needle in haystack
            and row.archived is (state.whose is Whose.ARCHIVED)
            and (state.whose is not Whose.MINE or row.practitioner_id == me)
        ]
        return replace(
            state,
            lines=tuple(found),
            total=len(self._rows),
            empty="" if found else _empty_words(state, any_at_all=bool(self._rows)),
        )

    def _line(self, row: YoungPersonRow) -> PersonLine:
        title, step = self._titles.get(row.level, ("", None)) if row.level else ("", None)
        return PersonLine(
            id=row.id,
            name=row.chosen_name if self._names.shown else masked_name(row.chosen_name),
            reference=row.reference,
            level=title,
            step=step,
            last_seen=short_day(row.last_seen) if row.last_seen else "",
            next_due=short_day(row.next_due) if row.next_due else "",
        )

    def _refused(self, error: Exception) -> None:
        self.show(replace(self.state, loading=False, problem=told(error)))


def _haystack(row: YoungPersonRow) -> str:
    return f"{row.chosen_name} {masked_name(row.chosen_name)} {row.reference}".casefold()


def _empty_words(state: YoungPeopleState, *, any_at_all: bool) -> str:
    if not any_at_all:
        return "No one here yet. People are added when you start a conversation with them."
    if state.search.strip():
        return f"No match for “{state.search.strip()}”."
    return "No one in this list."
