"""The unlock screen by keys and clicks, and how little it needs before its first paint."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from tests.fake_files import InventedFile
from tests.fake_vault import PASSPHRASE
from tests.founded_vault import found
from tests.invented_services import PRIYA, SAM
from tests.ui.opened_screen import OpenedScreen
from tests.waiting_task_runner import WaitingTaskRunner
from ui.unlock.person_picker import PersonPicker
from ui.unlock.unlock_screen import UNLOCK, UNLOCKING, UnlockScreen
from ui.widgets.button import Button
from vrn_desktop.application.open_file import OpenFile
from vrn_desktop.presenters.navigation_presenter import Place, Route
from vrn_desktop.presenters.unlock.file_trouble import FileTrouble
from vrn_desktop.presenters.unlock.unlock_presenter import NO_MATCH, UnlockPresenter

ROOT = Path(__file__).resolve().parents[3]
NAMES = ("ليلى حسن", "Zoë 🌊")
SLOW_PARTS = (
    "sqlalchemy",
    "sqlcipher3",
    "alembic",
    "reportlab",
    "cryptography",
    "pydantic",
    "zxcvbn",
)
FIRST_PAINT = f"""
import os, sys
from datetime import datetime, timezone
from pathlib import Path
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6.QtWidgets import QApplication
from ui.theme import theme
from ui.unlock.unlock_screen import UnlockScreen
from vrn_desktop.application.file_service import FileService
from vrn_desktop.presenters.unlock.unlock_presenter import UnlockPresenter
from vrn_desktop.vault.vault_file import VaultFile
app = QApplication([])
theme.apply(app)
files = FileService(VaultFile(Path(sys.argv[1])), None, None)
screen = UnlockScreen(UnlockPresenter(
    files, files.describe(), runner=None, clock=None, monotonic=None, opened=None, troubled=None, go=None
))
screen.show()
app.processEvents()
assert not screen.grab().isNull()
print(",".join(name for name in {SLOW_PARTS!r} if name in sys.modules))
"""


class Door:
    def __init__(self, file: InventedFile | None = None) -> None:
        self.file = file or InventedFile()
        self.runner = WaitingTaskRunner()
        self.opened: list[OpenFile] = []
        self.troubles: list[FileTrouble] = []
        self.routes: list[Route] = []
        self.screen = UnlockScreen(
            UnlockPresenter(
                self.file.service,
                self.file.service.describe(),
                runner=self.runner,
                clock=self.file.clock,
                monotonic=lambda: 0.0,
                opened=self.opened.append,
                troubled=self._troubled,
                go=self.routes.append,
            )
        )

    def _troubled(self, trouble: FileTrouble, _go_on: Callable[[], None] | None) -> None:
        self.troubles.append(trouble)


def test_name_and_passphrase_by_keyboard_alone_open_the_file() -> None:
    door = Door()
    with OpenedScreen(door.screen) as unlock:
        assert unlock.focused == "unlock-person"
        unlock.press(Qt.Key.Key_Down)
        unlock.press(Qt.Key.Key_Down)
        unlock.press(Qt.Key.Key_Tab)
        assert unlock.focused == "unlock-passphrase-line"
        unlock.type_here(PASSPHRASE)
        unlock.press(Qt.Key.Key_Return)
        door.runner.finish()
    assert [opened.practitioner for opened in door.opened] == [SAM]


def test_it_says_that_it_is_unlocking_and_keeps_the_focus() -> None:
    file = InventedFile()
    file.vault.people = (PRIYA,)
    door = Door(file)
    with OpenedScreen(door.screen) as unlock:
        assert unlock.focused == "unlock-passphrase-line"
        unlock.type_here(PASSPHRASE)
        button = unlock.find(Button, "unlock-go")
        button.setFocus()
        unlock.click("unlock-go")
        assert button.text() == UNLOCKING
        assert unlock.focused == "unlock-go"
        door.runner.finish()
        assert button.text() == UNLOCK


def test_a_miss_is_told_beside_the_field_which_is_ready_for_the_next_try() -> None:
    file = InventedFile()
    file.vault.people = (PRIYA,)
    door = Door(file)
    with OpenedScreen(door.screen) as unlock:
        unlock.type_here("something else")
        unlock.press(Qt.Key.Key_Return, ctrl=True)
        door.runner.finish()
        line = unlock.find(QLineEdit, "unlock-passphrase-line")
        assert NO_MATCH in unlock.words()
        assert NO_MATCH in line.accessibleDescription()
        assert line.selectedText() == "something else"
        assert line.echoMode() is QLineEdit.EchoMode.Password


def test_ti_03_safety_steps_and_help_are_there_before_sign_in() -> None:
    door = Door()
    with OpenedScreen(door.screen) as unlock:
        unlock.click("unlock-safety")
        unlock.click("unlock-help")
        unlock.click("unlock-forgotten")
    assert [route.place for route in door.routes] == [
        Place.SAFETY_STEPS,
        Place.HELP,
        Place.RECOVERY,
    ]


def test_names_in_other_scripts_are_listed_as_they_are() -> None:
    file = InventedFile()
    file.vault.people = tuple(
        replace(person, name=name) for person, name in zip((PRIYA, SAM), NAMES, strict=True)
    )
    door = Door(file)
    with OpenedScreen(door.screen) as unlock:
        picker = unlock.find(PersonPicker, "unlock-person")
        assert [picker.itemText(place) for place in range(picker.count())] == list(NAMES)


def test_nothing_slow_is_brought_in_before_the_first_paint(tmp_path: Path) -> None:
    found(tmp_path)
    run = subprocess.run(  # noqa: S603 - our own interpreter with our own text
        [sys.executable, "-c", FIRST_PAINT, str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        cwd=ROOT,
    )
    assert (run.returncode, run.stdout.strip()) == (0, ""), run.stderr
