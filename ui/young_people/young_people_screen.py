"""The list of young people: search as you type, mine or the team's, a table that opens with Enter."""

from PySide6.QtWidgets import QWidget

from ui.screen import Screen
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.choice_chips import ChoiceChips
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow_row import FlowRow
from ui.widgets.loading_state import LoadingState
from ui.widgets.own_words_field import PlainLine
from ui.widgets.pill import PillTone
from ui.widgets.row_table import RowTable
from ui.widgets.row_table_model import Column
from ui.widgets.text import Text, TextRole
from vrn_desktop.presenters.young_people_presenter import (
    PersonLine,
    Whose,
    YoungPeoplePresenter,
    YoungPeopleState,
)

_TONES = {1: PillTone.LEVEL_1, 2: PillTone.LEVEL_2, 3: PillTone.LEVEL_3}
_WHOSE = {Whose.MINE: "My own", Whose.TEAM: "Team", Whose.ARCHIVED: "Archived"}


class YoungPeopleScreen(Screen[YoungPeopleState]):
    """Draws the list."""

    def __init__(self, presenter: YoungPeoplePresenter) -> None:
        super().__init__(name="young-people", title="Young people", scrolls=False)
        self._intents = presenter
        self._search = PlainLine(
            name="people-search", placeholder="Search by initials or reference"
        )
        self._search.setAccessibleName("Search young people")
        self._search.setMinimumWidth(300)
        self._search.textChanged.connect(presenter.search)
        self._whose = ChoiceChips(
            [(whose.value, words) for whose, words in _WHOSE.items()], name="people-whose"
        )
        self._whose.chosen.connect(lambda code: presenter.show_whose(Whose(code)))
        self.add(
            FlowRow(
                self._search,
                self._whose,
                Button(
                    "Start a conversation",
                    kind=ButtonKind.PRIMARY,
                    icon="plus",
                    name="people-start",
                    on_click=presenter.start_conversation,
                ),
            )
        )
        self._loading = LoadingState(name="people-loading")
        self._empty = EmptyState("", icon="users", name="people-empty")
        self._problem = Text("", TextRole.ERROR, name="people-problem")
        self._table: RowTable[PersonLine] = RowTable(
            [
                Column(title="Name", text=lambda line: line.name, strong=True),
                Column(title="Reference", text=lambda line: line.reference),
                Column(
                    title="Level",
                    text=lambda line: line.level,
                    tone=lambda line: (
                        _TONES.get(line.step or 0, PillTone.NEUTRAL) if line.level else None
                    ),
                ),
                Column(title="Last seen", text=lambda line: line.last_seen),
                Column(title="Next check-in", text=lambda line: line.next_due),
            ],
            accessible_name="Young people",
            name="people-table",
        )
        self._table.opened.connect(lambda line: presenter.open(line.id))
        self._card = Card(self._table, name="people-card")
        for part in (self._problem, self._loading, self._empty):
            self.add(part)
        self.body.addWidget(self._card, 1)
        self.attach(presenter)

    def first_focus(self) -> QWidget:
        """Finding somebody comes first."""
        return self._search

    def draw(self, state: YoungPeopleState) -> None:
        """Fill the table."""
        self._whose.set_chosen(state.whose.value)
        self._problem.setText(state.problem)
        self._problem.setVisible(bool(state.problem))
        if state.loading:
            self._loading.start()
        else:
            self._loading.stop()
        self._empty.set_title(state.empty)
        self._empty.setVisible(bool(state.empty) and not state.loading)
        self._card.setVisible(bool(state.lines))
        self._table.show_rows(state.lines)
