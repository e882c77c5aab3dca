"""The calm panel: what to do now, in steps, without alarm (TI-05, TI-07, TI-18)."""

from PySide6.QtWidgets import QWidget

from ui.conversation.sheets.conversation_sheet import ConversationSheet
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card, CardKind
from ui.widgets.flow_row import FlowRow
from ui.widgets.message_banner import BannerTone, MessageBanner
from ui.widgets.text import Text, TextRole
from vrn_desktop.presenters.conversation.conversation_presenter import ConversationPresenter
from vrn_desktop.presenters.conversation.conversation_state import EscalationView, Sheet
from vrn_desktop.presenters.get_help_state import EMERGENCY

TITLE = "Take a moment. Here is what to do"
CALL = "Call {number} now"
DO_NOW = "What to do now"
WHY = "Why this came up"
BEFORE_LEAVING = "Before they leave"
BEFORE_LEAVING_WORDS = "Speak to the safeguarding lead before they leave."
TELL_FIRST = "Tell them first"
STAYS = "This stays on your list until you have written down what was done."
WRITE_DOWN = "Write down what was done"
LATER = "I’ve read this, go on"


class EscalationSheet(ConversationSheet):
    """Blue and teal, never red; nothing flashes and nothing sounds."""

    def __init__(self, presenter: ConversationPresenter, view: EscalationView) -> None:
        super().__init__(TITLE, name="escalation")
        self._presenter = presenter
        if view.at_once:
            self.add(self._emergency())
        steps = Card(kind=CardKind.SOFT, name="escalation-steps", spacing=8)
        steps.add(Text(DO_NOW, TextRole.SECTION))
        for place, words in enumerate(view.do_now):
            steps.add(Text(words, name=f"escalation-do-{place}"))
        self.add(steps)
        if view.before_leaving:
            self.add(
                MessageBanner(
                    BEFORE_LEAVING,
                    BEFORE_LEAVING_WORDS,
                    tone=BannerTone.CALM,
                    icon="door-open",
                    name="escalation-beforeLeaving",
                )
            )
        self.add(
            MessageBanner(
                TELL_FIRST, view.tell_first, icon="message-circle", name="escalation-tellFirst"
            )
        )
        self.add(self._buttons(view))
        self.add(Text(STAYS, TextRole.META))
        self.add(Text(WHY, TextRole.SECTION))
        for one in view.standing:
            self.add(Text(one.text))

    def _emergency(self) -> QWidget:
        card = Card(kind=CardKind.SOFT, name="escalation-999")
        card.add(Text(CALL.format(number=EMERGENCY.number), TextRole.FIGURE))
        card.add(Text(EMERGENCY.note))
        return card

    def _buttons(self, view: EscalationView) -> QWidget:
        go_on = Button(
            LATER,
            kind=ButtonKind.PRIMARY,
            icon="arrow-right",
            name="escalation-goOn",
            on_click=self.close_sheet,
        )
        if all(one.id is None for one in view.standing):
            return FlowRow(go_on)
        write = Button(
            WRITE_DOWN,
            icon="notebook-pen",
            name="escalation-write",
            on_click=lambda: self._presenter.open_sheet(Sheet.ACTION_RECORD),
        )
        return FlowRow(go_on, write)
