"""Bringing a backup back, by mouse and keyboard."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.fake_files import NEWEST_BACKUP, OLDER_BACKUP, InventedFile
from tests.fake_vault import PASSPHRASE
from tests.invented_services import SAM
from tests.office_pages import restoring, restoring_nothing
from ui.backup.restore_screen import RestoreScreen
from vrn_desktop.application.open_file import OpenFile
from vrn_desktop.application.recovery_way import RecoveryWay
from vrn_desktop.domain.errors import FileDamagedError
from vrn_desktop.presenters.backup import restore_presenter as words

STICK = Path("stick") / "backup-20261101T170000Z.vrnbackup"


def shown(qtbot: QtBot, screen: RestoreScreen) -> RestoreScreen:
    qtbot.addWidget(screen)
    with qtbot.waitActive(screen):
        screen.show()
        screen.activateWindow()
    screen.arrive()
    return screen


def press(screen: RestoreScreen, name: str) -> None:
    button = screen.findChild(QAbstractButton, name)
    assert isinstance(button, QAbstractButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def line(screen: RestoreScreen) -> QLineEdit:
    found = screen.findChild(QLineEdit, "restore-passphrase-line")
    assert isinstance(found, QLineEdit)
    return found


def choose_sam(screen: RestoreScreen) -> None:
    picker = screen.findChild(QComboBox, "restore-person")
    assert isinstance(picker, QComboBox)
    picker.setFocus()
    QTest.keyClicks(picker, SAM.name[:1])
    assert picker.currentText() == SAM.name


def label(screen: RestoreScreen, name: str) -> QLabel:
    found = screen.findChild(QLabel, name)
    assert isinstance(found, QLabel)
    return found


def test_a_backup_comes_back_with_the_passphrase_of_its_day(qtbot: QtBot) -> None:
    file = InventedFile()
    restored: list[OpenFile] = []
    screen = shown(qtbot, restoring(file, restored=restored.append))
    assert not line(screen).isVisible()
    press(screen, "restore-backup-1")
    choose_sam(screen)
    line(screen).setFocus()
    QTest.keyClicks(line(screen), "not then")
    QTest.keyClick(line(screen), Qt.Key.Key_Return)
    assert label(screen, "restore-field-problem").text() == words.NO_MATCH
    assert screen.focusWidget() is line(screen)
    assert line(screen).selectedText() != ""
    QTest.keyClicks(line(screen), PASSPHRASE)
    QTest.keyClick(screen, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert file.stores.restored == [OLDER_BACKUP.path]
    assert [opened.practitioner for opened in restored] == [SAM]


def test_what_is_missing_is_named_and_gets_the_focus(qtbot: QtBot) -> None:
    screen = shown(qtbot, restoring())
    press(screen, "restore-go")
    assert label(screen, "restore-which-problem").text() == words.CHOOSE_BACKUP
    focused = screen.focusWidget()
    assert isinstance(focused, QWidget)
    assert focused.objectName() == "restore-backup-0"
    press(screen, "restore-backup-0")
    press(screen, "restore-go")
    assert label(screen, "restore-who-problem").text() == words.CHOOSE_WHO
    assert label(screen, "restore-field-problem").text() == words.TYPE_IT


def test_a_copy_on_a_stick_is_found_and_named(qtbot: QtBot) -> None:
    screen = shown(qtbot, restoring(stick=STICK))
    press(screen, "restore-backup-0")
    press(screen, "restore-backup-stick")
    assert STICK.name in label(screen, "restore-backup-elsewhere").text()
    card = screen.findChild(QAbstractButton, "restore-backup-0")
    assert isinstance(card, QAbstractButton)
    assert not card.isChecked()


def test_a_damaged_backup_asks_for_an_older_one(qtbot: QtBot) -> None:
    file = InventedFile()
    screen = shown(qtbot, restoring(file))
    file.stores.fails = FileDamagedError("x")
    press(screen, "restore-backup-0")
    assert label(screen, "restore-which-problem").text() == words.DAMAGED
    assert not line(screen).isVisible()
    file.stores.fails = None
    press(screen, "restore-backup-1")
    assert not label(screen, "restore-which-problem").isVisible()
    assert screen._intents.state.backup == OLDER_BACKUP.path
    assert OLDER_BACKUP.path != NEWEST_BACKUP.path


def test_without_a_backup_here_the_stick_is_the_way(qtbot: QtBot) -> None:
    screen = shown(qtbot, restoring_nothing())
    assert label(screen, "restore-backup-none").isVisible()
    focused = screen.focusWidget()
    assert isinstance(focused, QWidget)
    assert focused.objectName() == "restore-backup-stick"


def test_leaving_changes_nothing(qtbot: QtBot) -> None:
    left: list[str] = []
    file = InventedFile()
    screen = shown(qtbot, restoring(file, leave=lambda: left.append("left")))
    press(screen, "restore-leave")
    assert left == ["left"]
    assert file.stores.restored == []


def test_the_sheet_is_offered_where_nobody_knows_a_passphrase_of_that_day(qtbot: QtBot) -> None:
    file = InventedFile()
    file.vault.there = False
    ways: list[RecoveryWay] = []
    screen = shown(qtbot, restoring(file, with_sheet=ways.append))
    press(screen, "restore-backup-0")
    press(screen, "restore-with-sheet")
    assert [way.brings_back for way in ways] == [True]


def test_where_the_file_can_be_opened_the_page_says_so(qtbot: QtBot) -> None:
    screen = shown(qtbot, restoring())
    press(screen, "restore-backup-0")
    press(screen, "restore-with-sheet")
    assert label(screen, "restore-field-problem").text() == words.FILE_IS_HERE
