"""Whether what was said is on the disk already, in words, without asking for attention."""

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.tokens import Colour
from ui.widgets.announcement import announce
from ui.widgets.icon_mark import IconMark
from ui.widgets.text import Text, TextRole


class SavedState(StrEnum):
    """What is known about the last answer; the value is what the page says."""

    SAVED = "Saved on this laptop"
    SAVING = "Saving…"
    TRYING_AGAIN = "Not saved yet – trying again. Don’t close."
    NOT_KEPT = "Nothing is being kept"


_MARKS = {
    SavedState.SAVED: ("check", Colour.PRIMARY),
    SavedState.SAVING: ("refresh-cw", Colour.INK_SOFT),
    SavedState.TRYING_AGAIN: ("triangle-alert", Colour.LEVEL_2),
    SavedState.NOT_KEPT: ("hand", Colour.INK_SOFT),
}


class SavedTick(QWidget):
    """The line in the footer of a conversation page; spoken when the disk does not answer."""

    def __init__(self, state: SavedState = SavedState.SAVED, *, name: str = "saved") -> None:
        super().__init__()
        self.setObjectName(name)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._mark = IconMark("check", Colour.PRIMARY, size=18)
        self._text = Text("", TextRole.META, name=f"{name}-text")
        self._row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self._text, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._state = state
        self._draw()

    def set_state(self, state: SavedState) -> None:
        """Show `state`; trouble and its end are announced."""
        if state is self._state:
            return
        troubled = SavedState.TRYING_AGAIN in (state, self._state)
        self._state = state
        self._draw()
        if troubled:
            announce(self, state.value)

    def _draw(self) -> None:
        icon, colour = _MARKS[self._state]
        self._mark.set_icon(icon, colour)
        self._text.setText(self._state.value)
        self.setAccessibleName(self._state.value)
