"""The running program around signing in: set-up, cover and restore, over a real folder."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.founded_vault import found
from tests.invented_services import WORKPLACE
from tests.invented_team import SUPERVISOR
from ui.application import open_shell
from ui.printing import PrintOutcome
from ui.shell import Shell
from vrn_desktop.application.file_service import FirstRun
from vrn_desktop.bootstrap.program_building import build_program
from vrn_desktop.presenters.navigation_presenter import Place, Route
from vrn_desktop.vault.key_cost import FLOOR
from vrn_desktop.vault.vault_file import VaultFile

StartIn = Callable[[Path], Shell]


@pytest.fixture
def start_in(qtbot: QtBot, dressed: QApplication) -> Iterator[StartIn]:
    started: list[Shell] = []

    def start(folder: Path) -> Shell:
        program = build_program(
            folder, vault=VaultFile(folder, cost=FLOOR), start_afresh=lambda: None
        )
        shell = open_shell(dressed, program, choose_paper=lambda _parent: PrintOutcome.NO_PRINTER)
        qtbot.addWidget(shell.window)
        with qtbot.waitActive(shell.window):
            shell.window.show()
            shell.window.activateWindow()
        started.append(shell)
        return shell

    yield start
    for shell in started:
        if shell.session is not None:
            shell.session.end()
        shell.runner.close()
        shell.window.body.let_go()
        shell.deleteLater()


def child(shell: Shell, name: str) -> QWidget:
    QApplication.processEvents()
    found = [w for w in shell.window.findChildren(QWidget, name) if w.isVisible()]
    assert found, f"{name} cannot be seen"
    return found[0]


def click(shell: Shell, name: str) -> None:
    button = child(shell, name)
    assert isinstance(button, QAbstractButton)
    button.click()


def test_what_was_typed_at_set_up_is_there_after_a_look_at_the_safety_steps(
    start_in: StartIn, tmp_path: Path
) -> None:
    shell = start_in(tmp_path)
    assert shell.place is Place.FIRST_RUN
    click(shell, "firstRun-continue")
    click(shell, "firstRun-continue")
    line = child(shell, "setting-organisation")
    assert isinstance(line, QLineEdit)
    QTest.keyClicks(line, "Invented Youth Trust")
    shell.go(Route(place=Place.SAFETY_STEPS))
    shell.back()
    again = child(shell, "setting-organisation")
    assert isinstance(again, QLineEdit)
    assert again.text() == "Invented Youth Trust"


def test_ti_02_the_cover_works_before_signing_in_and_gives_the_page_back(
    start_in: StartIn, tmp_path: Path
) -> None:
    found(tmp_path)
    shell = start_in(tmp_path)
    assert shell.place is Place.UNLOCK
    QTest.keyClick(shell.window, Qt.Key.Key_F12)
    assert shell.window.cover_screen.isVisible()
    QTest.keyClick(shell.window.cover_screen, Qt.Key.Key_A)
    QTest.keyClick(child(shell, "cover-passphrase-line"), Qt.Key.Key_Return)
    assert not shell.window.cover_screen.isVisible()
    assert child(shell, "unlock-go")


def test_bringing_a_backup_back_closes_the_file_first(
    qtbot: QtBot, start_in: StartIn, tmp_path: Path
) -> None:
    shell = start_in(tmp_path)
    set_up(shell, qtbot)
    session = shell.session
    assert session is not None
    shell.go(Route(place=Place.BACKUP))
    shell.go(Route(place=Place.RESTORE))
    qtbot.waitUntil(lambda: shell.place is Place.RESTORE, timeout=10_000)
    assert shell.session is None
    shell.back()
    assert shell.place is Place.UNLOCK


def set_up(shell: Shell, qtbot: QtBot) -> None:
    """A file made by the use cases themselves, with the supervisor signed in."""
    files = shell._program.file
    first_run = FirstRun(workplace=WORKPLACE, people=(SUPERVISOR,))
    shell.runner.run(
        lambda: files.create(first_run, files.prepare(first_run)), then=shell.signed_in
    )
    qtbot.waitUntil(lambda: shell.session is not None, timeout=20_000)
