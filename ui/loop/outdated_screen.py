"""Who holds a contact that is no longer right: tell them by a safe way, and note it."""

from ui.screen import Screen
from ui.tokens import Colour
from ui.widgets.announcement import announce
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow_row import FlowRow
from ui.widgets.loading_state import LoadingState
from ui.widgets.message_banner import BannerTone, MessageBanner
from ui.widgets.reason_list import Reason, ReasonList
from ui.widgets.text import Text, TextRole
from vrn_desktop.presenters.loop.outdated_presenter import (
    NOTHING,
    NOTHING_HELP,
    OutdatedLine,
    OutdatedPresenter,
    OutdatedState,
)

ABOUT = "These young people hold a number or a service that is no longer right."


class OutdatedScreen(Screen[OutdatedState]):
    """Draws the list."""

    def __init__(self, presenter: OutdatedPresenter) -> None:
        super().__init__(name="outdated", title="Contacts that have changed")
        self._intents = presenter
        back = Button(
            "Back",
            kind=ButtonKind.LINK,
            icon="arrow-left",
            name="outdated-back",
            on_click=presenter.back,
        )
        self.body.insertWidget(0, FlowRow(back))
        self._about = Text(ABOUT, TextRole.LEAD, name="outdated-about")
        self._names = Button("", name="outdated-names", on_click=presenter.switch_names)
        self._problem = MessageBanner("", tone=BannerTone.PROBLEM, name="outdated-problem")
        self._notice = Text("", TextRole.STRONG, name="outdated-notice")
        self._loading = LoadingState(name="outdated-loading")
        self._empty = EmptyState(NOTHING, NOTHING_HELP, icon="badge-check", name="outdated-empty")
        self._lines = ReasonList(kind=ButtonKind.SECONDARY, ruled=True, name="outdated-lines")
        self._card = Card(self._lines, name="outdated-card")
        for part in (
            self._about,
            FlowRow(self._names),
            self._problem,
            self._notice,
            self._loading,
            self._empty,
            self._card,
        ):
            self.add(part)
        self.body.addStretch(1)
        self.attach(presenter)

    def draw(self, state: OutdatedState) -> None:
        """Fill the page."""
        self._about.setVisible(bool(state.lines))
        self._names.setVisible(bool(state.lines))
        self._names.setText("Hide names" if state.names_shown else "Show names")
        self._names.set_icon("eye-off" if state.names_shown else "eye")
        self._problem.set_message(state.problem)
        self._problem.setVisible(bool(state.problem))
        if state.notice and state.notice != self._notice.text():
            announce(self, state.notice)
        self._notice.setText(state.notice)
        self._notice.setVisible(bool(state.notice))
        if state.loading:
            self._loading.start()
        else:
            self._loading.stop()
        self._empty.setVisible(state.empty)
        self._card.setVisible(bool(state.lines))
        self._lines.show_reasons([self._line(line) for line in state.lines])

    def _line(self, line: OutdatedLine) -> Reason:
        return Reason(
            text=line.text,
            meaning=f"{line.meaning}\n{line.safe}",
            icon="refresh-cw",
            colour=Colour.PRIMARY,
            action="Tell them",
            on_action=lambda: self._intents.tell(line),
            second="Handled",
            on_second=lambda: self._intents.handled(line),
        )
