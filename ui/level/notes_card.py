"""What is worth noting beside the level; a concern about a place is written down here (TI-37)."""

from collections.abc import Callable

from ui.level.reason_rows import ReasonRows, Row
from ui.tokens import Colour
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.flow_row import FlowRow
from ui.widgets.text import Text, TextRole
from vrn_desktop.presenters.level_state import LevelState

WORTH_NOTING = "Worth noting"
NOTE_PLACE = "Note the place"


class NotesCard(Card):
    """The rules' remarks, places noted so far, and the way to note one."""

    def __init__(self, *, note_place: Callable[[], object]) -> None:
        super().__init__(name="level-notes-card", spacing=12)
        self._rows = ReasonRows(name="level-notes")
        self._places = Text("", TextRole.META, name="level-places")
        self._note = FlowRow(
            Button(NOTE_PLACE, icon="map-pin", name="level-note-place", on_click=note_place)
        )
        for part in (Text(WORTH_NOTING, TextRole.SECTION), self._rows, self._places, self._note):
            self.add(part)

    def draw(self, state: LevelState) -> None:
        """Show the remarks."""
        self._rows.show_rows(
            [
                Row(text=note.text, icon="info", colour=Colour.INFO, small=note.rule)
                for note in state.notes
            ]
        )
        self._places.setText("\n".join(f"Noted: {place}" for place in state.places))
        self._places.setVisible(bool(state.places))
        self._note.setVisible(state.place_concern)
        self.setVisible(bool(state.notes or state.places))
