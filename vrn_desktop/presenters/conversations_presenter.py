"""All conversations: unfinished ones to carry on, those waiting for somebody, finished ones."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from vrn_desktop.application.ports.rows import ScreeningRow
from vrn_desktop.application.services import Services
from vrn_desktop.domain.identifiers import ScreeningId
from vrn_desktop.domain.screening import ScreeningState
from vrn_desktop.presenters.error_text import told
from vrn_desktop.presenters.name_display import NameDisplay
from vrn_desktop.presenters.navigation_presenter import Place, Route
from vrn_desktop.presenters.next_step import STILL_TO_TELL, WAITS_FOR_REVIEW, next_step
from vrn_desktop.presenters.presenter import Presenter
from vrn_desktop.presenters.wording import day_seen_from, local_date, mid_sentence

_EMPTY = {
    "unfinished": "Nothing unfinished. Conversations you pause wait here.",
    "waiting": "Nothing is waiting for anyone.",
    "finished": "No finished conversations yet.",
}


class Shelf(StrEnum):
    """The three lists."""

    UNFINISHED = "unfinished"
    WAITING = "waiting"
    FINISHED = "finished"


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversationLine:
    """A row: who, since when, where it stands, and what its verb does."""

    id: ScreeningId
    name: str
    begun: str
    stands: str
    held_by: str
    verb: str
    route: Route


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversationsState:
    """The page."""

    loading: bool = True
    shelf: Shelf = Shelf.UNFINISHED
    lines: tuple[ConversationLine, ...] = ()
    counts: tuple[tuple[Shelf, int], ...] = ()
    empty: str = ""
    problem: str = ""


class ConversationsPresenter(Presenter[ConversationsState]):
    """Sorts conversations by what they wait for."""

    def __init__(
        self, services: Services, names: NameDisplay, *, go: Callable[[Route], None]
    ) -> None:
        super().__init__(ConversationsState())
        self._services = services
        self._names = names
        self._go = go
        self._rows: tuple[ScreeningRow, ...] = ()
        names.listen(self._redraw)
        self.load()

    def detach(self) -> None:
        """The screen is gone."""
        self._names.forget(self._redraw)
        super().detach()

    def load(self) -> None:
        """Read the list."""
        self._services.runner.run(
            self._services.screenings.rows, then=self._take, failed=self._refused
        )

    def show_shelf(self, shelf: Shelf) -> None:
        """One of the three lists."""
        self.show(replace(self.state, shelf=shelf))
        self._redraw()

    def open(self, line: ConversationLine) -> None:
        """Carry on, or look."""
        self._go(line.route)

    def start_conversation(self) -> None:
        """A new one."""
        self._go(Route(place=Place.NEW_CONVERSATION))

    def _take(self, rows: tuple[ScreeningRow, ...]) -> None:
        self._rows = rows
        self.show(replace(self.state, loading=False, problem=""))
        self._redraw()

    def _redraw(self) -> None:
        shelved = {shelf: [r for r in self._rows if _shelf(r) is shelf] for shelf in Shelf}
        chosen = shelved[self.state.shelf]
        self.show(
            replace(
                self.state,
                lines=tuple(map(self._line, chosen)),
                counts=tuple((shelf, len(rows)) for shelf, rows in shelved.items()),
                empty="" if chosen else _EMPTY[self.state.shelf],
            )
        )

    def _line(self, row: ScreeningRow) -> ConversationLine:
        today = self._services.clock().date()
        step = next_step(row)
        mine = row.practitioner_id == self._services.practitioner.id
        return ConversationLine(
            id=row.id,
            name=self._names.label(row.chosen_name, row.reference),
            begun=mid_sentence(day_seen_from(local_date(row.started_at), today)),
            stands=STILL_TO_TELL if row.open_escalations else step.stands,
            held_by="you" if mine else self._services.people.name_of(row.practitioner_id),
            verb=step.verb,
            route=step.route(row),
        )

    def _refused(self, error: Exception) -> None:
        self.show(replace(self.state, loading=False, problem=told(error)))


def _shelf(row: ScreeningRow) -> Shelf:
    if row.decision in WAITS_FOR_REVIEW:
        return Shelf.WAITING
    return Shelf.FINISHED if row.state is ScreeningState.COMPLETE else Shelf.UNFINISHED
