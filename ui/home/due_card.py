"""The card "To do today": each line with one verb, and promises with "Done" beside it."""

from ui.tokens import Colour
from ui.widgets.announcement import announce
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow_row import FlowRow
from ui.widgets.loading_state import LoadingState
from ui.widgets.reason_list import Reason, ReasonList
from ui.widgets.text import Text, TextRole
from vrn_desktop.presenters.due_lines import DueLine
from vrn_desktop.presenters.home_presenter import HomePresenter, HomeState
from vrn_desktop.presenters.navigation_presenter import Place


class DueCard(Card):
    """What is due, most urgent first."""

    def __init__(self, presenter: HomePresenter) -> None:
        super().__init__(name="home-due-card")
        self._intents = presenter
        self._loading = LoadingState(name="home-loading")
        self._nothing = EmptyState(
            "Nothing due today.",
            "Check-ins you promise and conversations you pause wait here.",
            icon="sprout",
            name="home-nothing",
        )
        self._notice = Text("", TextRole.STRONG, name="home-notice")
        self._due = ReasonList(kind=ButtonKind.SECONDARY, ruled=True, name="home-due")
        self._more = Button("", kind=ButtonKind.LINK, name="home-more", on_click=presenter.show_all)
        self._more_row = FlowRow(self._more)
        everything = Button(
            "All that is due",
            icon="list-checks",
            name="home-worklist",
            on_click=lambda: presenter.open_place(Place.WORKLIST),
        )
        reply = Button(
            "A reply came",
            icon="mail",
            name="home-reply",
            on_click=lambda: presenter.open_place(Place.REPLY),
        )
        self._shown: tuple[DueLine, ...] | None = None
        for part in (
            Text("To do today", TextRole.SECTION),
            self._loading,
            self._notice,
            self._nothing,
            self._due,
            self._more_row,
            FlowRow(everything, reply),
        ):
            self.add(part)

    def draw(self, state: HomeState) -> None:
        """Fill the card."""
        if state.loading:
            self._loading.start()
        else:
            self._loading.stop()
        if state.notice and state.notice != self._notice.text():
            announce(self, state.notice)
        self._notice.setText(state.notice)
        self._notice.setVisible(bool(state.notice))
        self._nothing.setVisible(not (state.due or state.loading or state.problem))
        self._more.setText(state.more)
        self._more_row.setVisible(bool(state.more))
        if state.due != self._shown:
            self._shown = state.due
            self._due.show_reasons([self._reason(line) for line in state.due])

    def _reason(self, line: DueLine) -> Reason:
        done = line.done
        return Reason(
            text=line.text,
            meaning=line.meaning,
            icon=line.icon.value,
            colour=Colour.PRIMARY,
            action=line.verb,
            on_action=lambda: self._intents.open(line),
            second="Done" if done is not None else "",
            on_second=None if done is None else lambda: self._intents.mark_done(done),
        )
