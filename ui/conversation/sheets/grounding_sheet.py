"""Something calming, offered and never imposed, from every page (TI-11)."""

from ui.conversation.grounding_cards import GroundingCards
from ui.conversation.sheets.conversation_sheet import ConversationSheet
from ui.widgets.button import Button, ButtonKind
from ui.widgets.text import Text
from vrn_desktop.presenters.conversation.conversation_presenter import ConversationPresenter
from vrn_desktop.presenters.conversation.conversation_state import ConversationState

TITLE = "Something calming"
LEAD = "Only if you like. One is enough."
BREAK = "Take a break"


class GroundingSheet(ConversationSheet):
    """Their own calming thing first, then three short exercises."""

    def __init__(self, presenter: ConversationPresenter) -> None:
        super().__init__(TITLE, name="groundingSheet", close_text="Go back")
        self._presenter = presenter
        self._cards = GroundingCards()
        self.add(Text(LEAD))
        self.add(self._cards)
        self.add(
            Button(
                BREAK,
                kind=ButtonKind.SECONDARY,
                icon="circle-pause",
                name="groundingSheet-break",
                on_click=presenter.rest,
            )
        )

    def draw(self, state: ConversationState) -> None:
        """Show the exercises."""
        self._cards.draw(state.texts, state.calming)
