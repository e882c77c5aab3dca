"""The backup page by mouse and keyboard: made, copied to a stick, and how old the newest is."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.fake_files import NEWEST_BACKUP, OLDER_BACKUP, InventedFile
from tests.office_pages import backups, no_backups
from ui.backup.backup_screen import BackupScreen
from vrn_desktop.application.ports.store_files import BackupEntry
from vrn_desktop.domain.errors import DiskFullError
from vrn_desktop.presenters.backup.backup_presenter import COPIED, MADE
from vrn_desktop.presenters.navigation_presenter import Place, Route

STICK = Path("stick")


def shown(qtbot: QtBot, screen: BackupScreen) -> BackupScreen:
    qtbot.addWidget(screen)
    with qtbot.waitActive(screen):
        screen.show()
        screen.activateWindow()
    screen.arrive()
    return screen


def press(screen: BackupScreen, name: str) -> None:
    QTest.mouseClick(part(screen, name), Qt.MouseButton.LeftButton)


def part(screen: BackupScreen, name: str) -> QWidget:
    found = screen.findChild(QWidget, name)
    assert isinstance(found, QWidget)
    return found


def test_ctrl_enter_makes_one_and_says_so(qtbot: QtBot) -> None:
    screen = shown(qtbot, backups())
    assert screen.focusWidget() is part(screen, "backup-make")
    assert not part(screen, "backup-done").isVisible()
    QTest.keyClick(screen, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert part(screen, "backup-done").isVisible()
    assert part(screen, "backup-done").accessibleName() == MADE


@pytest.mark.parametrize(("row", "entry"), [(0, NEWEST_BACKUP), (1, OLDER_BACKUP)])
def test_each_row_copies_its_own_backup(qtbot: QtBot, row: int, entry: BackupEntry) -> None:
    file = InventedFile()
    screen = shown(qtbot, backups(file, folder=STICK))
    press(screen, f"backup-row-{row}-action")
    assert file.stores.copied == [(entry.path, STICK)]
    assert part(screen, "backup-done").accessibleName() == COPIED


def test_no_folder_chosen_copies_nothing(qtbot: QtBot) -> None:
    file = InventedFile()
    screen = shown(qtbot, backups(file, folder=None))
    press(screen, "backup-row-0-action")
    assert file.stores.copied == []
    assert not part(screen, "backup-done").isVisible()


def test_a_full_stick_is_said_in_words(qtbot: QtBot) -> None:
    file = InventedFile()
    screen = shown(qtbot, backups(file, folder=STICK))
    file.stores.fails = DiskFullError("x")
    press(screen, "backup-row-0-action")
    assert "full" in part(screen, "backup-problem").accessibleName()
    assert part(screen, "backup-problem").isVisible()


def test_an_old_backup_is_an_ochre_line_and_no_dialog(qtbot: QtBot) -> None:
    file = InventedFile()
    now = file.clock()
    file.stores.entries = (
        BackupEntry(path=Path("old.vrnbackup"), made_at=now - timedelta(days=9), size=1),
    )
    screen = shown(qtbot, backups(file))
    assert part(screen, "backup-old").isVisible()
    assert not part(screen, "backup-line").isVisible()


def test_without_a_backup_the_page_says_so(qtbot: QtBot) -> None:
    screen = shown(qtbot, no_backups())
    assert part(screen, "backup-none").isVisible()
    assert part(screen, "backup-old").isVisible()


def test_the_way_to_bring_one_back(qtbot: QtBot) -> None:
    routes: list[Route] = []
    screen = shown(qtbot, backups(go=routes.append))
    press(screen, "backup-restore")
    assert routes == [Route(place=Place.RESTORE)]
