"""Nobody is asked twice: what they shared the last time, and whether anything has changed (TI-40)."""

from PySide6.QtWidgets import QWidget

from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card, CardKind
from ui.widgets.flow_row import FlowRow
from ui.widgets.text import Text, TextRole
from vrn_desktop.presenters.conversation.conversation_presenter import ConversationPresenter
from vrn_desktop.presenters.conversation.conversation_state import QuestionView
from vrn_desktop.presenters.wording import full_date

CHANGED = "Has anything changed?"
NO_NEED = "We don’t need to talk about it again. Continue leaves it as it is."
SAME = "Nothing has changed"
DIFFERENT = "Something has changed"


class SharedBeforeCard(Card):
    """Stands where the answers would be; what was said about harm is not shown again (TI-21)."""

    def __init__(self, presenter: ConversationPresenter) -> None:
        super().__init__(kind=CardKind.SOFT, name="sharedBefore")
        self._presenter = presenter
        self._when = Text("", TextRole.STRONG, name="sharedBefore-when")
        self._answer = Text("", TextRole.QUOTE, name="sharedBefore-answer")
        self._ask = Text("", name="sharedBefore-ask")
        self._same = Button(
            SAME,
            kind=ButtonKind.SECONDARY,
            icon="check",
            name="sharedBefore-same",
            on_click=presenter.keep_what_was_shared,
        )
        different = Button(
            DIFFERENT,
            kind=ButtonKind.SECONDARY,
            icon="pen-line",
            name="sharedBefore-different",
            on_click=presenter.ask_again,
        )
        for widget in (self._when, self._answer, self._ask, FlowRow(self._same, different)):
            self.add(widget)

    def draw(self, view: QuestionView) -> None:
        """Show when it was shared, and what unless it was about harm."""
        if view.shared_before is None:
            return
        self._when.setText(f"Already shared on {full_date(view.shared_before)}")
        self._answer.setText(view.shared_before_text)
        self._answer.setVisible(bool(view.shared_before_text))
        self._ask.setText(NO_NEED if view.not_asked_again else CHANGED)

    def first_focus(self) -> QWidget:
        """Return the first button."""
        return self._same
