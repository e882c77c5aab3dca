"""The list of young people: search as you type, mine or the team's, a table that opens with Enter."""

from PySide6.QtWidgets import QWidget

from ui.screen import Screen
from ui.theme import theme
from ui.widgets.button import Button, ButtonKind
from ui.widgets.button_keys import press_by_primary_keys
from ui.widgets.card import Card
from ui.widgets.choice_chips import ChoiceChips
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow_row import FlowRow
from ui.widgets.loading_state import LoadingState
from ui.widgets.own_words_field import PlainLine
from ui.widgets.page_head import PageHead
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


LEAST_TABLE = 200
"""Logical pixels at usual text size; in a lower window the page scrolls."""

SHOW_NAMES, HIDE_NAMES = "Show names", "Hide names"


class YoungPeopleScreen(Screen[YoungPeopleState]):
    """Draws the list."""

    def __init__(self, presenter: YoungPeoplePresenter) -> None:
        super().__init__(name="young-people", title="Young people")
        self._intents = presenter
        self._search = PlainLine(
            name="people-search", placeholder="Search by initials or reference"
        )
        self._search.setAccessibleName("Search young people")
        self._search.setMinimumWidth(theme.px(260))
        self._search.textChanged.connect(presenter.search)
        self._search.returnPressed.connect(presenter.open_only_match)
        self._whose = ChoiceChips(
            [(whose.value, words) for whose, words in _WHOSE.items()], name="people-whose"
        )
        self._whose.setAccessibleName("Whose")
        self._whose.chosen.connect(lambda code: presenter.show_whose(Whose(code)))
        self._names = Button(
            SHOW_NAMES, icon="eye", name="people-names", on_click=presenter.switch_names
        )
        start = Button(
            "Start a conversation",
            kind=ButtonKind.PRIMARY,
            icon="plus",
            name="people-start",
            on_click=presenter.start_conversation,
        )
        press_by_primary_keys(start)
        self.add(PageHead(self.heading, start))
        self.add(FlowRow(self._search, self._whose, self._names))
        self._loading = LoadingState(name="people-loading")
        self._empty = EmptyState("", icon="users", name="people-empty")
        self._problem = Text("", TextRole.ERROR, name="people-problem")
        self._table: RowTable[PersonLine] = RowTable(
            [
                Column(title="Young person", text=lambda line: line.name, strong=True),
                Column(title="Reference", text=lambda line: line.reference),
                Column(
                    title="Support level",
                    width=3,
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
        self._footer = Text("", TextRole.META, name="people-footer")
        for part in (self._problem, self._loading):
            self.add(part)
        self.body.addWidget(self._empty, 1)
        self.body.addWidget(self._card, 1)
        self.add(self._footer)
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
        self._empty.set_title(state.empty, state.empty_help)
        self._names.setText(HIDE_NAMES if state.names_shown else SHOW_NAMES)
        self._names.set_icon("eye-off" if state.names_shown else "eye")
        self._footer.setText(state.footer)
        self._footer.setVisible(bool(state.lines))
        self._empty.setVisible(bool(state.empty) and not state.loading)
        self._card.setVisible(bool(state.lines))
        self._table.setMinimumHeight(theme.px(LEAST_TABLE))
        self._table.show_rows(state.lines)
