"""The list of young people: found as you type, masked to initials, newest first."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from vrn_desktop.application.ports.rows import YoungPersonRow
from vrn_desktop.application.services import Services
from vrn_desktop.domain.identifiers import LevelName, YoungPersonId
from vrn_desktop.presenters.error_text import told
from vrn_desktop.presenters.level_words import short_title, step_of
from vrn_desktop.presenters.name_display import NameDisplay
from vrn_desktop.presenters.navigation_presenter import Place, Route
from vrn_desktop.presenters.presenter import Presenter
from vrn_desktop.presenters.wording import count, day_seen_from, masked_name

NO_ONE = "No one here yet."
NAMES_HIDDEN = "Names stay hidden until you choose “Show names”."
NAMES_SHOWN = "Names are shown. Hide them when you are done."


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
    """The list; `empty` says why nothing is there and what to do, `footer` how many are shown."""

    loading: bool = True
    search: str = ""
    whose: Whose = Whose.MINE
    lines: tuple[PersonLine, ...] = ()
    footer: str = ""
    empty: str = ""
    empty_help: str = ""
    names_shown: bool = False
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
        self._lines: tuple[tuple[str, PersonLine], ...] = ()
        instrument = services.content.instrument()
        self._titles: dict[LevelName, tuple[str, int | None]] = {
            level: (short_title(instrument, level), step_of(instrument, level))
            for level in instrument.rule_set.level_titles
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
        self.show(replace(self.state, whose=whose))
        self._refresh()

    def open(self, person: YoungPersonId) -> None:
        """To a person's page."""
        self._go(Route(place=Place.YOUNG_PERSON, young_person=person))

    def open_only_match(self) -> None:
        """Enter in the search: to the page of the one person found."""
        if len(self.state.lines) == 1:
            self.open(self.state.lines[0].id)

    def switch_names(self) -> None:
        """Show names, or mask them again."""
        self._names.switch()

    def start_conversation(self) -> None:
        """With somebody new or known."""
        self._go(Route(place=Place.NEW_CONVERSATION))

    def _take(self, rows: tuple[YoungPersonRow, ...]) -> None:
        self._rows = rows
        self.show(replace(self.state, loading=False, problem=""))
        self._refresh()

    def _refresh(self) -> None:
        """Make every line of the list once, so that a key press only compares."""
        me, whose = self._services.practitioner.id, self.state.whose
        self._lines = tuple(
            (_haystack(row), self._line(row))
            for row in self._rows
            if row.archived is (whose is Whose.ARCHIVED)
            and (whose is not Whose.MINE or row.practitioner_id == me)
        )
        self.show(self._found(replace(self.state, names_shown=self._names.shown)))

    def _found(self, state: YoungPeopleState) -> YoungPeopleState:
        needle = state.search.casefold().strip()
        found = tuple(line for haystack, line in self._lines if needle in haystack)
        empty, empty_help = ("", "") if found else _empty_words(state, bool(self._rows))
        footer = (
            f"{len(found):,} of {count(len(self._lines), 'young person', 'young people')} shown."
        )
        return replace(
            state,
            lines=found,
            footer=f"{footer} {NAMES_SHOWN if state.names_shown else NAMES_HIDDEN}",
            empty=empty,
            empty_help=empty_help,
        )

    def _line(self, row: YoungPersonRow) -> PersonLine:
        title, step = self._titles.get(row.level, ("", None)) if row.level else ("", None)
        today = self._services.clock().date()
        return PersonLine(
            id=row.id,
            name=row.chosen_name if self._names.shown else masked_name(row.chosen_name),
            reference=row.reference,
            level=f"{step} · {title}" if step else title,
            step=step,
            last_seen=day_seen_from(row.last_seen, today) if row.last_seen else "",
            next_due=day_seen_from(row.next_due, today) if row.next_due else "",
        )

    def _refused(self, error: Exception) -> None:
        self.show(replace(self.state, loading=False, problem=told(error)))


def _haystack(row: YoungPersonRow) -> str:
    return f"{row.chosen_name} {masked_name(row.chosen_name)} {row.reference}".casefold()


def _empty_words(state: YoungPeopleState, any_at_all: bool) -> tuple[str, str]:  # noqa: FBT001  one plain fact beside the state
    if not any_at_all:
        return NO_ONE, "People are added when you start a conversation with them."
    if state.search.strip():
        return f"No match for “{state.search.strip()}”.", "Try initials or the reference."
    return "No one in this list.", ""
