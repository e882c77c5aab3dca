"""Bringing a backup back into a new file, with a passphrase that was valid when it was made."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from vrn_desktop.application.file_service import FileService
from vrn_desktop.application.open_file import OpenFile
from vrn_desktop.application.ports.clock import Clock
from vrn_desktop.application.ports.store_files import BackupEntry
from vrn_desktop.application.ports.task_runner import TaskRunner
from vrn_desktop.application.ports.vault import PersonToPick, VaultDescription
from vrn_desktop.application.recovery_way import RecoveryWay
from vrn_desktop.domain.errors import (
    FileDamagedError,
    NotAllowedError,
    WrongPassphraseError,
)
from vrn_desktop.domain.identifiers import PractitionerId
from vrn_desktop.domain.practitioner import Role
from vrn_desktop.presenters.backup.backup_words import BackupRow, backup_rows
from vrn_desktop.presenters.error_text import told
from vrn_desktop.presenters.presenter import Presenter
from vrn_desktop.presenters.wording import local_date

CHOOSE_BACKUP = "Choose a backup first."
CHOOSE_WHO = "Choose your name."
TYPE_IT = "Type the passphrase you had when the backup was made."
NO_MATCH = (
    "That didn’t match. It has to be the passphrase you had when this backup was made. Check Caps Lock "
    "and the keyboard language."
)
DAMAGED = "This backup is damaged, so nothing of it was used. Choose an older one."
NOT_YOURS = "This backup can’t be brought back by this person here. A supervisor who still works here can do it."
FILE_IS_HERE = (
    "The sheet opens the file that is on this laptop, so nothing has to be brought back for that. Go back, "
    "choose “I forgot my passphrase” and use it there."
)
RESTORING = "Checking the backup and building a new file…"


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreState:
    """The list of backups, the chosen one with who could sign in then, and what is missing."""

    rows: tuple[BackupRow, ...] = ()
    listed: bool = False
    backup: Path | None = None
    people: tuple[PersonToPick, ...] = ()
    chosen: PractitionerId | None = None
    backup_problem: str = ""
    who_problem: str = ""
    passphrase_problem: str = ""
    working: str = ""


class RestorePresenter(Presenter[RestoreState]):
    """`restored` takes over with the new file open; the file before stays beside it."""

    def __init__(
        self,
        files: FileService,
        *,
        runner: TaskRunner,
        clock: Clock,
        restored: Callable[[OpenFile], None],
        with_sheet: Callable[[RecoveryWay], None],
        leave: Callable[[], None],
    ) -> None:
        super().__init__(RestoreState())
        self._files = files
        self._runner = runner
        self._clock = clock
        self._restored = restored
        self._with_sheet = with_sheet
        self.leave = leave
        self._runner.run(self._files.backups, then=self._show_rows, failed=self._not_listed)

    def choose_backup(self, backup: Path) -> None:
        """Look into one backup: who could sign in then. It may also lie on a stick."""
        self.show(replace(self.state, backup=None, people=(), chosen=None, backup_problem=""))
        self._runner.run(
            lambda: self._files.describe_backup(backup),
            then=lambda description: self._look_into(backup, description),
            failed=self._not_chosen,
        )

    def choose_person(self, person: PractitionerId) -> None:
        """Say whose passphrase will be typed."""
        self.show(replace(self.state, chosen=person, who_problem=""))

    def restore(self, passphrase: str) -> None:
        """Build the new file and sign in."""
        backup, person = self.state.backup, self.state.chosen
        if self.state.working:
            return
        if backup is None or person is None or not passphrase:
            self.show(
                replace(
                    self.state,
                    backup_problem="" if backup is not None else CHOOSE_BACKUP,
                    who_problem="" if person is not None or backup is None else CHOOSE_WHO,
                    passphrase_problem="" if passphrase or backup is None else TYPE_IT,
                )
            )
            return
        self.show(replace(self.state, working=RESTORING, passphrase_problem=""))
        self._runner.run(
            lambda: self._files.restore(backup, person, passphrase),
            then=self._restored,
            failed=self._not_restored,
        )

    def use_sheet(self) -> None:
        """Nobody knows a passphrase of that day: the recovery sheet opens the backup instead."""
        backup = self.state.backup
        if backup is not None and not self.state.working:
            self._runner.run(
                lambda: self._files.recovery_of(backup),
                then=self._with_sheet,
                failed=self._not_with_sheet,
            )

    def _not_with_sheet(self, error: Exception) -> None:
        words = FILE_IS_HERE if isinstance(error, NotAllowedError) else told(error)
        self.show(replace(self.state, passphrase_problem=words))

    def _show_rows(self, backups: tuple[BackupEntry, ...]) -> None:
        today = local_date(self._clock())
        self.show(replace(self.state, rows=backup_rows(backups, today), listed=True))

    def _not_listed(self, error: Exception) -> None:
        self.show(replace(self.state, listed=True, backup_problem=told(error)))

    def _look_into(self, backup: Path, description: VaultDescription) -> None:
        people = tuple(p for p in description.people if p.role is not Role.ADMINISTRATOR)
        only = people[0].id if len(people) == 1 else None
        self.show(replace(self.state, backup=backup, people=people, chosen=only))

    def _not_chosen(self, error: Exception) -> None:
        words = DAMAGED if isinstance(error, FileDamagedError) else told(error)
        self.show(replace(self.state, backup_problem=words))

    def _not_restored(self, error: Exception) -> None:
        state = replace(self.state, working="")
        if isinstance(error, WrongPassphraseError):
            self.show(replace(state, passphrase_problem=NO_MATCH))
        elif isinstance(error, FileDamagedError):
            self.show(replace(state, backup_problem=DAMAGED))
        elif isinstance(error, NotAllowedError):
            self.show(replace(state, backup_problem=NOT_YOURS))
        else:
            self.show(replace(state, backup_problem=told(error)))
