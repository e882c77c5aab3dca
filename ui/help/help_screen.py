"""Help pages beside the list of topics, with a search, the keys and the licences; nothing needs a network."""

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.help.help_article import about_page, found_page, licence_page, topic_page
from ui.help.topic_list import TopicList
from ui.screen import Screen
from ui.widgets.announcement import announce
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card, CardKind
from ui.widgets.flow_row import FlowRow
from ui.widgets.own_words_field import PlainLine
from ui.widgets.text import Text, TextRole
from ui.widgets.two_columns import TwoColumns
from vrn_desktop.presenters.help.help_presenter import HelpPresenter, HelpState

TITLE = "Help"
BACK = "Back"
SEARCH = "Search the help"
SAFETY = "Safety steps and phone numbers"
WORRIED = "Worried about someone right now?"
LIST_SHARE = 34
SEARCH_WIDTH = 320


class HelpScreen(Screen[HelpState]):
    """Ctrl+F searches, Enter opens the first page found, Alt+Left goes back where one came from."""

    def __init__(self, presenter: HelpPresenter) -> None:
        super().__init__(name="help", title=TITLE)
        self._intents = presenter
        back = Button(
            BACK,
            kind=ButtonKind.QUIET,
            icon="arrow-left",
            name="help-back",
            on_click=presenter.leave,
        )
        self.body.insertWidget(0, FlowRow(back))
        self._search = PlainLine(name="help-search", placeholder=SEARCH)
        self._search.setAccessibleName(SEARCH)
        self._search.setMinimumWidth(SEARCH_WIDTH)
        self._search.textEdited.connect(presenter.look_for)
        self._search.returnPressed.connect(self._open_first)
        self.add(FlowRow(self._search))
        columns = TwoColumns(side_share=LIST_SHARE, name="help-columns")
        self._article = QVBoxLayout()
        self._article.setContentsMargins(0, 0, 0, 0)
        holder = QWidget()
        holder.setLayout(self._article)
        columns.main.addWidget(holder)
        self._topics = TopicList(presenter)
        columns.side.addWidget(self._topics)
        columns.side.addWidget(self._worried())
        self.add(columns)
        self.body.addStretch(1)
        QShortcut(QKeySequence("Alt+Left"), self).activated.connect(back.click)
        self._drawn: object = None
        self.attach(presenter)

    def draw(self, state: HelpState) -> None:
        """Show one page, what was found, or what the program is made of."""
        self._topics.show_topics(state)
        if self._search.text().strip() != state.search:
            self._search.setText(state.search)
        shown = (state.topic, state.about, state.licence, state.search, state.found)
        if shown == self._drawn:
            return
        changed, self._drawn = self._drawn is not None, shown
        while (item := self._article.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        page = self._page(state)
        self._article.addWidget(page)
        if changed:
            self.scroll_to_top()
            announce(self, page.accessibleName())
            if not state.search:
                self._topics.focus_chosen()

    def first_focus(self) -> QWidget | None:
        """The page that is open, in the list."""
        return self._topics.chosen() or self._search

    def _page(self, state: HelpState) -> Card:
        if state.search:
            return found_page(state, self._intents)
        if state.licence is not None:
            return licence_page(state.licence, self._intents)
        if state.about or state.topic is None:
            return about_page(state, self._intents)
        return topic_page(state.topic)

    def _worried(self) -> Card:
        return Card(
            Text(WORRIED, TextRole.STRONG),
            FlowRow(
                Button(
                    SAFETY,
                    kind=ButtonKind.LINK,
                    icon="life-buoy",
                    name="help-safety",
                    on_click=self._intents.show_safety_steps,
                )
            ),
            kind=CardKind.SOFT,
            spacing=4,
        )

    def _open_first(self) -> None:
        found = self._intents.state.found
        if found:
            self._intents.open_topic(found[0].topic.id)
