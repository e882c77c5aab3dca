"""They are telling me: the form stands still, the worker listens and writes their words (TI-10)."""

from ui.conversation.sheets.conversation_sheet import ConversationSheet
from ui.conversation.typed_words import TypedWords
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card, CardKind
from ui.widgets.flow_row import FlowRow
from ui.widgets.own_words_field import OwnWordsField
from ui.widgets.text import Text, TextRole
from vrn_desktop.presenters.conversation.conversation_presenter import (
    TOLD_WORDS,
    ConversationPresenter,
)
from vrn_desktop.presenters.conversation.conversation_state import ConversationState, Sheet

TITLE = "They are telling me"
LABEL = "Their words"
FLAG = "Mark a safety flag"
LONGEST = 10_000
DONE = "Go on when they are ready"


class TellingSheet(ConversationSheet):
    """What to do in five short lines, and room for their own words."""

    def __init__(self, presenter: ConversationPresenter, state: ConversationState) -> None:
        super().__init__(TITLE, name="telling", close_text="Close")
        self._presenter = presenter
        prompts = Card(kind=CardKind.SOFT, name="telling-prompts", spacing=4)
        for line in state.texts.telling_me:
            prompts.add(Text(line, TextRole.SECTION))
        self.add(prompts)
        words = state.screening.own_words.get(TOLD_WORDS, "")
        self.words = OwnWordsField(
            label=LABEL,
            hint=state.texts.notes_label,
            words=words,
            name="telling-words",
            lines=5,
            longest=LONGEST,
        )
        self.typed = TypedWords(self.words, presenter.write_told)
        self.add(self.words)
        self.add(
            FlowRow(
                Button(
                    DONE,
                    kind=ButtonKind.PRIMARY,
                    icon="check",
                    name="telling-done",
                    on_click=self.close_sheet,
                ),
                Button(
                    FLAG,
                    icon="flag",
                    name="telling-flag",
                    on_click=lambda: presenter.open_sheet(Sheet.FLAGS),
                ),
            )
        )

    def leave(self) -> None:
        """Keep what was typed."""
        self.typed.flush()
