"""Notes a place that may not be safe, without names, so that the place can change (TI-37)."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from vrn_desktop.application.services import Services
from vrn_desktop.domain.identifiers import ScreeningId
from vrn_desktop.domain.place_concern import TimeBand
from vrn_desktop.presenters.error_text import told
from vrn_desktop.presenters.presenter import Presenter

KINDS = (
    ("street", "A street or route"),
    ("park", "A park or open space"),
    ("transport", "A bus, train or stop"),
    ("school", "A school, college or workplace"),
    ("shops", "Shops, food places or a station"),
    ("online", "A place online"),
    ("group", "A group of people"),
    ("other", "Somewhere else"),
)
TIMES = (
    (TimeBand.MORNING, "In the morning"),
    (TimeBand.AFTER_SCHOOL, "After school"),
    (TimeBand.EVENING, "In the evening"),
    (TimeBand.NIGHT, "At night"),
    (TimeBand.ANY_TIME, "At any time"),
)


class PlaceField(StrEnum):
    """What a place concern cannot go without."""

    KIND = "kind"
    TIME = "time"


MISSING = {
    PlaceField.KIND: "Choose what kind of place it is",
    PlaceField.TIME: "Choose when it does not feel safe",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceConcernState:
    """The concern as filled so far."""

    kind: str | None = None
    time_band: TimeBand | None = None
    words: str = ""
    missing: tuple[tuple[PlaceField, str], ...] = ()
    problem: str = ""


class PlaceConcernPresenter(Presenter[PlaceConcernState]):
    """The sheet for a place concern, in the conversation or beside its level; `kept` follows the disk."""

    def __init__(
        self, services: Services, screening_id: ScreeningId, *, kept: Callable[[], None]
    ) -> None:
        self._services = services
        self._screening_id = screening_id
        self._kept = kept
        self._saving = False
        super().__init__(PlaceConcernState())

    def choose_kind(self, kind: str) -> None:
        """What kind of place."""
        self.show(replace(self.state, kind=kind))

    def choose_time(self, time_band: TimeBand) -> None:
        """When it does not feel safe."""
        self.show(replace(self.state, time_band=time_band))

    def write(self, words: str) -> None:
        """Where it is and what would help there, without names."""
        self.show(replace(self.state, words=words))

    def save(self) -> None:
        """Keep it, or say what is missing."""
        state = self.state
        empty = {PlaceField.KIND: state.kind is None, PlaceField.TIME: state.time_band is None}
        missing = tuple((field, MISSING[field]) for field, is_empty in empty.items() if is_empty)
        self.show(replace(state, missing=missing, problem=""))
        kind, time_band = state.kind, state.time_band
        if kind is None or time_band is None or self._saving:
            return
        self._saving = True
        self._services.runner.run(
            lambda: self._services.aftertalk.note_place(
                self._screening_id,
                kind_of_place=kind,
                time_band=time_band,
                words=state.words.strip(),
            ),
            then=lambda _: self._kept(),
            failed=self._not_saved,
        )

    def _not_saved(self, error: Exception) -> None:
        self._saving = False
        self.show(replace(self.state, problem=told(error)))
