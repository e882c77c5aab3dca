"""The ways a new feed comes in: from a file, a folder, or the web."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.flow_row import FlowRow
from ui.widgets.labelled_field import LabelledField
from ui.widgets.own_words_field import PlainLine
from ui.widgets.text import Text, TextRole
from vrn_desktop.presenters.service_sources.sources_presenter import SourcesPresenter

TITLE = "Bring services in"
WHAT_FOR = (
    "Councils and other networks give their directories away as Open Referral feeds. You see what "
    "would change before anything does."
)
FROM_FILE, FROM_FOLDER = "From a file", "From a folder"
ADDRESS = "Or from the web: the address of the feed"
ADDRESS_HINT = "This needs a connection. It begins with https://. Ask the council for it."
GET = "Get it"
CHOOSE_FILE, CHOOSE_FOLDER = "Choose the feed", "Choose the folder of the feed"
KINDS = "Feeds (*.json *.zip);;All files (*)"

ChoosePath = Callable[[QWidget], Path | None]


class AddFeedCard(Card):
    """Tells the presenter where the feed is; nothing is read here."""

    def __init__(
        self, presenter: SourcesPresenter, *, choose_file: ChoosePath, choose_folder: ChoosePath
    ) -> None:
        self._intents = presenter
        self._line = PlainLine(name="sources-address", placeholder="https://")
        self._line.returnPressed.connect(self._get)
        self._field = LabelledField(
            ADDRESS, self._line, hint=ADDRESS_HINT, name="sources-address-field"
        )
        self.from_file = Button(
            FROM_FILE,
            icon="file-text",
            name="sources-from-file",
            on_click=lambda: self._choose(choose_file),
        )
        from_folder = Button(
            FROM_FOLDER,
            icon="archive",
            name="sources-from-folder",
            on_click=lambda: self._choose(choose_folder),
        )
        get = Button(GET, icon="download", name="sources-get", on_click=self._get)
        super().__init__(
            Text(TITLE, TextRole.SECTION),
            Text(WHAT_FOR, TextRole.META),
            FlowRow(self.from_file, from_folder),
            self._field,
            FlowRow(get),
            name="sources-add",
        )
        self._problem = ""

    def show_problem(self, problem: str) -> None:
        """What is wrong with the address, at its field."""
        self._field.set_problem(problem)
        if problem and problem != self._problem:
            self._line.setFocus()
        self._problem = problem

    def _choose(self, choose: ChoosePath) -> None:
        path = choose(self)
        if path is not None:
            self._intents.add_file(path)

    def _get(self) -> None:
        self._intents.add_address(self._line.text())
