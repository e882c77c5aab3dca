"""What will be sent next: every table and every heading of the next week, quarter and year, and when."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.widgets.card import Card
from ui.widgets.text import Text, TextRole
from vrn_desktop.presenters.sync.sync_state import PlannedMessage, PlannedTableView

LEAD = (
    "Three kinds of message leave this laptop, always as long and always with the same headings, also when "
    "nobody came. These are the next ones."
)
BY = "By: {headings}"
AND_BY = "and by: {headings}"


class PlannedPart(QWidget):
    """`sync-planned-N` is the N-th message; its tables take Tab."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("sync-planned")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(14)
        self._column.addWidget(Text(LEAD))
        self._drawn: tuple[PlannedMessage, ...] = ()

    def show_planned(self, planned: tuple[PlannedMessage, ...]) -> None:
        """Draw the messages in place of those before."""
        if planned == self._drawn:
            return
        self._drawn = planned
        while (item := self._column.takeAt(1)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for place, message in enumerate(planned):
            self._column.addWidget(_message(message, f"sync-planned-{place}"))


def _message(message: PlannedMessage, name: str) -> Card:
    card = Card(
        Text(message.title, TextRole.SECTION),
        Text(message.days, TextRole.META),
        Text(message.when, name=f"{name}-when"),
        name=name,
    )
    for place, table in enumerate(message.tables):
        card.add(_PlannedBlock(table, name=f"{name}-table-{place}"))
    return card


class _PlannedBlock(QFrame):
    """One table's headings; a stop for the keyboard."""

    def __init__(self, table: PlannedTableView, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 6)
        column.setSpacing(4)
        column.addWidget(Text(table.title, TextRole.STRONG))
        column.addWidget(Text(table.numbers, TextRole.META))
        for place, headings in enumerate(table.lists):
            words = AND_BY if place else BY
            column.addWidget(Text(words.format(headings=headings)))
        self.setAccessibleName(f"{table.title}. {table.numbers}")
        self.setAccessibleDescription(". ".join(table.lists))
