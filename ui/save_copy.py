"""Saving a copy of a document outside the encrypted file: only on purpose, with a warning first."""

import contextlib
import os
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from ui.hideable_dialog import ask
from ui.save_dialog import ask_where_to_save

TITLE = "Save a copy"
WARNING = "A copy is not protected."
WARNING_DETAIL = (
    "Anyone who can open the folder can read it, and this program cannot take it back. "
    "Only save a copy if you need one, and delete it when you are done."
)
SAVE, DO_NOT_SAVE = "Save a copy", "Do not save"
NEUTRAL_NAME = "Document.pdf"
KINDS = "PDF (*.pdf)"
NOT_SAVED = "The copy could not be saved there. Choose another folder, or print it."
_OWNER_ONLY = 0o600


class SaveOutcome(StrEnum):
    """What became of the wish to save a copy; the caller writes a saved one into the audit trail."""

    SAVED = "saved"
    CANCELLED = "cancelled"
    NOT_SAVED = "not_saved"


def save_copy(
    pdf: bytes,
    parent: QWidget | None = None,
    *,
    confirm: Callable[[QWidget | None], bool] | None = None,
    choose: Callable[[QWidget | None], Path | None] | None = None,
) -> SaveOutcome:
    """Warn, ask where, write; the suggested name says nothing about anybody."""
    if not (confirm or _confirm)(parent):
        return SaveOutcome.CANCELLED
    place = (choose or _choose)(parent)
    if place is None:
        return SaveOutcome.CANCELLED
    try:
        _write(place, pdf)
    except OSError:
        with contextlib.suppress(OSError):
            place.unlink(missing_ok=True)
        return SaveOutcome.NOT_SAVED
    return SaveOutcome.SAVED


def _confirm(parent: QWidget | None) -> bool:
    box = QMessageBox(parent)
    box.setObjectName("save-copy-warning")
    box.setWindowTitle(TITLE)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(WARNING)
    box.setInformativeText(WARNING_DETAIL)
    save = box.addButton(SAVE, QMessageBox.ButtonRole.AcceptRole)
    keep = box.addButton(DO_NOT_SAVE, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(keep)
    ask(box)
    agreed = box.clickedButton() is save
    box.deleteLater()
    return agreed


def _choose(parent: QWidget | None) -> Path | None:
    return ask_where_to_save(parent, title=TITLE, name=NEUTRAL_NAME, kinds=KINDS)


def _write(place: Path, pdf: bytes) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(place, flags, _OWNER_ONLY), "wb") as file:
        file.write(pdf)
