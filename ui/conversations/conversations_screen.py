"""The lists of conversations: unfinished, waiting, finished; each row opens with one verb."""

from PySide6.QtWidgets import QWidget

from ui.screen import Screen
from ui.tokens import Colour
from ui.widgets.button import Button, ButtonKind
from ui.widgets.button_keys import press_by_primary_keys
from ui.widgets.card import Card
from ui.widgets.choice_chips import ChoiceChips
from ui.widgets.empty_state import EmptyState
from ui.widgets.loading_state import LoadingState
from ui.widgets.page_head import PageHead
from ui.widgets.reason_list import Reason, ReasonList
from ui.widgets.text import Text, TextRole
from vrn_desktop.presenters.conversations_presenter import (
    ConversationLine,
    ConversationsPresenter,
    ConversationsState,
    Shelf,
)

_SHELVES = {
    Shelf.UNFINISHED: "Unfinished",
    Shelf.WAITING: "Waiting for someone",
    Shelf.FINISHED: "Finished",
}


class ConversationsScreen(Screen[ConversationsState]):
    """Draws the lists."""

    def __init__(self, presenter: ConversationsPresenter) -> None:
        super().__init__(name="conversations", title="Conversations")
        self._intents = presenter
        self._shelves = ChoiceChips(
            [(shelf.value, words) for shelf, words in _SHELVES.items()], name="conversations-shelf"
        )
        self._shelves.setAccessibleName("Which conversations")
        self._shelves.chosen.connect(lambda code: presenter.show_shelf(Shelf(code)))
        self.start = Button(
            "Start a conversation",
            kind=ButtonKind.PRIMARY,
            icon="plus",
            name="conversations-start",
            on_click=presenter.start_conversation,
        )
        press_by_primary_keys(self.start)
        self.add(PageHead(self.heading, self.start))
        self.add(self._shelves)
        self._problem = Text("", TextRole.ERROR, name="conversations-problem")
        self._loading = LoadingState(name="conversations-loading")
        self._empty = EmptyState("", icon="message-circle", name="conversations-empty")
        self._shown: tuple[ConversationLine, ...] | None = None
        self._rows = ReasonList(kind=ButtonKind.SECONDARY, ruled=True, name="conversations-rows")
        self._card = Card(self._rows, name="conversations-card")
        for part in (self._problem, self._loading, self._empty, self._card):
            self.add(part)
        self.body.addStretch(1)
        self.attach(presenter)

    def first_focus(self) -> QWidget:
        """Starting is always one key away."""
        return self.start

    def draw(self, state: ConversationsState) -> None:
        """Fill the list."""
        self._problem.setText(state.problem)
        self._problem.setVisible(bool(state.problem))
        if state.loading:
            self._loading.start()
        else:
            self._loading.stop()
        self._shelves.set_chosen(state.shelf.value)
        for shelf, number in state.counts:
            self._shelves.set_words(shelf.value, f"{_SHELVES[shelf]} ({number})")
        self._empty.set_title(state.empty)
        self._empty.setVisible(bool(state.empty) and not state.loading)
        self._card.setVisible(bool(state.lines))
        if state.lines != self._shown:
            self._shown = state.lines
            self._rows.show_reasons([self._row(line) for line in state.lines])

    def _row(self, line: ConversationLine) -> Reason:
        return Reason(
            text=line.name,
            meaning=f"{line.stands} · begun {line.begun} · held by {line.held_by}",
            icon="message-circle",
            colour=Colour.PRIMARY,
            action=line.verb,
            on_action=lambda: self._intents.open(line),
        )
