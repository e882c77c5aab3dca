"""Home: greeting, what is due, how this laptop is, safety steps, things useful to have ready."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.home.due_card import DueCard
from ui.screen import Screen
from ui.tokens import Colour
from ui.widgets.button import Button, ButtonKind
from ui.widgets.button_keys import press_by_primary_keys
from ui.widgets.card import Card, CardKind
from ui.widgets.card_row import CardRow
from ui.widgets.flow_row import FlowRow
from ui.widgets.icon_mark import IconMark
from ui.widgets.message_banner import BannerTone, MessageBanner
from ui.widgets.page_head import PageHead
from ui.widgets.text import Text, TextRole
from ui.widgets.two_columns import TwoColumns
from vrn_desktop.presenters.home_presenter import HomePresenter, HomeState
from vrn_desktop.presenters.navigation_presenter import Place

USEFUL = (
    ("map-pin", "Find a service", Place.SERVICES, ""),
    ("leaf", "Grounding ideas", Place.SAFETY_STEPS, "Short, quiet things to try together"),
    ("book-open", "How to use this", Place.HELP, "Help for every page, offline"),
)
LOCKS_ITSELF = "Locks itself when nobody is there"


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
        press_by_primary_keys(self.start)
        self.add(PageHead(self.greeting, self.start))
        self._day = Text("", TextRole.LEAD, name="home-day")
        self.add(self._day)
        self._problem = MessageBanner("", tone=BannerTone.PROBLEM, name="home-problem")
        self.add(self._problem)
        self._due = DueCard(presenter)
        columns = TwoColumns(side_share=38, name="home-columns")
        columns.main.addWidget(self._due)
        columns.side.addWidget(self._laptop_card())
        columns.side.addWidget(self._worried_card())
        self.add(columns)
        self.add(Text("Useful to have ready", TextRole.SECTION))
        self._services_words = Text("", TextRole.META, name="home-services-words")
        self.add(CardRow(*map(self._useful, USEFUL), name="home-useful"))
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
        self._due.draw(state)
        self._backup.setText(state.backup)
        self._backup_row.setVisible(bool(state.backup))
        colour = Colour.LEVEL_2 if state.backup_is_old else Colour.PRIMARY
        self._backup_mark.set_icon("hard-drive", colour)
        self._sending.setText(state.sending)
        self._sending_row.setVisible(bool(state.sending))
        self._services_words.setText(state.services_words)

    def _laptop_card(self) -> Card:
        self._backup = Text("", TextRole.META, name="home-backup")
        self._backup_mark = IconMark("hard-drive", Colour.PRIMARY)
        self._backup_row = _row(
            self._backup_mark, Text("Local backup", TextRole.STRONG), self._backup
        )
        self._sending = Text("", TextRole.META, name="home-sending")
        self._sending_row = _row(
            IconMark("upload", Colour.INK_SOFT), Text("Counts", TextRole.STRONG), self._sending
        )
        return Card(
            Text("This laptop", TextRole.SECTION),
            _row(
                IconMark("shield-check", Colour.PRIMARY),
                Text("Encrypted and locked to you", TextRole.STRONG),
                Text(LOCKS_ITSELF, TextRole.META, name="home-lock"),
            ),
            self._backup_row,
            self._sending_row,
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

    def _useful(self, useful: tuple[str, str, Place, str]) -> Card:
        icon, words, place, meaning = useful
        return Card(
            IconMark(icon, Colour.PRIMARY),
            FlowRow(
                Button(
                    words,
                    kind=ButtonKind.LINK,
                    name=f"home-to-{place}",
                    on_click=partial(self._intents.open_place, place),
                )
            ),
            Text(meaning, TextRole.META) if meaning else self._services_words,
            name=f"home-card-{place}",
            spacing=6,
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
