"""Check what was noted, together if that feels right; nothing on it is final (screens.md 5d, TI-16, TI-23)."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from vrn_desktop.application.services import Services
from vrn_desktop.domain.identifiers import ItemId, ScreeningId, StepId
from vrn_desktop.domain.screening import Screening, ScreeningState
from vrn_desktop.domain.screening_path import ScreeningPath
from vrn_desktop.domain.young_person import YoungPerson
from vrn_desktop.presenters.error_text import told
from vrn_desktop.presenters.navigation_presenter import Place, Route
from vrn_desktop.presenters.noted_drawing import NotedDrawing
from vrn_desktop.presenters.noted_state import NotedState
from vrn_desktop.presenters.presenter import Presenter
from vrn_desktop.presenters.wording import masked_name

SEEN_STEP = StepId("seen_together")
"""Under which step it is kept that the young person saw what was noted."""

SEEN = "seen"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Loaded:
    screening: Screening
    path: ScreeningPath
    person: YoungPerson


class NotedPresenter(Presenter[NotedState]):
    """What stands on record of one conversation."""

    def __init__(
        self, services: Services, screening_id: ScreeningId, *, go: Callable[[Route], None]
    ) -> None:
        super().__init__(NotedState())
        self._services = services
        self._screening_id = screening_id
        self._go = go
        services.runner.run(self._read, then=self._take, failed=self._refused)

    def change(self, item: ItemId) -> None:
        """Back to one question (TI-23)."""
        self._go(
            Route(
                place=Place.CONVERSATION,
                screening=self._screening_id,
                item=item,
                returns_to=Place.CHECK_NOTED,
            )
        )

    def open_worker_part(self) -> None:
        """Show, or hide again, what is for the worker alone."""
        self.show(replace(self.state, worker_part_open=not self.state.worker_part_open))

    def mark_seen(self, *, seen: bool) -> None:
        """The young person saw this; kept with the conversation, which stays where it was."""
        if self.state.complete:
            return
        screenings = self._services.screenings
        self.show(replace(self.state, seen=seen, problem=""))
        self._services.runner.run(
            lambda: screenings.note_beside(
                screenings.load(self._screening_id), SEEN_STEP, {SEEN: "true" if seen else ""}
            ),
            then=lambda _: None,
            failed=lambda error: self._not_kept(error, seen=not seen),
        )

    def go_on(self) -> None:
        """To the suggested level."""
        self._go(Route(place=Place.LEVEL, screening=self._screening_id))

    def finish_later(self) -> None:
        """Everything is kept already."""
        self._go(Route(place=Place.HOME))

    def _read(self) -> _Loaded:
        screening = self._services.screenings.load(self._screening_id)
        return _Loaded(
            screening=screening,
            path=self._services.screenings.path(screening),
            person=self._services.young_people.get(screening.young_person_id),
        )

    def _take(self, loaded: _Loaded) -> None:
        drawing = NotedDrawing(loaded.path, loaded.screening)
        person = loaded.person
        self.show(
            NotedState(
                loading=False,
                who=f"{masked_name(person.chosen_name)} · {person.reference}",
                strengths=drawing.strengths(),
                parts=drawing.parts(),
                for_worker=drawing.for_worker(),
                seen=loaded.screening.step_notes.get(SEEN_STEP, {}).get(SEEN) == "true",
                complete=loaded.screening.state is ScreeningState.COMPLETE,
            )
        )

    def _not_kept(self, error: Exception, *, seen: bool) -> None:
        self.show(replace(self.state, seen=seen, problem=told(error)))

    def _refused(self, error: Exception) -> None:
        self.show(replace(self.state, loading=False, problem=told(error)))
