"""Safety flags of section R: for the worker only, at any time, without any question (TI-04)."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.conversation.sheets.conversation_sheet import ConversationSheet
from ui.widgets.button import Button
from ui.widgets.card import Rule
from ui.widgets.flow_row import FlowRow
from ui.widgets.text import Text, TextRole
from vrn_desktop.domain.identifiers import AnswerCode
from vrn_desktop.presenters.conversation.conversation_presenter import ConversationPresenter
from vrn_desktop.presenters.conversation.conversation_state import ConversationState, FlagView

TITLE = "Safety flags"
LEAD = "Only you see this. Never read it out. If you are unsure, say so: unsure counts."


class FlagsSheet(ConversationSheet):
    """Each flag with its three answers beside each other; nothing else has to be filled."""

    def __init__(self, presenter: ConversationPresenter, flags: tuple[FlagView, ...]) -> None:
        super().__init__(TITLE, name="flags")
        self._presenter = presenter
        self._buttons: dict[tuple[str, str], Button] = {}
        self.add(Text(LEAD, name="flags-lead"))
        for flag in flags:
            self.add(Rule())
            self.add(self._row(flag))

    def draw(self, state: ConversationState) -> None:
        """Show what is marked."""
        for flag in state.flags:
            for option in flag.options:
                self._buttons[flag.item, option.code].setChecked(option.chosen)

    def _row(self, flag: FlagView) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(Text(flag.label, TextRole.STRONG))
        column.addWidget(Text(flag.guidance, TextRole.META))
        column.addWidget(
            FlowRow(
                *(self._button(flag, option.code, option.text) for option in flag.options),
                spacing=8,
            )
        )
        return row

    def _button(self, flag: FlagView, code: AnswerCode, text: str) -> Button:
        button = Button(
            text,
            name=f"flag-{flag.item}-{code}",
            on_click=lambda: self._presenter.mark_flag(flag.item, code),
        )
        button.setCheckable(True)
        button.setAccessibleName(f"{flag.label}: {text}")
        self._buttons[flag.item, code] = button
        return button
