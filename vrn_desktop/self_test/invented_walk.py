"""The walk itself, step after step, over a file of its own with a key that is cheap to derive."""

import sys
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from ui.application import make_application, open_shell
from ui.crash_handler import LOG_NAME
from ui.printing import Paper, PrintOutcome
from ui.shell import Shell
from vrn_desktop.application.program import Program
from vrn_desktop.bootstrap.program_building import build_program
from vrn_desktop.bootstrap.service_building import build_services
from vrn_desktop.domain.errors import (
    FileDamagedError,
    FileInUseError,
    FileMissingError,
    FileTooNewError,
    StorageError,
)
from vrn_desktop.presenters.navigation_presenter import Place, Route
from vrn_desktop.self_test import (
    after_steps,
    directory_steps,
    letter_steps,
    loop_steps,
    office_steps,
    set_up_steps,
    sync_steps,
    talk_steps,
)
from vrn_desktop.self_test.invented_content import InventedContentLibrary
from vrn_desktop.self_test.paper_in_memory import PaperInMemory
from vrn_desktop.self_test.stage import Stage, StepFailedError
from vrn_desktop.vault.key_cost import FLOOR
from vrn_desktop.vault.vault_file import VaultFile

Result = TypeVar("Result")

TROUBLES = {
    "list-of-people-damaged": FileDamagedError("invented"),
    "file-already-open": FileInUseError("invented"),
    "file-from-a-newer-program": FileTooNewError("invented"),
    "file-missing": FileMissingError("invented"),
}


class InventedWalk:
    """`step` names where it is; `report` says where everything lies."""

    def __init__(self, folder: Path, data: Path) -> None:
        self.step = "the beginning"
        self._folder = folder
        self._data = data
        self._written: list[Path] = []
        self.application = make_application()
        self._paper = PaperInMemory()
        self._ended = False
        self._shell = self._opened()
        self._stage = self._staged()

    def go(self) -> None:
        """Every step in its order.

        Raises:
            StepFailedError: one did not come out.
        """
        stage = self._stage
        passphrases = self._do("set up", lambda: set_up_steps.set_up(stage))
        self._do("lock", self._lock)
        stage = self._stage
        self._do("forgotten passphrase", lambda: office_steps.forgotten(stage))
        self._do("unlock", lambda: set_up_steps.unlock(stage, passphrases.practitioner))
        self._do("begin", lambda: talk_steps.begin(stage))
        self._do("opening steps", lambda: talk_steps.opening(stage))
        shell = self._shell
        self._do("sheets", lambda: talk_steps.sheets(stage))
        self._do(
            "share and hide",
            lambda: talk_steps.shared_and_hidden(stage, shell, passphrases.practitioner),
        )
        self._do("questions", lambda: talk_steps.questions(stage, shell))
        self._do("closing steps", lambda: talk_steps.closing(stage, shell))
        self._do("what was noted", lambda: after_steps.noted(stage))
        self._written.append(
            self._do("level", lambda: after_steps.level(stage, shell, self._folder))
        )
        self._written.append(
            self._do("letter", lambda: after_steps.letter(stage, shell, self._paper, self._folder))
        )
        self._written.extend(
            self._do(
                "other letters", lambda: letter_steps.other_letters(stage, shell, self._folder)
            )
        )
        self._do("the loop", lambda: loop_steps.loop(stage, shell))
        self._do("finding a service", lambda: directory_steps.directory(stage, shell))
        self._do("finish", lambda: after_steps.finish(stage, shell))
        self._do("lock again", self._lock)
        stage, shell = self._stage, self._shell
        self._do(
            "supervisor", lambda: office_steps.supervisor(stage, shell, passphrases.supervisor)
        )
        self._do("what leaves", lambda: sync_steps.sync(stage, shell, self._data))
        shell.go(Route(place=Place.BACKUP))
        self._do("restore", lambda: office_steps.restore(stage))
        self._do(
            "damaged file",
            lambda: office_steps.damaged(stage, self._data, passphrases.supervisor),
        )
        self._do("troubles with the file", self._troubles)

    def picture_failure(self) -> None:
        """What the window shows where the walk ended."""
        self._stage.picture("failed-here")

    def close(self) -> None:
        """End the store thread and the window, however far the walk came."""
        if self._shell.session is not None:
            self._shell.session.end()
        self._shell.runner.close()
        self._shell.window.hide()

    def report(self, seconds: float) -> None:
        """Write the figures and say where pictures, letter, level and figures lie."""
        pictures = self._stage.pictures
        figures = self._folder / "figures.txt"
        figures.write_text(
            "\n".join([f"pictures: {len(pictures)}", f"seconds: {seconds:.1f}"]) + "\n",
            encoding="utf-8",
        )
        for path in (*pictures, *self._written, figures):
            sys.stdout.write(f"{path}\n")

    def _do(self, step: str, work: Callable[[], Result]) -> Result:
        self.step = step
        try:
            result = work()
        except StepFailedError as failure:
            raise StepFailedError(f"{failure} {self._unexpected()}".strip()) from failure
        if self._unexpected():
            raise StepFailedError(self._unexpected())
        return result

    def _unexpected(self) -> str:
        """What the crash notice was about, if one came up."""
        log = self._data / LOG_NAME
        return f"(unexpected: {log.read_text('ascii').strip()})" if log.exists() else ""

    def _opened(self, trouble: StorageError | None = None) -> Shell:
        program = self._program(trouble)
        shell = open_shell(self.application, program, choose_paper=self._choose_paper)
        shell.window.show()
        shell.window.activateWindow()
        return shell

    def _staged(self) -> Stage:
        return Stage(self._shell.window, self._folder)

    def _program(self, trouble: StorageError | None) -> Program:
        program = build_program(
            self._data,
            vault=VaultFile(self._data, cost=FLOOR),
            start_afresh=self._note_end,
            trouble=trouble,
        )
        content = InventedContentLibrary()
        return replace(
            program, services_for=partial(build_services, folder=self._data, content=content)
        )

    def _note_end(self) -> None:
        self._ended = True

    def _lock(self) -> None:
        """Lock, which ends the program, and open it anew as the next process would."""
        self._ended = False
        self._shell.lock()
        self._stage.wait(lambda: self._ended, "the program has locked")
        self._open_anew()
        self._stage.find("unlock-go", QWidget)

    def _troubles(self) -> None:
        """What stands there instead of the unlock window when the file cannot be opened."""
        for name, trouble in TROUBLES.items():
            self._shell.runner.close()
            self._open_anew(trouble)
            self._stage.find("fileTrouble", QWidget)
            self._stage.picture(name)

    def _open_anew(self, trouble: StorageError | None = None) -> None:
        pictures = self._stage.pictures
        self._shell.window.hide()
        self._shell.window.deleteLater()
        self._shell = self._opened(trouble)
        self._stage = self._staged()
        self._stage.pictures = pictures

    def _choose_paper(self, _parent: QWidget | None) -> Paper | PrintOutcome:
        return self._paper
