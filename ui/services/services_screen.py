"""Services and help lines: found as somebody types, and the list of what is to be checked."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.screen import Screen
from ui.services.found_list import FoundList
from ui.services.not_seen_card import NotSeenCard
from ui.services.nothing_found import NothingFound
from ui.services.search_bar import SearchBar
from ui.widgets.announcement import announce
from ui.widgets.button import Button
from ui.widgets.flow_row import FlowRow
from ui.widgets.loading_state import LoadingState
from ui.widgets.text import Text, TextRole
from vrn_desktop.presenters.services_presenter import ServicesPresenter, ServicesState

SEARCH = "Search by name, kind of help or words"
TO_CHECK, WRITE, SOURCES, MORE = (
    "To be checked",
    "Write an entry",
    "Bring services in",
    "Show more",
)
COUNTED_FROM = "Distances count from {place}."
CHECK_LEAD = (
    "Look these up, then say on each page “I checked this today”. Overdue ones and those that nobody "
    "has checked yet are here: our own entries and the list that came with the program. Services of a feed "
    "are looked after by its publisher; check a number when you give it."
)


class ServicesScreen(Screen[ServicesState]):
    """Draws the search with what it found."""

    def __init__(self, presenter: ServicesPresenter) -> None:
        super().__init__(name="services", title="Services and help lines")
        self._intents = presenter
        self._checking = Button(TO_CHECK, icon="list-checks", name="services-checking")
        self._checking.setCheckable(True)
        self._checking.clicked.connect(lambda on: presenter.show_checking(on=on))
        write = Button(WRITE, icon="plus", name="services-write", on_click=presenter.write_entry)
        sources = Button(
            SOURCES, icon="download", name="services-sources", on_click=presenter.to_sources
        )
        self._bar = SearchBar(
            presenter,
            presenter.state.kinds,
            name="services",
            placeholder=SEARCH,
            beside=(self._checking, write, sources),
        )
        self._problem = Text("", TextRole.ERROR, name="services-problem")
        self._status = Text("", TextRole.META, name="services-footer")
        self._loading = LoadingState("Looking…", name="services-loading")
        self._nothing = NothingFound(
            name="services-empty", relax=presenter.relax, clear=presenter.clear
        )
        self._list = FoundList(name="services-found", on_open=presenter.open)
        self._more = Button(MORE, icon="chevron-down", name="services-more")
        self._more.clicked.connect(lambda _on: presenter.show_more())
        self._more_row = FlowRow(self._more)
        self._not_seen = NotSeenCard(
            name="services-missing",
            why_not=presenter.why_not,
            show_it=presenter.show_missed,
            open_it=presenter.open,
        )
        self.add(self._bar)
        self.add(self._problem)
        self.add(self._status)
        self.add(self._loading)
        self._search = QWidget()
        found = QVBoxLayout(self._search)
        found.setContentsMargins(0, 0, 0, 0)
        found.setSpacing(12)
        found.addWidget(self._nothing)
        found.addWidget(self._list)
        found.addWidget(self._more_row)
        found.addWidget(self._not_seen)
        self._check_lead = Text(CHECK_LEAD, TextRole.LEAD, name="services-check-lead")
        self._due = FoundList(name="services-due", on_open=presenter.open)
        self.add(self._search)
        self.add(self._check_lead)
        self.add(self._due)
        self.body.addStretch(1)
        self._was_looking = False
        self._loading.stop()
        self.attach(presenter)

    def first_focus(self) -> QWidget:
        """Looking for a service."""
        return self._bar.line

    def draw(self, state: ServicesState) -> None:
        """Fill the page."""
        finding = state.finding
        self._bar.draw(finding)
        self._checking.setChecked(state.is_checking)
        self._search.setVisible(not state.is_checking)
        self._check_lead.setVisible(state.is_checking)
        self._due.setVisible(state.is_checking)
        self._problem.setText(finding.problem)
        self._problem.setVisible(bool(finding.problem))
        self._draw_status(state)
        self._nothing.draw(finding)
        self._list.draw(finding.cards)
        self._more_row.setVisible(finding.has_more)
        self._not_seen.draw(finding)
        self._due.draw(state.due)

    def _draw_status(self, state: ServicesState) -> None:
        finding = state.finding
        if finding.looking != self._was_looking:
            self._was_looking = finding.looking
            if finding.looking:
                self._loading.start()
            else:
                self._loading.stop()
        if state.is_checking:
            self._status.setText(state.due_words)
            return
        from_where = COUNTED_FROM.format(place=finding.from_where) if finding.from_where else ""
        self._status.setText(" ".join(filter(None, (finding.footer, from_where, state.draft))))
        if finding.empty and not finding.looking:
            announce(self, finding.empty)
