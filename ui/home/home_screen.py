"""Home: greeting, what is due, how this laptop is, safety steps, things useful to have ready."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.screen import Screen
from ui.tokens import Colour
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card, CardKind
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow_row import FlowRow
from ui.widgets.icon_mark import IconMark
from ui.widgets.loading_state import LoadingState
from ui.widgets.message_banner import BannerTone, MessageBanner
from ui.widgets.reason_list import Reason, ReasonList
from ui.widgets.text import Text, TextRole
from ui.widgets.two_columns import TwoColumns
from vrn_desktop.presenters.home_presenter import DueLine, HomePresenter, HomeState
from vrn_desktop.presenters.navigation_presenter import Place

USEFUL = (
    ("map-pin", "Find a service", Place.SERVICES, "Local services and help lines"),
    ("leaf", "Grounding ideas", Place.SAFETY_STEPS, "Short, quiet things to try together"),
    ("book-open", "How to use this", Place.HELP, "Help for every page, offline"),
)


class HomeScreen(Screen[HomeState]):
    """Draws the day."""

    def __init__(self, presenter: HomePresenter) -> None:
        super().__init__(name="home", title="Home", show_title=False)
        self._intents = presenter
        self.greeting = Text("", TextRole.DISPLAY, name="home-greeting")
        self.start = Button(
            "Start a conversation",
            kind=ButtonKind.PRIMARY,
            icon="plus",
            name="home-start",
            on_click=presenter.start_conversation,
        )
        top = QWidget()
        row = QHBoxLayout(top)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.greeting, 1)
        row.addWidget(self.start)
        self.add(top)
        self._day = Text("", TextRole.LEAD, name="home-day")
        self.add(self._day)
        self._problem = MessageBanner("", tone=BannerTone.PROBLEM, name="home-problem")
        self.add(self._problem)
        columns = TwoColumns(side_share=38, name="home-columns")
        columns.main.addWidget(self._due_card())
        columns.side.addWidget(self._laptop_card())
        columns.side.addWidget(self._worried_card())
        self.add(columns)
        self.add(Text("Useful to have ready", TextRole.SECTION))
        self.add(self._useful())
        self.body.addStretch(1)
        self.attach(presenter)

    def first_focus(self) -> QWidget:
        """The one thing most people come for."""
        return self.start

    def draw(self, state: HomeState) -> None:
        """Fill the page."""
        self.greeting.setText(state.greeting)
        self._day.setText(state.day_and_setting)
        self._problem.set_message(state.problem)
        self._problem.setVisible(bool(state.problem))
        if state.loading:
            self._loading.start()
            return
        self._loading.stop()
        self._nothing.setVisible(not state.due)
        self._due.show_reasons([self._reason(line) for line in state.due])
        self._more.setText(state.more)
        self._more.setVisible(bool(state.more))
        self._backup.setText(state.backup)
        self._backup.setVisible(bool(state.backup))
        colour = Colour.LEVEL_2 if state.backup_is_old else Colour.PRIMARY
        self._backup_mark.set_icon("hard-drive", colour)
        self._lock.setText(state.lock_words)

    def _due_card(self) -> Card:
        self._loading = LoadingState(name="home-loading")
        self._nothing = EmptyState(
            "Nothing due today.",
            "Check-ins you promise and conversations you pause wait here.",
            icon="sprout",
            name="home-nothing",
        )
        self._nothing.hide()
        self._due = ReasonList(kind=ButtonKind.SECONDARY, ruled=True, name="home-due")
        self._more = Button(
            "",
            kind=ButtonKind.LINK,
            name="home-more",
            on_click=lambda: self._intents.open_place(Place.CONVERSATIONS),
        )
        return Card(
            Text("To do today", TextRole.SECTION),
            self._loading,
            self._nothing,
            self._due,
            self._more,
            name="home-due-card",
        )

    def _laptop_card(self) -> Card:
        self._lock = Text("", TextRole.META, name="home-lock")
        self._backup = Text("", TextRole.META, name="home-backup")
        self._backup_mark = IconMark("hard-drive", Colour.PRIMARY)
        return Card(
            Text("This laptop", TextRole.SECTION),
            _row(
                IconMark("shield-check", Colour.PRIMARY),
                Text("Encrypted and locked to you", TextRole.STRONG),
                self._lock,
            ),
            _row(self._backup_mark, Text("Local backup", TextRole.STRONG), self._backup),
            name="home-laptop",
        )

    def _worried_card(self) -> Card:
        return Card(
            _row(
                IconMark("life-buoy", Colour.PRIMARY),
                Text("Worried about someone right now?", TextRole.SECTION),
                Text("Your safeguarding steps and phone numbers work offline."),
            ),
            FlowRow(
                Button(
                    "Open safety steps",
                    icon="arrow-right",
                    trailing_icon=True,
                    name="home-safety",
                    on_click=lambda: self._intents.open_place(Place.SAFETY_STEPS),
                )
            ),
            kind=CardKind.SOFT,
            name="home-worried",
        )

    def _useful(self) -> QWidget:
        holder = FlowRow(spacing=16, name="home-useful")
        for icon, words, place, meaning in USEFUL:
            card = Card(
                IconMark(icon, Colour.PRIMARY),
                Button(
                    words,
                    kind=ButtonKind.LINK,
                    name=f"home-to-{place}",
                    on_click=partial(self._intents.open_place, place),
                ),
                Text(meaning, TextRole.META),
                name=f"home-card-{place}",
                spacing=6,
            )
            card.setMinimumWidth(300)
            holder.add(card)
        return holder

    def _reason(self, line: DueLine) -> Reason:
        return Reason(
            text=line.text,
            meaning=line.meaning,
            icon=line.icon.value,
            colour=Colour.PRIMARY,
            action=line.verb,
            on_action=lambda: self._intents.open(line),
        )


def _row(mark: IconMark, *words: Text) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 2, 0, 2)
    row.setSpacing(14)
    row.addWidget(mark)
    column = QVBoxLayout()
    column.setSpacing(1)
    for text in words:
        column.addWidget(text)
    row.addLayout(column, 1)
    return holder
