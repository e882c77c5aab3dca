"""What left this computer: one row a message, for ever, with a filter by kind."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import theme
from ui.widgets.choice_chips import ChoiceChips
from ui.widgets.empty_state import EmptyState
from ui.widgets.pill import PillTone
from ui.widgets.row_table import RowTable
from ui.widgets.row_table_model import Column
from ui.widgets.text import Text, TextRole
from vrn_desktop.presenters.sync.sync_presenter import SyncPresenter
from vrn_desktop.presenters.sync.sync_state import LedgerFilter, LedgerRow, RowTone

LEAD = "Every message of this laptop, for ever. Press Enter on a row, or double-click it, to read its numbers."
NAME = "What left this computer"
NOTHING = "Nothing has left this computer."
NOTHING_TEXT = "The first numbers stand here once a week has closed."
NONE_OF_KIND = "No message of this kind yet."
WHICH = "Which messages"
FILTERS = (
    (LedgerFilter.ALL, "All"),
    (LedgerFilter.WEEKS, "Weeks"),
    (LedgerFilter.QUARTERS, "Quarters"),
    (LedgerFilter.YEARS, "Years"),
)
TONES = {
    RowTone.CALM: PillTone.INFO,
    RowTone.QUIET: PillTone.NEUTRAL,
    RowTone.LOOK: PillTone.NOTICE,
}
LEAST_TABLE = 300
"""Logical pixels at usual text size."""


class LedgerPart(QWidget):
    """Enter on a row, or a double click, opens the message."""

    def __init__(self, presenter: SyncPresenter) -> None:
        super().__init__()
        self.setObjectName("sync-ledger")
        self._chips = ChoiceChips(FILTERS, name="sync-filter")
        self._chips.setAccessibleName(WHICH)
        self._chips.chosen.connect(lambda code: presenter.filter_ledger(LedgerFilter(code)))
        self.table: RowTable[LedgerRow] = RowTable(
            [
                Column(title="Period", text=lambda row: row.period, strong=True, width=3),
                Column(title="State", text=lambda row: row.state, tone=lambda row: TONES[row.tone]),
                Column(title="Drawn", text=lambda row: row.drawn),
                Column(title="Left", text=lambda row: row.left, width=3),
                Column(title="Receipt", text=lambda row: row.receipt),
            ],
            accessible_name=NAME,
            name="sync-ledger-table",
        )
        self.table.opened.connect(lambda row: presenter.open_message(row.number))
        self._none = Text(NONE_OF_KIND, TextRole.META, name="sync-none-of-kind")
        self._empty = EmptyState(NOTHING, NOTHING_TEXT, icon="mail", name="sync-ledger-empty")
        self._lead = Text(LEAD)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        for part in (self._lead, self._chips, self._none, self._empty, self.table):
            column.addWidget(part)

    def show_rows(
        self, rows: tuple[LedgerRow, ...], *, shown: LedgerFilter, is_empty: bool
    ) -> None:
        """Fill the table, or say why there is none."""
        self._empty.setVisible(is_empty)
        self._lead.setVisible(not is_empty)
        self._chips.setVisible(not is_empty)
        self._none.setVisible(not is_empty and not rows)
        self.table.setVisible(bool(rows))
        self._chips.set_chosen(shown)
        self.table.setMinimumHeight(theme.px(LEAST_TABLE))
        if self.table.rows != rows:
            self.table.show_rows(rows)
