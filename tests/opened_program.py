"""The whole program in a window over a real folder, driven by the names of things; clocks can be moved."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from time import monotonic

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from shiboken6 import isValid

from db.numbered_files import NumberedFiles
from tests.invented_services import WORKPLACE
from tests.invented_team import ADMINISTRATOR, PASSPHRASES, PRACTITIONER, SUPERVISOR
from ui.application import open_shell
from ui.conversation.keep_saving import KeepSaving
from ui.crash_handler import LOG_NAME
from ui.printing import PrintOutcome
from ui.session import Session
from ui.shell import Shell
from vrn_desktop.application.file_service import FileService, FirstRun
from vrn_desktop.application.ports.vault import NewPerson
from vrn_desktop.application.program import Program
from vrn_desktop.bootstrap.program_building import build_program
from vrn_desktop.bootstrap.time_and_identifiers import now
from vrn_desktop.domain.errors import StorageError
from vrn_desktop.self_test.asking import ask
from vrn_desktop.self_test.paper_in_memory import PaperInMemory
from vrn_desktop.self_test.set_up_steps import sign_in
from vrn_desktop.self_test.stage import Stage
from vrn_desktop.vault.key_cost import FLOOR
from vrn_desktop.vault.vault_file import VaultFile

TEAM = (SUPERVISOR, replace(PRACTITIONER, trained=True), ADMINISTRATOR)
CTRL = Qt.KeyboardModifier.ControlModifier


@dataclass
class MovedClock:
    """The time of the laptop, moved by hand; both clocks run on with the real ones."""

    ahead: timedelta = timedelta()
    slept: float = 0.0

    def __call__(self) -> datetime:
        return now() + self.ahead

    def monotonic(self) -> float:
        return monotonic() + self.slept

    def pass_seconds(self, seconds: float) -> None:
        """Time goes by for both clocks."""
        self.ahead += timedelta(seconds=seconds)
        self.slept += seconds


def program_over(
    folder: Path,
    clock: Callable[[], datetime] = now,
    *,
    start_afresh: Callable[[], None] = lambda: None,
    trouble: StorageError | None = None,
) -> Program:
    """The program as bootstrap builds it, with a key that is cheap to derive and another clock."""
    vault = VaultFile(folder, cost=FLOOR)
    built = build_program(folder, vault=vault, start_afresh=start_afresh, trouble=trouble)
    files = FileService(vault, lambda: NumberedFiles(folder, vault, clock), clock)
    return replace(built, file=files, clock=clock)


def copied(office: Path, folder: Path) -> Path:
    """The same file in a folder of its own."""
    shutil.copytree(office, folder)
    return folder


def found_office(folder: Path, clock: Callable[[], datetime] = now) -> None:
    """A file with the invented team, locked; everybody may ask every question."""
    files = program_over(folder, clock).file
    first_run = FirstRun(workplace=WORKPLACE, people=TEAM)
    assert files.lock(files.create(first_run, files.prepare(first_run))) is None


@dataclass
class OpenedProgram:
    """One start of the program; `restarts` counts how often it was locked or asked to try again."""

    application: QApplication
    folder: Path
    clock: MovedClock = field(default_factory=MovedClock)
    trouble: StorageError | None = None
    restarts: int = 0
    paper: PaperInMemory | None = None

    def __post_init__(self) -> None:
        program = program_over(
            self.folder, self.clock, start_afresh=self._restart, trouble=self.trouble
        )
        self.shell: Shell = open_shell(
            self.application,
            program,
            choose_paper=lambda _parent: self.paper or PrintOutcome.NO_PRINTER,
            monotonic=self.clock.monotonic,
        )
        self.window = self.shell.window
        self.window.show()
        self.window.activateWindow()
        assert QTest.qWaitForWindowActive(self.window)
        self.stage = Stage(self.window, self.folder)
        self.stage.settle()

    @property
    def session(self) -> Session:
        assert self.shell.session is not None, "nobody is signed in"
        return self.shell.session

    def unlock(self, person: NewPerson = PRACTITIONER) -> None:
        """Sign in at the unlock page."""
        sign_in(self.stage, person.name, PASSPHRASES[person.id])
        self.stage.wait(lambda: self.shell.session is not None, "somebody is signed in")
        self.at_rest()

    def at_rest(self) -> None:
        """Everything asked of the file has come back and stands on the screen."""
        for _ in range(3):  # an answer may ask for more
            ask(self.stage, self.shell, lambda: None)
        self.stage.settle()

    def key(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """A key as the window system brings it."""
        QTest.keyClick(self.window.focusWidget() or self.window, key, modifier)
        self.stage.settle()

    def tick(self) -> None:
        """What the watch does each second."""
        self.session._watch.tick()

    def words(self) -> str:
        return self.stage.words()

    def named(self, name: str) -> list[QWidget]:
        return [found for found in self.window.findChildren(QWidget, name) if found.isVisible()]

    def label(self, name: str) -> str:
        return self.stage.find(name, QLabel).text()

    def unexpected(self) -> str:
        """What the crash notice was about, if one came up."""
        log = self.folder / LOG_NAME
        return log.read_text("ascii") if log.exists() else ""

    def close(self) -> None:
        """End it as the end of a process would, without locking."""
        if not isValid(self.shell):
            return
        for timer in self.application.findChildren(KeepSaving):
            timer.stop()
            timer.deleteLater()
        if self.shell.session is not None:
            self.shell.session.end()
        self.shell.runner.close()
        self.window.body.let_go()
        self.window.hide()
        self.window.deleteLater()
        self.shell.deleteLater()
        self.shell.session = None

    def _restart(self) -> None:
        self.restarts += 1
