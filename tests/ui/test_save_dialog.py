"""Asking for a folder or a file leaves no trace on the computer."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from ui.save_dialog import ask_for_file, ask_for_folder


def choose(path: Path) -> None:
    def accept() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        assert dialog.testOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setDirectory(str(path.parent))
        dialog.selectFile(path.name)
        QDialog.accept(dialog)

    QTimer.singleShot(0, accept)


def give_up() -> None:
    def reject() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        dialog.reject()

    QTimer.singleShot(0, reject)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / "config"))
    return home


def test_l4_choosing_a_folder_leaves_no_trace(qtbot: QtBot, tmp_path: Path, home: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    choose(stick)
    assert ask_for_folder(None, title="Choose the stick") == stick
    qtbot.waitUntil(lambda: not QApplication.topLevelWidgets())
    assert list(home.rglob("*")) == []


def test_l4_choosing_a_file_leaves_no_trace(qtbot: QtBot, tmp_path: Path, home: Path) -> None:
    backup = tmp_path / "invented.vrnbackup"
    backup.write_bytes(b"invented")
    choose(backup)
    assert ask_for_file(None, title="Choose", kinds="Backups (*.vrnbackup)") == backup
    qtbot.waitUntil(lambda: not QApplication.topLevelWidgets())
    assert list(home.rglob("*")) == []


def test_nothing_chosen_is_nothing(qtbot: QtBot, home: Path) -> None:
    give_up()
    assert ask_for_folder(None, title="Choose the stick") is None
    give_up()
    assert ask_for_file(None, title="Choose", kinds="Backups (*.vrnbackup)") is None
    qtbot.waitUntil(lambda: not QApplication.topLevelWidgets())
