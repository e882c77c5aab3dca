"""A copy is saved only on purpose, after a warning, and asking where leaves no trace."""

import stat
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from ui.save_copy import DO_NOT_SAVE, NEUTRAL_NAME, SaveOutcome, save_copy
from ui.save_dialog import ask_where_to_save

PDF = b"%PDF-invented"


def test_a_confirmed_copy_is_written_for_its_owner_only(tmp_path: Path) -> None:
    place = tmp_path / NEUTRAL_NAME
    outcome = save_copy(PDF, confirm=lambda _parent: True, choose=lambda _parent: place)
    assert outcome is SaveOutcome.SAVED
    assert place.read_bytes() == PDF
    if sys.platform != "win32":
        assert stat.S_IMODE(place.stat().st_mode) == 0o600


def test_without_a_yes_nothing_is_written(tmp_path: Path) -> None:
    place = tmp_path / NEUTRAL_NAME
    outcome = save_copy(PDF, confirm=lambda _parent: False, choose=lambda _parent: place)
    assert outcome is SaveOutcome.CANCELLED
    no_place = save_copy(PDF, confirm=lambda _parent: True, choose=lambda _parent: None)
    assert no_place is SaveOutcome.CANCELLED
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_said_to_be_wrong(tmp_path: Path) -> None:
    outcome = save_copy(
        PDF, confirm=lambda _parent: True, choose=lambda _parent: tmp_path / "gone" / "x.pdf"
    )
    assert outcome is SaveOutcome.NOT_SAVED


def test_the_warning_leans_towards_not_saving(qtbot: QtBot) -> None:
    def press_return() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        default = box.defaultButton()
        assert isinstance(default, QPushButton)
        assert default.text() == DO_NOT_SAVE
        default.click()

    QTimer.singleShot(0, press_return)
    assert save_copy(PDF) is SaveOutcome.CANCELLED


def test_l4_asking_where_leaves_no_trace(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / "config"))

    def accept() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        assert dialog.testOption(QFileDialog.Option.DontUseNativeDialog)
        assert Path(dialog.selectedFiles()[0]).name == NEUTRAL_NAME
        dialog.setDirectory(str(tmp_path))
        dialog.selectFile(NEUTRAL_NAME)
        QDialog.accept(dialog)

    QTimer.singleShot(0, accept)
    place = ask_where_to_save(None, title="Save a copy", name=NEUTRAL_NAME, kinds="PDF (*.pdf)")
    assert place == tmp_path / NEUTRAL_NAME
    qtbot.waitUntil(lambda: not QApplication.topLevelWidgets())
    assert list(home.rglob("*")) == []
