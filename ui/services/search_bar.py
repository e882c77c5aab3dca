"""The search line of the directory with its folded filters, on the Services page and in a conversation."""

from dataclasses import replace
from typing import Protocol

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.services.filter_row import FilterRow
from ui.theme import theme
from ui.widgets.button import Button
from ui.widgets.flow_row import FlowRow
from ui.widgets.own_words_field import PlainLine
from vrn_desktop.presenters.directory.finding_state import FindingState
from vrn_desktop.presenters.directory.service_filters import ServiceFilters

FILTERS = "Filters"


class Finding(Protocol):
    """What somebody who looks for a service may do, whichever page they are on."""

    def narrow(self, filters: ServiceFilters) -> None:
        """Look for something else."""

    def show_filters(self, *, shown: bool) -> None:
        """Open or close the filters."""


class SearchBar(QWidget):
    """Line, button for the filters, and the filters; further buttons stand beside it."""

    def __init__(
        self,
        finding: Finding,
        kinds: tuple[tuple[str, str], ...],
        *,
        name: str,
        placeholder: str,
        beside: tuple[QWidget, ...] = (),
    ) -> None:
        super().__init__()
        self._finding = finding
        self._state = FindingState()
        self.line = PlainLine(name=f"{name}-search", placeholder=placeholder)
        self.line.setAccessibleName(placeholder)
        self.line.setMinimumWidth(theme.px(300))
        self.line.textEdited.connect(
            lambda words: finding.narrow(replace(self._state.filters, words=words))
        )
        self._filters = Button(FILTERS, icon="filter", name=f"{name}-filters")
        self._filters.setCheckable(True)
        self._filters.clicked.connect(lambda on: finding.show_filters(shown=on))
        self._row = FilterRow(kinds, name=f"{name}-filter", narrowed=finding.narrow)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(FlowRow(self.line, self._filters, *beside))
        column.addWidget(self._row)

    def draw(self, state: FindingState) -> None:
        """Show the search as it stands."""
        self._state = state
        if self.line.text() != state.filters.words:
            self.line.setText(state.filters.words)
        self._filters.setChecked(state.is_filtering)
        narrowed = state.narrowed_by
        self._filters.set_badge(str(narrowed) if narrowed else "")
        many = f", {narrowed} set" if narrowed else ""
        self._filters.setAccessibleName(f"{FILTERS}{many}")
        self._row.setVisible(state.is_filtering)
        if state.is_filtering:
            self._row.draw(state)
