"""Pages without any question: a break, handing the laptop back, and a talk of which nothing is kept."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ui.conversation.grounding_cards import GroundingCards
from ui.conversation.window_page import WindowPage
from ui.widgets.button import Button, ButtonKind
from ui.widgets.flow_row import FlowRow
from ui.widgets.message_banner import BannerTone, MessageBanner
from ui.widgets.text import Text
from vrn_desktop.presenters.conversation.conversation_presenter import ConversationPresenter
from vrn_desktop.presenters.conversation.conversation_state import ConversationState

REST_TITLE = "Let’s take a break"
REST_LEAD = "As long as you like. Nothing is lost."
CARRY_ON = "Carry on"
HELD_TITLE = "Let’s pause here for a moment"
HELD_LEAD = "Thank you. Please turn the laptop back to your worker now."
HELD_BUTTON = "I’m the worker"
NOT_KEPT_TITLE = "That’s OK. We can still talk"
NOT_KEPT_LEAD = "Nothing you say is written down. You can change your mind at any time."
NOT_KEPT_HELP = "You can look for help together. You don’t have to say why."
NOT_KEPT_LIMIT = "One thing stays the same"
NOT_KEPT_LIMIT_WORDS = (
    "If I think you or someone else is not safe, I must get help. I will tell you first if I can."
)
SEE_HELP = "See what help there is"
FINISH = "Finish"


class RestingPage(WindowPage):
    """A break: something calming, and one way back."""

    def __init__(self, presenter: ConversationPresenter) -> None:
        super().__init__(name="resting", title=REST_TITLE, lead=REST_LEAD)
        self._presenter = presenter
        self._cards = GroundingCards()
        self.add(self._cards)
        self._on = Button(
            CARRY_ON,
            kind=ButtonKind.PRIMARY,
            icon="arrow-right",
            name="resting-carryOn",
            on_click=presenter.end_rest,
        )
        self.add(FlowRow(self._on))

    def show_state(self, state: ConversationState) -> None:
        """Show their own calming thing first."""
        self._cards.draw(state.texts, state.calming)

    def go_on(self) -> None:
        """Carry on with the conversation."""
        self._presenter.end_rest()

    def first_focus(self) -> QWidget | None:
        """Return the way back."""
        return self._on


class HeldPage(WindowPage):
    """The next question is held back while the screen is shared; nothing on it alarms (TI-05)."""

    def __init__(self, presenter: ConversationPresenter) -> None:
        super().__init__(name="held", title=HELD_TITLE, lead=HELD_LEAD)
        self._presenter = presenter
        self._back = Button(
            HELD_BUTTON, icon="user", name="held-worker", on_click=presenter.stop_sharing
        )
        self.add(FlowRow(self._back))

    def go_on(self) -> None:
        """Go back to the worker's own view."""
        self._presenter.stop_sharing()

    def first_focus(self) -> QWidget | None:
        """Return the worker's button."""
        return self._back


class NotKeptPage(WindowPage):
    """They did not agree to notes: a kind end, with help still open to them (TI-24)."""

    def __init__(
        self, presenter: ConversationPresenter, see_help: Callable[[], object] | None
    ) -> None:
        super().__init__(name="notKept", title=NOT_KEPT_TITLE, lead=NOT_KEPT_LEAD)
        self._presenter = presenter
        self.add(Text(NOT_KEPT_HELP))
        self._finish = Button(
            FINISH, icon="check", name="notKept-finish", on_click=presenter.end_without_keeping
        )
        row = FlowRow(self._finish)
        self._first: QWidget = self._finish
        if see_help is not None:
            self._first = Button(
                SEE_HELP,
                kind=ButtonKind.PRIMARY,
                icon="signpost",
                name="notKept-seeHelp",
                on_click=see_help,
            )
            row = FlowRow(self._first, self._finish)
        self.add(row)
        self.add(
            MessageBanner(
                NOT_KEPT_LIMIT, NOT_KEPT_LIMIT_WORDS, tone=BannerTone.CALM, name="notKept-limit"
            )
        )

    def go_on(self) -> None:
        """End the talk."""
        self._presenter.end_without_keeping()

    def first_focus(self) -> QWidget | None:
        """Return the way to help, or the end."""
        return self._first
