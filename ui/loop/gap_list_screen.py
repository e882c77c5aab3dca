"""For the supervisor: which help was missing, why and how often; small counts are not shown."""

from ui.screen import Screen
from ui.theme import theme
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow_row import FlowRow
from ui.widgets.loading_state import LoadingState
from ui.widgets.message_banner import BannerTone, MessageBanner
from ui.widgets.row_table import RowTable
from ui.widgets.row_table_model import Column
from ui.widgets.text import Text, TextRole
from vrn_desktop.presenters.loop.gap_list_presenter import (
    NOTHING,
    NOTHING_HELP,
    GapListPresenter,
    GapListState,
    GapRow,
)

ABOUT = "Counted by conversation, without names. Small counts are hidden."
LEAST_TABLE = 240


class GapListScreen(Screen[GapListState]):
    """Draws the counts."""

    def __init__(self, presenter: GapListPresenter) -> None:
        super().__init__(name="gap-list", title="What was missing")
        back = Button(
            "Back",
            kind=ButtonKind.LINK,
            icon="arrow-left",
            name="gap-list-back",
            on_click=presenter.back,
        )
        self.body.insertWidget(0, FlowRow(back))
        self._problem = MessageBanner("", tone=BannerTone.PROBLEM, name="gap-list-problem")
        self._loading = LoadingState(name="gap-list-loading")
        self._empty = EmptyState(NOTHING, NOTHING_HELP, icon="sprout", name="gap-list-empty")
        self._table: RowTable[GapRow] = RowTable(
            [
                Column(title="Kind of help", text=lambda row: row.category, strong=True, width=3),
                Column(title="Why", text=lambda row: row.reason, width=3),
                Column(title="Conversations", text=lambda row: row.count),
            ],
            accessible_name="What was missing",
            name="gap-list-table",
        )
        self._card = Card(self._table, name="gap-list-card")
        for part in (Text(ABOUT, TextRole.LEAD), self._problem, self._loading, self._empty):
            self.add(part)
        self.body.addWidget(self._card, 1)
        self.attach(presenter)

    def draw(self, state: GapListState) -> None:
        """Fill the table."""
        self._problem.set_message(state.problem)
        self._problem.setVisible(bool(state.problem))
        if state.loading:
            self._loading.start()
        else:
            self._loading.stop()
        self._empty.setVisible(not (state.rows or state.loading or state.problem))
        self._card.setVisible(bool(state.rows))
        self._table.setMinimumHeight(theme.px(LEAST_TABLE))
        self._table.show_rows(state.rows)
