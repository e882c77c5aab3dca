"""Asking where to save, without leaving a trace of it on the computer (security L4, L5)."""

from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.hideable_dialog import ask

_NOWHERE = ":/no-settings"


def ask_where_to_save(parent: QWidget | None, *, title: str, name: str, kinds: str) -> Path | None:
    """The place chosen, or None; `name` must say nothing about a person."""
    keep_no_history()
    dialog = QFileDialog(parent, title, str(Path.home()), kinds)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
    dialog.selectFile(name)
    accepted = ask(dialog)
    chosen = Path(dialog.selectedFiles()[0]) if accepted else None
    dialog.setHistory([])
    dialog.deleteLater()
    return chosen


def keep_no_history() -> None:
    """Send what Qt's own file dialog wants to remember of folders where nothing can be kept."""
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, _NOWHERE)


def ask_for_folder(parent: QWidget | None, *, title: str) -> Path | None:
    """The folder chosen, or None."""
    return _ask_for_existing(parent, title, QFileDialog.FileMode.Directory, "")


def ask_for_file(parent: QWidget | None, *, title: str, kinds: str) -> Path | None:
    """The file chosen, or None."""
    return _ask_for_existing(parent, title, QFileDialog.FileMode.ExistingFile, kinds)


def _ask_for_existing(
    parent: QWidget | None, title: str, mode: QFileDialog.FileMode, kinds: str
) -> Path | None:
    keep_no_history()
    dialog = QFileDialog(parent, title, str(Path.home()), kinds)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setFileMode(mode)
    accepted = ask(dialog)
    chosen = Path(dialog.selectedFiles()[0]) if accepted else None
    dialog.setHistory([])
    dialog.deleteLater()
    return chosen
