"""Backups: made now, aged in words, copied to a stick, brought back into a new file."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from tests.fake_files import NEWEST_BACKUP, OLDER_BACKUP, SHEET_WORDS, InventedFile
from tests.fake_store import FakeStore
from tests.fake_vault import PASSPHRASE, FakeUnlockedVault
from tests.immediate_task_runner import ImmediateTaskRunner
from tests.invented_services import PRIYA, SAM
from vrn_desktop.application.open_file import OpenFile
from vrn_desktop.application.ports.store_files import EarlierFile
from vrn_desktop.application.recovery_way import RecoveryWay
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.errors import (
    DiskFullError,
    DiskReadOnlyError,
    FileDamagedError,
    NotAllowedError,
    StorageError,
)
from vrn_desktop.domain.practitioner import Practitioner
from vrn_desktop.presenters.backup import backup_presenter as backups
from vrn_desktop.presenters.backup import restore_presenter as restoring
from vrn_desktop.presenters.backup.backup_presenter import BackupPresenter
from vrn_desktop.presenters.backup.backup_words import (
    BEFORE_LEFT,
    BEFORE_LOCKS,
    NO_BACKUP,
    NONE_AT_LOCK,
    SPACE_LOW,
    backup_line,
    backup_rows,
    size_in_words,
)
from vrn_desktop.presenters.backup.restore_presenter import RestorePresenter
from vrn_desktop.presenters.navigation_presenter import Place, Route

STICK = Path("stick")


class FullDisk(FakeStore):
    def back_up(self, at: datetime) -> str:
        raise DiskFullError("x")


EARLIER = EarlierFile(
    path=Path("store-0001.kept"), kept_since=datetime(2026, 11, 20, 9, tzinfo=UTC), size=4_400_000
)


class Keeping:
    def __init__(self, store: FakeStore | None = None, me: Practitioner = SAM) -> None:
        self.file = InventedFile()
        self.file.stores.kept = (EARLIER,)
        self.routes: list[Route] = []
        self.opened = OpenFile(
            vault=FakeUnlockedVault(me, (SAM, PRIYA)), records=store or FakeStore()
        )
        self.presenter = self.again()

    def again(self) -> BackupPresenter:
        return BackupPresenter(
            self.file.service,
            self.opened,
            runner=ImmediateTaskRunner(),
            clock=self.file.clock,
            go=self.routes.append,
        )


class Restoring:
    def __init__(self) -> None:
        self.file = InventedFile()
        self.restored: list[OpenFile] = []
        self.with_sheet: list[RecoveryWay] = []
        self.presenter = RestorePresenter(
            self.file.service,
            runner=ImmediateTaskRunner(),
            clock=self.file.clock,
            restored=self.restored.append,
            with_sheet=self.with_sheet.append,
            leave=lambda: None,
        )


def test_the_list_says_when_how_old_and_how_large() -> None:
    rows = Keeping().presenter.state.rows
    assert [row.path for row in rows] == [NEWEST_BACKUP.path, OLDER_BACKUP.path]
    assert rows[0].made.startswith("Yesterday, ")
    assert (rows[1].age, rows[0].size) == ("4 days ago", "4.4 MB")
    assert [row.newest for row in rows] == [True, False]


def test_a_backup_made_now_is_said_only_after_reading_back() -> None:
    keeping = Keeping()
    keeping.presenter.make_now()
    assert keeping.presenter.state.done == backups.MADE
    assert keeping.presenter.state.working == ""


def test_a_full_disk_is_named() -> None:
    keeping = Keeping(FullDisk())
    keeping.presenter.make_now()
    assert "full" in keeping.presenter.state.problem
    assert keeping.presenter.state.done == ""


def test_a_copy_goes_to_the_chosen_folder() -> None:
    keeping = Keeping()
    keeping.presenter.copy_to(NEWEST_BACKUP.path, STICK)
    assert keeping.file.stores.copied == [(NEWEST_BACKUP.path, STICK)]
    assert keeping.presenter.state.done == backups.COPIED


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (FileDamagedError("x"), backups.COPY_DIFFERS),
        (DiskReadOnlyError("x"), "The folder can’t be written to."),
        (DiskFullError("x"), "The disk is full."),
        (StorageError("x"), backups.STICK_GONE),
    ],
)
def test_a_stick_that_does_not_take_it_is_named(error: Exception, said: str) -> None:
    keeping = Keeping()
    keeping.file.stores.fails = error
    keeping.presenter.copy_to(NEWEST_BACKUP.path, STICK)
    assert keeping.presenter.state.problem.startswith(said)


def test_a_supervisor_lets_the_file_from_before_a_restore_go() -> None:
    keeping = Keeping(me=PRIYA)
    assert keeping.presenter.state.kept == ("Kept since 20 November 2026, 4.4 MB",)
    assert keeping.presenter.state.may_let_go
    keeping.presenter.let_earlier_go()
    assert keeping.presenter.state.done == backups.LET_GO
    assert len(keeping.presenter.state.kept) == 0


def test_others_see_that_it_is_kept_and_cannot_remove_it() -> None:
    keeping = Keeping(me=SAM)
    assert not keeping.presenter.state.may_let_go
    keeping.presenter.let_earlier_go()
    assert keeping.presenter.state.problem
    assert len(keeping.presenter.state.kept) == 1


def test_the_way_to_bring_one_back() -> None:
    keeping = Keeping()
    keeping.presenter.restore()
    assert keeping.routes == [Route(place=Place.RESTORE)]


@pytest.mark.parametrize(
    ("newest", "line", "is_old"),
    [
        (None, NO_BACKUP, True),
        (datetime(2026, 11, 24, 8, tzinfo=UTC), "Last backup today.", False),
        (datetime(2026, 11, 17, 8, tzinfo=UTC), "Last backup 7 days ago.", False),
        (
            datetime(2026, 11, 16, 8, tzinfo=UTC),
            "Last backup 8 days ago. Make one now and copy it to a stick.",
            True,
        ),
    ],
)
def test_the_line_on_home_turns_ochre_after_a_week(
    newest: datetime | None, line: str, is_old: bool
) -> None:
    assert backup_line(newest, date(2026, 11, 24), UTC) == (line, is_old)


def test_sizes_in_words() -> None:
    assert (size_in_words(90_000), size_in_words(4_400_000)) == ("under 1 MB", "4.4 MB")


def test_a_backup_comes_back_with_the_passphrase_of_its_day() -> None:
    restore = Restoring()
    restore.presenter.choose_backup(OLDER_BACKUP.path)
    assert [person.name for person in restore.presenter.state.people] == [PRIYA.name, SAM.name]
    restore.presenter.choose_person(SAM.id)
    restore.presenter.restore("not then")
    assert restore.presenter.state.passphrase_problem == restoring.NO_MATCH
    restore.presenter.restore(PASSPHRASE)
    assert [opened.practitioner for opened in restore.restored] == [SAM]
    assert restore.file.stores.restored == [OLDER_BACKUP.path]
    assert (Act.RESTORED, "") in restore.file.stores.store.acts


def test_what_is_missing_is_said_one_after_the_other() -> None:
    restore = Restoring()
    restore.presenter.restore("")
    assert restore.presenter.state.backup_problem == restoring.CHOOSE_BACKUP
    restore.presenter.choose_backup(OLDER_BACKUP.path)
    restore.presenter.restore("")
    state = restore.presenter.state
    assert (state.who_problem, state.passphrase_problem) == (
        restoring.CHOOSE_WHO,
        restoring.TYPE_IT,
    )


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (FileDamagedError("x"), restoring.DAMAGED),
        (NotAllowedError("x"), restoring.NOT_YOURS),
        (DiskFullError("x"), "The disk is full."),
    ],
)
def test_a_backup_that_cannot_be_used_changes_nothing(error: Exception, said: str) -> None:
    restore = Restoring()
    restore.presenter.choose_backup(OLDER_BACKUP.path)
    restore.presenter.choose_person(SAM.id)
    restore.file.vault.fails = error
    restore.presenter.restore(PASSPHRASE)
    assert restore.presenter.state.backup_problem.startswith(said)
    assert restore.presenter.state.working == ""
    assert restore.restored == []


def test_a_damaged_backup_is_named_when_it_is_chosen() -> None:
    restore = Restoring()
    restore.file.stores.fails = FileDamagedError("x")
    restore.presenter.choose_backup(OLDER_BACKUP.path)
    assert restore.presenter.state.backup_problem == restoring.DAMAGED
    assert restore.presenter.state.backup is None


def test_backups_from_before_the_locks_were_changed_say_whom_they_let_in() -> None:
    left = replace(SAM, left_on=date(2026, 11, 20))
    entries = (
        replace(NEWEST_BACKUP, epoch=2),
        replace(OLDER_BACKUP, epoch=1),
        replace(OLDER_BACKUP, made_at=OLDER_BACKUP.made_at + timedelta(days=1), epoch=1),
        replace(OLDER_BACKUP, made_at=OLDER_BACKUP.made_at - timedelta(days=1), epoch=None),
    )
    rows = backup_rows(entries, date(2026, 11, 24), UTC, epoch=2, people=(PRIYA, left))
    assert [row.note for row in rows] == [
        "",
        BEFORE_LOCKS,
        BEFORE_LEFT.format(names="Sam Invented"),
        "",
    ]


def test_a_backup_that_the_last_lock_could_not_make_is_said_until_one_is_made() -> None:
    keeping = Keeping()
    keeping.opened = replace(keeping.opened, used_before=NEWEST_BACKUP.made_at + timedelta(hours=1))
    keeping.presenter = keeping.again()
    assert (keeping.presenter.state.line, keeping.presenter.state.is_old) == (NONE_AT_LOCK, True)
    made = replace(NEWEST_BACKUP, made_at=keeping.file.clock())
    keeping.file.stores.entries = (made, NEWEST_BACKUP)
    keeping.presenter.make_now()
    assert not keeping.presenter.state.is_old


def test_a_disk_that_is_nearly_full_is_told_before_anything_is_lost() -> None:
    store = FakeStore()
    store.space_low = True
    keeping = Keeping(store)
    assert (keeping.presenter.state.line, keeping.presenter.state.is_old) == (SPACE_LOW, True)
    store.space_low = False
    assert keeping.again().state.line != SPACE_LOW


def test_without_a_passphrase_of_that_day_the_sheet_brings_a_backup_back() -> None:
    restore = Restoring()
    restore.presenter.choose_backup(OLDER_BACKUP.path)
    restore.file.vault.there = False
    restore.presenter.use_sheet()
    (way,) = restore.with_sheet
    assert way.brings_back
    access = way.open_with(" ".join(SHEET_WORDS))
    opened = way.sign_in(access, SAM.id, "velvet anchor muffin pulley")
    assert opened.practitioner == SAM
    assert restore.file.stores.restored == [OLDER_BACKUP.path]


def test_the_sheet_opens_the_file_that_is_here_before_it_opens_a_backup() -> None:
    restore = Restoring()
    restore.presenter.choose_backup(OLDER_BACKUP.path)
    restore.presenter.use_sheet()
    assert restore.with_sheet == []
    assert restore.presenter.state.passphrase_problem == restoring.FILE_IS_HERE
