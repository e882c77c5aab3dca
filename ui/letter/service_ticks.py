"""The chosen services as ticks: in the letter or not, and "I have checked this number today" (SP-03, SP-09)."""

from typing import Protocol

from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.choice_card import CheckCard
from ui.widgets.flow_row import FlowRow
from ui.widgets.text import Text, TextRole
from vrn_desktop.domain.identifiers import ServiceId
from vrn_desktop.presenters.letter_state import LetterState, ServiceTick
from vrn_desktop.presenters.other_letter_state import OtherLetterState

TITLE = "Services in the letter"
NONE = "No service was chosen. The letter still thanks them and says who to call."
SENSITIVE = "Sensitive: only if they want it on paper."
CHECKED = "I have checked this number today"
NOT_YET = "Not in the letter until you tick that you checked its number."


class ServiceIntents(Protocol):
    """What the page of any letter lets somebody do with the chosen services."""

    @property
    def state(self) -> LetterState | OtherLetterState:
        """What the page shows now."""

    def include(self, service: ServiceId, *, included: bool) -> None:
        """Let a service stand in the letter, or not."""

    def tick(self, service: ServiceId, *, ticked: bool) -> None:
        """Say that its number was checked today."""

    def choose_services(self) -> None:
        """Choose other services together."""


class ServiceTicks(Card):
    """Up to three services; each can be left out."""

    def __init__(self, presenter: ServiceIntents) -> None:
        super().__init__(name="letter-services")
        self._intents = presenter
        self._none = Text(NONE, TextRole.META, name="letter-no-services")
        self._not_yet = Text(NOT_YET, TextRole.META, name="letter-not-ticked")
        self._ticks: dict[str, tuple[CheckCard, CheckCard | None]] = {}
        self._built = False
        for part in (Text(TITLE, TextRole.SECTION), self._none):
            self.add(part)

    def draw(self, state: LetterState | OtherLetterState) -> None:
        """Show what was chosen."""
        if not self._built and not state.loading:
            self._build(state)
        for tick in state.services:
            included, checked = self._ticks[tick.id]
            included.setChecked(tick.included)
            if checked is not None:
                checked.setChecked(tick.ticked)
                checked.setVisible(tick.included)
        self._not_yet.setVisible(any(t.included and not t.is_ready for t in state.services))

    def _build(self, state: LetterState | OtherLetterState) -> None:
        self._built = True
        self._none.setVisible(not state.services)
        for tick in state.services:
            self._ticks[tick.id] = self._service(tick)
        self.add(self._not_yet)
        self.add(
            FlowRow(
                Button(
                    "Choose services",
                    icon="map-pin",
                    name="letter-choose-services",
                    on_click=self._intents.choose_services,
                )
            )
        )

    def _service(self, tick: ServiceTick) -> tuple[CheckCard, CheckCard | None]:
        hint = tick.refused or (SENSITIVE if tick.sensitive else "")
        included = CheckCard(tick.name, hint=hint, name=f"letter-service-{tick.id}")
        included.clicked.connect(lambda on: self._include(tick, on))
        included.setEnabled(not tick.refused)
        self.add(included)
        if not tick.needs_tick or tick.refused:
            return included, None
        checked = CheckCard(CHECKED, hint=tick.check, name=f"letter-checked-{tick.id}")
        checked.setAccessibleName(f"{CHECKED}: {tick.name}")
        checked.clicked.connect(lambda on: self._tick(tick, on))
        self.add(checked)
        return included, checked

    def _include(self, tick: ServiceTick, on: bool) -> None:  # noqa: FBT001  Qt's own signal
        self._intents.include(tick.id, included=on)
        self.draw(self._intents.state)

    def _tick(self, tick: ServiceTick, on: bool) -> None:  # noqa: FBT001  Qt's own signal
        self._intents.tick(tick.id, ticked=on)
