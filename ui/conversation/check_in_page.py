"""After every part: how are you doing, and what would you like to do?"""

from PySide6.QtWidgets import QWidget

from ui.conversation.window_page import WindowPage
from ui.theme import theme
from ui.widgets.button import Button, ButtonKind
from ui.widgets.flow_row import FlowRow
from ui.widgets.message_banner import BannerTone, MessageBanner
from vrn_desktop.presenters.conversation.conversation_presenter import ConversationPresenter
from vrn_desktop.presenters.conversation.conversation_state import ConversationState, Sheet

TITLE = "How are you doing?"
LEAD = "Whatever you choose is fine."
KEEP_GOING = "Keep going"
BREAK = "Take a break"
CHANGE = "Talk about something else"
STOP = "Stop here"
NOT_OK = "I’m not OK"
AFTER_HEAVY = "That was a lot. Well done for getting here."
AFTER_HEAVY_WORDS = "Would you like to do something calming first?"
CALMING = "Something calming"
WIDEST = 480


class CheckInPage(WindowPage):
    """Five ways on, each one press; after the heavy part something calming is offered (TI-11)."""

    def __init__(self, presenter: ConversationPresenter) -> None:
        super().__init__(name="checkIn", title=TITLE, lead=LEAD)
        self._presenter = presenter
        self._offer = MessageBanner(
            AFTER_HEAVY, AFTER_HEAVY_WORDS, tone=BannerTone.CALM, icon="leaf", name="checkIn-offer"
        )
        calming = Button(
            CALMING,
            kind=ButtonKind.SECONDARY,
            icon="leaf",
            name="checkIn-calming",
            on_click=lambda: presenter.open_sheet(Sheet.GROUNDING),
        )
        self._offer.add(FlowRow(calming))
        self.add(self._offer)
        self._keep_going = Button(
            KEEP_GOING, icon="arrow-right", name="checkIn-keepGoing", on_click=presenter.go_on
        )
        for button in (
            self._keep_going,
            Button(BREAK, icon="circle-pause", name="checkIn-break", on_click=presenter.rest),
            Button(
                CHANGE,
                icon="message-circle",
                name="checkIn-change",
                on_click=lambda: presenter.open_sheet(Sheet.CHANGE_SUBJECT),
            ),
            Button(
                STOP,
                icon="hand",
                name="checkIn-stop",
                on_click=lambda: presenter.open_sheet(Sheet.PAUSE_OR_STOP),
            ),
            Button(
                NOT_OK,
                icon="hand-heart",
                name="checkIn-notOk",
                on_click=lambda: presenter.open_sheet(Sheet.GROUNDING),
            ),
        ):
            button.setMaximumWidth(theme.px(WIDEST))
            self.add(button)

    def show_state(self, state: ConversationState) -> None:
        """Show the offer after a heavy part."""
        self._offer.setVisible(state.offers_grounding)

    def go_on(self) -> None:
        """Keep going."""
        self._presenter.go_on()

    def first_focus(self) -> QWidget | None:
        """Return the first way on."""
        return self._keep_going
