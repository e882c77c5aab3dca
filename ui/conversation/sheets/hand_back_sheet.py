"""The worker takes the laptop back with their passphrase after the young person typed themselves."""

from ui.conversation.sheets.conversation_sheet import ConversationSheet
from ui.widgets.button import Button, ButtonKind
from ui.widgets.flow_row import FlowRow
from ui.widgets.passphrase_field import PassphraseField
from ui.widgets.text import Text, TextRole
from vrn_desktop.presenters.conversation.conversation_presenter import ConversationPresenter
from vrn_desktop.presenters.conversation.conversation_state import ConversationState

TITLE = "Back to your worker"
LEAD = "Only your worker can go on from here."
GO = "Continue"


class HandBackSheet(ConversationSheet):
    """Nothing about anybody stands on it."""

    def __init__(self, presenter: ConversationPresenter) -> None:
        super().__init__(TITLE, name="handBack", close_text="Go back")
        self._presenter = presenter
        self._told = False
        self.add(Text(LEAD))
        self.passphrase = PassphraseField(
            name="handBack-passphrase", accessible_name="Your worker’s passphrase"
        )
        self.passphrase.entered.connect(self.primary)
        self.add(self.passphrase)
        self._problem = Text("", TextRole.META, name="handBack-problem")
        self.add(self._problem)
        self.add(
            FlowRow(Button(GO, kind=ButtonKind.PRIMARY, name="handBack-go", on_click=self.primary))
        )

    def draw(self, state: ConversationState) -> None:
        """Say that it did not match."""
        self._problem.setText(state.problem)
        self._problem.setVisible(bool(state.problem))
        if state.problem and not self._told:
            self.passphrase.clear()
        self._told = bool(state.problem)

    def primary(self) -> None:
        """Try the passphrase."""
        self._told = False
        self._presenter.hand_back(self.passphrase.text())
