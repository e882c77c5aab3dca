"""Is it helping? How it is safe to ask, a few short questions a service, own goals; everything can be skipped."""

from PySide6.QtWidgets import QWidget

from ui.loop.asked_service_card import AskedServiceCard
from ui.loop.goals_card import GoalsCard
from ui.loop.rows_in_column import RowsInColumn
from ui.screen import Screen
from ui.widgets.button import Button, ButtonKind
from ui.widgets.button_keys import press_by_primary_keys
from ui.widgets.card import Card, CardKind
from ui.widgets.flow_row import FlowRow
from ui.widgets.loading_state import LoadingState
from ui.widgets.message_banner import BannerTone, MessageBanner
from ui.widgets.sticky_strip import StickyFooter
from ui.widgets.text import Text, TextRole
from ui.widgets.two_columns import TwoColumns
from vrn_desktop.presenters.loop.check_in_presenter import CheckInPresenter
from vrn_desktop.presenters.loop.check_in_state import (
    EVERY_ANSWER_CAN_WAIT,
    NOTHING_TO_ASK,
    CheckInState,
)
from vrn_desktop.presenters.loop.goals_presenter import GoalsPresenter

ASK_FIRST = "Ask about safe contact first"


class CheckInScreen(Screen[CheckInState]):
    """Draws the page; `goals` are those of the same young person."""

    def __init__(self, presenter: CheckInPresenter, goals: GoalsPresenter | None) -> None:
        super().__init__(name="check-in", title="Is it helping?")
        self._intents = presenter
        self._cards: list[AskedServiceCard] = []
        self._goals = None if goals is None else GoalsCard(goals)
        self._who = Text("", TextRole.LEAD, name="check-in-who")
        self._due = Text("", TextRole.META, name="check-in-due")
        self._problem = MessageBanner("", tone=BannerTone.PROBLEM, name="check-in-problem")
        self._loading = LoadingState(name="check-in-loading")
        self._nothing = Text(NOTHING_TO_ASK, TextRole.LEAD, name="check-in-nothing")
        self._services = RowsInColumn(name="check-in-services", spacing=14)
        self._names = Button("", name="check-in-names", on_click=presenter.switch_names)
        person = Button(
            "Their page", icon="user", name="check-in-person", on_click=presenter.to_person
        )
        columns = TwoColumns(side_share=38, name="check-in-columns")
        for card in (self._nothing, self._services):
            columns.main.addWidget(card)
        columns.side.addWidget(self._contact_card())
        if self._goals is not None:
            columns.side.addWidget(self._goals)
        for part in (
            self._who,
            self._due,
            FlowRow(person, self._names),
            self._problem,
            Text(EVERY_ANSWER_CAN_WAIT, TextRole.META),
            self._loading,
            columns,
        ):
            self.add(part)
        self.body.addStretch(1)
        self.set_footer(self._footer())
        self.attach(presenter)

    def first_focus(self) -> QWidget:
        """How it is safe to be in touch comes before any question."""
        return self._ask

    def leave(self) -> None:
        """Let go of both presenters."""
        super().leave()
        if self._goals is not None:
            self._goals.leave()

    def draw(self, state: CheckInState) -> None:
        """Fill the page."""
        self._who.setText(state.who)
        self._due.setText(state.due)
        self._names.setText("Hide name" if state.names_shown else "Show name")
        self._names.set_icon("eye-off" if state.names_shown else "eye")
        self._problem.set_message(state.problem)
        self._problem.setVisible(bool(state.problem))
        if state.loading:
            self._loading.start()
        else:
            self._loading.stop()
        self._contact.setText("\n".join(state.contact))
        self._ask.setText(ASK_FIRST if state.ask_again else "Ask about safe contact")
        self._nothing.setVisible(not (state.services or state.loading))
        if len(self._cards) != len(state.services):
            self._cards = [
                AskedServiceCard(asked, self._intents, place=place)
                for place, asked in enumerate(state.services)
            ]
            self._services.replace(self._cards)
        for card, asked in zip(self._cards, state.services, strict=True):
            card.draw(asked)

    def _contact_card(self) -> Card:
        self._contact = Text("", name="check-in-contact")
        self._ask = Button(
            "",
            icon="shield-check",
            name="check-in-safe-contact",
            on_click=self._intents.ask_safe_contact,
        )
        return Card(
            Text("Being in touch", TextRole.SECTION),
            self._contact,
            FlowRow(self._ask),
            kind=CardKind.SOFT,
            name="check-in-contact-card",
        )

    def _footer(self) -> StickyFooter:
        keep = Button(
            "Keep what they said",
            kind=ButtonKind.PRIMARY,
            icon="check",
            name="check-in-keep",
            on_click=self._intents.keep,
        )
        press_by_primary_keys(keep)
        back = Button("Back", icon="arrow-left", name="check-in-back", on_click=self._intents.later)
        skip = Button("Skip it", name="check-in-skip", on_click=self._intents.skip)
        missed = Button(
            "Could not reach", name="check-in-missed", on_click=self._intents.could_not_reach
        )
        return StickyFooter(start=(back,), end=(missed, skip, keep), name="check-in-footer")
