"""Before this laptop sends anything: what it is about, the central office's file, and the six words."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.sync.six_words import SixWords
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.flow_row import FlowRow
from ui.widgets.numbered_points import NumberedPoints
from ui.widgets.text import Text, TextRole
from vrn_desktop.presenters.sync.sync_presenter import SyncPresenter
from vrn_desktop.presenters.sync.sync_state import WordsToCompare

MARK = "•"
WHAT = "What this is"
SENTENCES = (
    "Your site can give the network numbers: for example, how many young people were newly counted.",
    "Only these numbers leave this laptop: no names, no answers, nothing that anybody wrote.",
    "Chance is added to every number before it leaves, so none of them is exact.",
    "You can read every number here, before it leaves and after.",
)
HOW = "How to begin"
STEPS = (
    "Ask the central office for the file for your site.",
    "Open it here. No numbers are sent by that.",
    "Ring the central office and compare six words.",
)
OPEN = "Open the file from the central office"
ONLY_SUPERVISOR = "A supervisor begins this. So far nothing leaves this laptop for the network."
SITE = "This laptop would send as site “{site}”."
KEY_TITLE, WORDS_TITLE = "1. Give the central office your key", "2. Compare the six words"
KEY_BY_NETWORK = (
    "It goes by network as soon as there is a connection. Or save it to a stick and hand it over."
)
KEY_BY_STICK = (
    "Save it to a stick and hand it over. The key file holds nothing about any young person."
)
SAVE_KEY, SEND_KEY = "Save our key file", "Send our key by network"
CALL = (
    "Ring the central office on a number that you had before, not one that came with the file. Read these "
    "aloud on the telephone. Does the other side read the same six words?"
)
SAME, DIFFER = "They are the same", "They differ"

ChoosePath = Callable[[QWidget], Path | None]


class JoinCard(QWidget):
    """What this is in four sentences, and the one button that begins it."""

    def __init__(self, presenter: SyncPresenter, *, choose_file: ChoosePath) -> None:
        super().__init__()
        self.setObjectName("sync-join")
        self._intents = presenter
        self._choose_file = choose_file
        self.open_button = Button(
            OPEN, kind=ButtonKind.PRIMARY, icon="file-text", name="sync-open", on_click=self._open
        )
        self._who = Text(ONLY_SUPERVISOR, TextRole.META, name="sync-only-supervisor")
        self._how = Card(
            Text(HOW, TextRole.SECTION),
            NumberedPoints(STEPS),
            FlowRow(self.open_button),
            name="sync-how",
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(
            Card(
                Text(WHAT, TextRole.SECTION), NumberedPoints(SENTENCES, mark=MARK), name="sync-what"
            )
        )
        column.addWidget(self._how)
        column.addWidget(self._who)

    def show_for(self, *, may_change: bool) -> None:
        """Only a supervisor can begin."""
        self._how.setVisible(may_change)
        self._who.setVisible(not may_change)

    def _open(self) -> None:
        path = self._choose_file(self)
        if path is not None:
            self._intents.open_offer(path)


class WordsCard(QWidget):
    """Our key for them, and the six words large enough to be read aloud."""

    def __init__(self, presenter: SyncPresenter, *, choose_save: ChoosePath) -> None:
        super().__init__()
        self.setObjectName("sync-words")
        self._intents = presenter
        self._choose_save = choose_save
        self._site = Text("", TextRole.LEAD, name="sync-site")
        self._key_words = Text("")
        self._send_key = Button(
            SEND_KEY, icon="upload", name="sync-send-key", on_click=presenter.send_key
        )
        self.save_key = Button(SAVE_KEY, icon="save", name="sync-save-key", on_click=self._save)
        self._words = SixWords(name="sync-word")
        same = Button(
            SAME,
            icon="check",
            name="sync-words-same",
            on_click=presenter.words_agree,
        )
        differ = Button(DIFFER, icon="x", name="sync-words-differ", on_click=presenter.words_differ)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self._site)
        column.addWidget(
            Card(
                Text(KEY_TITLE, TextRole.SECTION),
                self._key_words,
                FlowRow(self._send_key, self.save_key),
                name="sync-key-card",
            )
        )
        column.addWidget(
            Card(
                Text(WORDS_TITLE, TextRole.SECTION),
                Text(CALL),
                self._words,
                FlowRow(same, differ),
                name="sync-words-card",
                spacing=14,
            )
        )

    def show_words(self, compare: WordsToCompare) -> None:
        """Fill in site and words."""
        self._site.setText(SITE.format(site=compare.site))
        self._key_words.setText(KEY_BY_NETWORK if compare.by_network else KEY_BY_STICK)
        self._send_key.setVisible(compare.by_network)
        self._words.show_words(compare.words)

    def _save(self) -> None:
        path = self._choose_save(self)
        if path is not None:
            self._intents.save_key(path)
