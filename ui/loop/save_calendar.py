"""Saving the calendar: says what is in the file before it asks where."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from ui.hideable_dialog import ask
from ui.save_copy import SaveOutcome, save_copy
from ui.save_dialog import ask_where_to_save

TITLE = "Save to my calendar"
WHAT_IS_IN_IT = "This file says when something is due, and nothing else."
DETAIL = (
    "Each entry has a day, perhaps a time, and a word such as “Check-in” or “Call”. No name, no "
    "reference and no service is in it. Once it is in a calendar, this program cannot take it "
    "back: save it again when days have changed."
)
SAVE, DO_NOT_SAVE = "Choose where", "Do not save"
NEUTRAL_NAME = "Calendar.ics"
KINDS = "Calendar (*.ics)"

SaveCalendar = Callable[[bytes, QWidget | None], SaveOutcome]


def save_calendar(calendar: bytes, parent: QWidget | None) -> SaveOutcome:
    """Say what is in it, ask where, write it for the owner's eyes only."""
    return save_copy(calendar, parent, confirm=_agreed, choose=_place)


def _agreed(parent: QWidget | None) -> bool:
    box = QMessageBox(parent)
    box.setObjectName("save-calendar-says")
    box.setWindowTitle(TITLE)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(WHAT_IS_IN_IT)
    box.setInformativeText(DETAIL)
    save = box.addButton(SAVE, QMessageBox.ButtonRole.AcceptRole)
    box.addButton(DO_NOT_SAVE, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(save)
    ask(box)
    agreed = box.clickedButton() is save
    box.deleteLater()
    return agreed


def _place(parent: QWidget | None) -> Path | None:
    return ask_where_to_save(parent, title=TITLE, name=NEUTRAL_NAME, kinds=KINDS)
