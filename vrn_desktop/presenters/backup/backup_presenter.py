"""The backup page: one now, what there is, a copy on a stick, and the way to bring one back."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from vrn_desktop.application.file_service import FileService
from vrn_desktop.application.open_file import OpenFile
from vrn_desktop.application.ports.clock import Clock
from vrn_desktop.application.ports.store_files import BackupEntry, EarlierFile
from vrn_desktop.application.ports.task_runner import TaskRunner
from vrn_desktop.domain.errors import DiskFullError, DiskReadOnlyError, FileDamagedError
from vrn_desktop.presenters.backup.backup_words import (
    BackupRow,
    backup_line,
    backup_rows,
    kept_lines,
    newest_of,
)
from vrn_desktop.presenters.error_text import told
from vrn_desktop.presenters.navigation_presenter import Place, Route
from vrn_desktop.presenters.presenter import Presenter
from vrn_desktop.presenters.wording import local_date

WORKING = "Making a backup and reading it back…"
WAITING = "One moment…"
COPYING = "Copying to the stick and reading it back…"
MADE = "The backup is made. It was read back and compared: everything is in it."
COPIED = (
    "The copy is on the stick. It was read back and compared. Keep the stick in a locked place, not in "
    "the laptop bag."
)
COPY_DIFFERS = "The stick did not give back what was written. Use another stick."
LET_GO = "The earlier file is removed. What you work with now is the only one on this laptop."
STICK_GONE = "The copy could not be made. Check that the stick is plugged in, then try again."


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupState:
    """`line` is the age in a sentence, `is_old` whether it is more than a week.

    `kept` describes the files from before a restore; a supervisor may let them go.
    """

    rows: tuple[BackupRow, ...] = ()
    line: str = ""
    is_old: bool = False
    working: str = ""
    done: str = ""
    problem: str = ""
    kept: tuple[str, ...] = ()
    may_let_go: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What lies on the laptop; `missing`: no backup holds what was written last time."""

    backups: tuple[BackupEntry, ...]
    earlier: tuple[EarlierFile, ...]
    missing: bool
    space_low: bool


class BackupPresenter(Presenter[BackupState]):
    """Everything slow runs on the store thread; done is said only after reading back."""

    def __init__(
        self,
        files: FileService,
        opened: OpenFile,
        *,
        runner: TaskRunner,
        clock: Clock,
        go: Callable[[Route], None],
    ) -> None:
        super().__init__(BackupState())
        self._files = files
        self._opened = opened
        self._runner = runner
        self._clock = clock
        self._go = go
        self._list()

    def make_now(self) -> None:
        """Make a verified backup."""
        if not self.state.working:
            self.show(replace(self.state, working=WORKING, done="", problem=""))
            self._runner.run(
                lambda: self._files.back_up(self._opened),
                then=lambda _name: self._say(done=MADE),
                failed=lambda error: self._say(problem=told(error)),
            )

    def copy_to(self, backup: Path, folder: Path) -> None:
        """Put a copy of one backup into a folder of a stick."""
        if not self.state.working:
            self.show(replace(self.state, working=COPYING, done="", problem=""))
            self._runner.run(
                lambda: self._files.copy_out(backup, folder),
                then=lambda _done: self._say(done=COPIED),
                failed=lambda error: self._say(problem=_copy_problem(error)),
            )

    def let_earlier_go(self) -> None:
        """Everything is in the file that was brought back: remove the one from before."""
        if not self.state.working:
            self.show(replace(self.state, working=WAITING, done="", problem=""))
            self._runner.run(
                lambda: self._files.let_earlier_go(self._opened),
                then=lambda _done: self._say(done=LET_GO),
                failed=lambda error: self._say(problem=told(error)),
            )

    def restore(self) -> None:
        """To the page that explains bringing one back."""
        self._go(Route(place=Place.RESTORE))

    def _say(self, *, done: str = "", problem: str = "") -> None:
        self.show(replace(self.state, working="", done=done, problem=problem))
        self._list()

    def _list(self) -> None:
        self._runner.run(
            lambda: Found(
                backups=self._files.backups(),
                earlier=self._files.earlier_files(),
                missing=self._files.backup_missing(self._opened),
                space_low=self._files.space_low(self._opened),
            ),
            then=self._show_rows,
            failed=self._not_listed,
        )

    def _show_rows(self, found: Found) -> None:
        today, vault = local_date(self._clock()), self._opened.vault
        line, is_old = backup_line(
            newest_of(found.backups), today, missing=found.missing, space_low=found.space_low
        )
        epoch = vault.store.epoch if vault.store is not None else 0
        self.show(
            replace(
                self.state,
                rows=backup_rows(found.backups, today, epoch=epoch, people=vault.people),
                line=line,
                is_old=is_old,
                kept=kept_lines(found.earlier),
                may_let_go=self._opened.practitioner.role.may_review,
            )
        )

    def _not_listed(self, error: Exception) -> None:
        self.show(replace(self.state, problem=told(error)))


def _copy_problem(error: Exception) -> str:
    if isinstance(error, FileDamagedError):
        return COPY_DIFFERS
    return told(error) if isinstance(error, (DiskFullError, DiskReadOnlyError)) else STICK_GONE
