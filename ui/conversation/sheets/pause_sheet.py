"""Pause or stop: a break, later, or for good; none of it needs a reason (TI-20)."""

from ui.conversation.sheets.conversation_sheet import ConversationSheet
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card, Rule
from ui.widgets.choice_card import CheckCard
from ui.widgets.labelled_field import LabelledField
from ui.widgets.own_words_field import PlainLine
from ui.widgets.text import Text, TextRole
from vrn_desktop.presenters.conversation.conversation_presenter import ConversationPresenter

TITLE = "Pause or stop"
LEAD = "Stopping is always fine. What has been said so far is kept."
BREAK = "Take a break"
LATER = "Finish later"
STOP = "Stop for good"
STOP_WORDS = "We still come back to now together, and look at the rest of today."
REASON = "Anything to note about why (you don’t have to)"
THEY_LEFT = "They have left already"
WITHDRAWS = "They no longer agree to us keeping notes"
WITHDRAWS_HINT = "Noted with today’s date. Keeping someone safe stays the one limit."
STOP_NOW = "Stop here"


class PauseSheet(ConversationSheet):
    """Take a break and finish later are one press; stopping for good is one more."""

    def __init__(self, presenter: ConversationPresenter, *, shared: bool) -> None:
        super().__init__(TITLE, name="pause", close_text="Go back")
        self._presenter = presenter
        self.add(Text(LEAD, name="pause-lead"))
        self.add(
            Button(
                BREAK,
                kind=ButtonKind.PRIMARY,
                icon="circle-pause",
                name="pause-break",
                on_click=presenter.rest,
            )
        )
        self.add(Button(LATER, icon="clock", name="pause-later", on_click=presenter.pause))
        self.add(Rule())
        stop = Card(name="pause-stop")
        stop.add(Text(STOP, TextRole.SECTION))
        stop.add(Text(STOP_WORDS))
        self._reason = PlainLine(name="pause-reason")
        self._left = CheckCard(THEY_LEFT, name="pause-left")
        self._withdraws = CheckCard(WITHDRAWS, hint=WITHDRAWS_HINT, name="pause-withdraws")
        if not shared:
            stop.add(LabelledField(REASON, self._reason, name="pause-reasonField"))
            stop.add(self._left)
            stop.add(self._withdraws)
        stop.add(Button(STOP_NOW, icon="hand", name="pause-stopNow", on_click=self._stop))
        self.add(stop)

    def primary(self) -> None:
        """Take a break."""
        self._presenter.rest()

    def _stop(self) -> None:
        self._presenter.stop(
            self._reason.text().strip(),
            they_have_left=self._left.isChecked(),
            withdraws=self._withdraws.isChecked(),
        )
