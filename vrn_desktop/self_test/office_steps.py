"""The pages of the office: what a supervisor sees, the forgotten passphrase, bringing a backup back."""

from pathlib import Path

from PySide6.QtWidgets import QLabel, QWidget

from ui.shell import Shell
from vrn_desktop.presenters.navigation_presenter import Place, Route
from vrn_desktop.self_test.asking import look_at
from vrn_desktop.self_test.invented_case import CASE
from vrn_desktop.self_test.set_up_steps import sign_in
from vrn_desktop.self_test.stage import Stage

DAMAGED_BYTE = 12_305
"""Somewhere in the fourth page of the encrypted file."""


def forgotten(stage: Stage) -> None:
    """The way in with the recovery sheet, and back."""
    stage.click("unlock-forgotten")
    stage.find("recovery-open", QWidget)
    stage.picture("forgotten-passphrase")
    stage.click("recovery-back")


def supervisor(stage: Stage, shell: Shell, passphrase: str) -> None:
    """A supervisor looks after the second opinions, the people and the setting."""
    sign_in(stage, CASE.supervisor, passphrase)
    stage.find("home-greeting", QLabel)
    for place, title in (
        (Place.REVIEW, "review"),
        (Place.PEOPLE_ADMIN, "people"),
        (Place.WORKPLACE, "workplace"),
        (Place.BACKUP, "backup"),
    ):
        look_at(stage, shell, Route(place=place), title)


def restore(stage: Stage) -> None:
    """The file is locked before a backup can take its place; here it stays as it is."""
    stage.click("backup-restore")
    stage.find("restore-go", QWidget)
    stage.picture("restore")
    stage.click("restore-leave")
    stage.find("unlock-go", QWidget)


def damaged(stage: Stage, data: Path, passphrase: str) -> None:
    """One flipped bit in the file: the passphrase is right, and the file stays closed."""
    store = max(data.glob("store-*.db"))
    content = bytearray(store.read_bytes())
    content[DAMAGED_BYTE] ^= 1
    store.write_bytes(content)
    sign_in(stage, CASE.supervisor, passphrase)
    stage.find("fileTrouble-restore", QWidget)
    stage.picture("file-damaged")
