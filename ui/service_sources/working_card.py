"""What is going on, how far it is, and the button that stops it."""

from collections.abc import Callable

from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.flow_row import FlowRow
from ui.widgets.progress_line import ProgressLine
from ui.widgets.text import Text, TextRole
from vrn_desktop.presenters.service_sources.sources_state import Working

STOP, STOPPING = "Stop", "Stopping…"
MEANWHILE = "You can go on with your work meanwhile. Nothing changes until you say so."
HOW_FAR = "How far it is"


class WorkingCard(Card):
    """`<name>-stop` stops; the words are `<name>-title` and `<name>-words`."""

    def __init__(self, *, stop: Callable[[], None], name: str, meanwhile: str = MEANWHILE) -> None:
        self._title = Text("", TextRole.SECTION, name=f"{name}-title")
        self._words = Text("", name=f"{name}-words")
        self._line = ProgressLine(name=f"{name}-progress", accessible_name=HOW_FAR)
        self.stop_button = Button(STOP, icon="x", name=f"{name}-stop", on_click=stop)
        self._stop_row = FlowRow(self.stop_button)
        super().__init__(
            self._title,
            self._line,
            self._words,
            Text(meanwhile, TextRole.META),
            self._stop_row,
            name=name,
        )

    def show_working(self, working: Working) -> None:
        """Say how far it is."""
        self._title.setText(working.title)
        self._words.setText(STOPPING if working.is_stopping else working.words)
        self._words.setVisible(bool(working.words or working.is_stopping))
        self._line.show_progress(working.done, working.of)
        self._line.setVisible(working.of is not None)
        self._stop_row.setVisible(working.may_stop)
        self.stop_button.setEnabled(not working.is_stopping)
