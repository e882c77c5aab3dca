"""Sign-in, lock, restore and new locks as use cases: what is noted, and what a bad disk may not prevent."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.fake_files import NEWEST_BACKUP, OLDER_BACKUP, SHEET_WORDS, FakeStoreFiles, InventedFile
from tests.fake_store import FakeStore, FakeUnitOfWork
from tests.fake_vault import PASSPHRASE, FakeUnlockedVault
from tests.invented_services import PRIYA, SAM, WORKPLACE
from vrn_desktop.application.file_service import FirstRun, clock_jump
from vrn_desktop.application.open_file import OpenFile
from vrn_desktop.application.ports.store_files import EarlierFile
from vrn_desktop.application.ports.vault import AuditAnchor, NewPerson, UnlockedVault
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.errors import (
    DiskFullError,
    DiskReadOnlyError,
    NotAllowedError,
    StorageError,
    WrongPassphraseError,
)
from vrn_desktop.domain.identifiers import PractitionerId

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
KEPT = EarlierFile(path=Path("store-0001.db"), kept_since=NOW, size=4096)


class Recording(FakeUnlockedVault):
    """Remembers that the anchor was kept, or refuses to."""

    kept = False
    refuses: StorageError | None = None

    def record_anchor(self, anchor: AuditAnchor, *, notes_written: bool = False) -> None:
        if self.refuses is not None:
            raise self.refuses
        self.kept = True
        super().record_anchor(anchor, notes_written=notes_written)


class NoBackup(FakeStore):
    """Looks whether the anchor was kept already when the backup was asked for."""

    def __init__(self, vault: Recording) -> None:
        super().__init__()
        self.vault = vault
        self.anchored_before = False

    def back_up(self, at: datetime) -> str:
        self.anchored_before = self.vault.kept
        raise DiskFullError("x")


class ClosedAfterwards(FakeStoreFiles):
    """Commits the new file and then cannot open it."""

    def rebuild(self, vault: UnlockedVault, store: object, *, new_keys: bool) -> FakeStore:
        vault.commit_new_store()
        raise StorageError("x")


class NoEntries(FakeStore):
    """Takes the header's notes and no change."""

    @contextmanager
    def change(self, act: Act, subject: str) -> Iterator[FakeUnitOfWork]:
        with super().change(act, subject) as work:
            yield work
            raise DiskFullError("x")


def opened(file: InventedFile, who: str = "priya") -> OpenFile:
    person = PRIYA if who == "priya" else SAM
    return OpenFile(vault=FakeUnlockedVault(person, (PRIYA, SAM)), records=file.stores.store)


def test_a_failed_backup_neither_loses_the_anchor_nor_keeps_the_program_from_locking() -> None:
    vault = Recording(SAM, (SAM,))
    store = NoBackup(vault)

    trouble = InventedFile().service.lock(OpenFile(vault=vault, records=store))

    assert isinstance(trouble, DiskFullError)
    assert store.anchored_before
    assert vault.anchor.seq == 1
    assert store.acts == [(Act.LOCKED, "")]
    assert store.closed


def test_a_full_disk_keeps_nobody_from_locking() -> None:
    vault = Recording(SAM, (SAM,))
    store = NoBackup(vault)
    vault.refuses = store.refuses = DiskFullError("x")

    trouble = InventedFile().service.lock(OpenFile(vault=vault, records=store))

    assert trouble is store.refuses
    assert store.closed


def test_a_lock_in_order_reports_nothing_and_lets_written_notes_go() -> None:
    file = InventedFile()
    open_file = opened(file)
    vault = open_file.vault
    vault.change_person(SAM.id, name="Sam Corrected", trained=True)

    assert file.service.lock(open_file) is None

    assert file.stores.store.acts == [(Act.LOCKED, ""), (Act.PERSON_CHANGED, SAM.id)]
    assert vault.notes == ()


def test_notes_that_the_disk_did_not_take_stay_in_the_header() -> None:
    file = InventedFile()
    open_file = opened(file)
    open_file.vault.change_person(SAM.id, name="Sam Corrected", trained=True)
    file.stores.store.refuses = DiskFullError("x")

    assert not open_file.write_down()
    assert isinstance(file.service.lock(open_file), DiskFullError)

    assert [note.act for note in open_file.vault.notes] == [Act.PERSON_CHANGED]


def test_t12_a_read_only_disk_opens_for_reading_and_locks() -> None:
    file = InventedFile()
    file.stores.store.read_only = True

    open_file = file.service.unlock(SAM.id, PASSPHRASE)

    assert file.stores.store.acts == []
    with pytest.raises(DiskReadOnlyError), open_file.store.change(Act.WORDS_RECORDED, ""):
        pass
    assert file.service.lock(open_file) is None
    assert file.stores.store.closed


def test_a_sign_in_that_cannot_be_noted_does_not_leave_the_file_open() -> None:
    file = InventedFile()
    file.stores.store = NoEntries()
    with pytest.raises(DiskFullError):
        file.service.unlock(SAM.id, PASSPHRASE)
    assert file.stores.store.closed


def test_missed_sign_ins_are_noted_by_id_and_count_at_the_next_one_that_fits() -> None:
    file = InventedFile()
    for _ in range(3):
        with pytest.raises(WrongPassphraseError):
            file.service.unlock(SAM.id, "not it")
    assert file.stores.store.acts == []

    file.service.unlock(PRIYA.id, PASSPHRASE)
    file.service.unlock(PRIYA.id, PASSPHRASE)

    missed = (Act.SIGN_IN_MISSED, f"{SAM.id} 3")
    assert file.stores.store.acts == [missed, (Act.SIGNED_IN, ""), (Act.SIGNED_IN, "")]


@pytest.mark.parametrize(
    ("last", "jump"),
    [
        (None, ""),
        (NOW - timedelta(days=44), ""),
        (NOW + timedelta(hours=1, minutes=59), ""),
        (NOW + timedelta(hours=3), "behind"),
        (NOW - timedelta(days=46), "ahead"),
        (NOW - timedelta(days=3650), "ahead"),
    ],
)
def test_t15_a_clock_that_jumped_is_noted(last: datetime | None, jump: str) -> None:
    assert clock_jump(last, NOW) == jump
    file = InventedFile()
    file.stores.store.last_at = last
    file.service.unlock(SAM.id, PASSPHRASE)
    assert ((Act.CLOCK_JUMPED, jump) in file.stores.store.acts) == bool(jump)


@pytest.mark.parametrize(
    ("last", "missing"),
    [
        (None, False),
        (NEWEST_BACKUP.made_at, False),
        (NEWEST_BACKUP.made_at + timedelta(minutes=5), True),
    ],
)
def test_a_backup_that_was_not_made_at_the_last_lock_is_known_at_the_next_sign_in(
    last: datetime | None, *, missing: bool
) -> None:
    file = InventedFile()
    file.stores.store.last_at = last
    open_file = file.service.unlock(SAM.id, PASSPHRASE)
    assert file.service.backup_missing(open_file) == missing


def test_without_any_backup_it_is_missing_too() -> None:
    file = InventedFile()
    file.stores.store.last_at, file.stores.entries = NOW, ()
    assert file.service.backup_missing(file.service.unlock(SAM.id, PASSPHRASE))


def test_a_disk_that_is_nearly_full_is_known_where_records_are_open() -> None:
    file = InventedFile()
    opened = file.service.unlock(SAM.id, PASSPHRASE)
    assert not file.service.space_low(opened)
    file.stores.store.space_low = True
    assert file.service.space_low(opened)
    assert not file.service.space_low(replace(opened, records=None))


def test_set_up_is_begun_on_the_disk_before_the_store_is_made_and_closed_on_trouble() -> None:
    file = InventedFile()
    first_run = FirstRun(workplace=WORKPLACE, people=())
    file.vault.people = (PRIYA,)
    new = file.vault.create(help_lines=file.vault.help_lines, people=(_new(PRIYA.id),))
    file.stores.fails = DiskFullError("x")
    with pytest.raises(DiskFullError):
        file.service.create(first_run, new)
    assert file.vault.setting_up

    file.stores.fails, file.stores.store.refuses = None, DiskFullError("x")
    with pytest.raises(DiskFullError):
        file.service.create(first_run, new)
    assert file.stores.store.closed


def test_a_reset_by_the_sheet_is_noted_once() -> None:
    file = InventedFile()
    way = file.service.recovery()
    way.sign_in(way.open_with(" ".join(SHEET_WORDS)), SAM.id, "velvet anchor muffin pulley")
    assert file.stores.store.acts == [(Act.PASSPHRASE_RESET, SAM.id), (Act.SIGNED_IN, "")]


def test_a_restored_backup_is_noted_once() -> None:
    file = InventedFile()
    file.service.restore(OLDER_BACKUP.path, SAM.id, PASSPHRASE)
    assert file.stores.store.acts == [(Act.RESTORED, "")]


def test_a_supervisor_lets_the_earlier_file_go_and_that_is_noted() -> None:
    file = InventedFile()
    file.stores.kept = (KEPT,)
    assert file.service.earlier_files() == (KEPT,)

    file.service.let_earlier_go(opened(file))

    assert file.service.earlier_files() == ()
    assert file.stores.store.acts == [(Act.EARLIER_FILE_LET_GO, "store-0001.db")]


def test_an_earlier_file_whose_going_cannot_be_noted_stays() -> None:
    file = InventedFile()
    file.stores.kept, file.stores.store.refuses = (KEPT,), DiskFullError("x")
    with pytest.raises(DiskFullError):
        file.service.let_earlier_go(opened(file))
    assert file.stores.kept == (KEPT,)


@pytest.mark.parametrize("what", ["let_earlier_go", "change_locks"])
def test_only_a_supervisor_may(what: str) -> None:
    file = InventedFile()
    file.stores.kept = (KEPT,)
    act: Callable[[OpenFile], object] = getattr(file.service, what)
    with pytest.raises(NotAllowedError):
        act(opened(file, "sam"))
    assert file.stores.kept == (KEPT,)
    assert file.stores.store.acts == []


def test_locks_that_could_not_be_changed_are_as_they_were() -> None:
    file = InventedFile()
    file.stores.fails = DiskFullError("x")
    with pytest.raises(DiskFullError):
        file.service.change_locks(opened(file))


def test_locks_that_were_changed_count_even_if_the_file_does_not_open_at_once() -> None:
    file = InventedFile()
    file.stores = ClosedAfterwards(file.vault)
    changed = file.service.change_locks(opened(file))
    assert changed.records is None
    assert file.service.lock(changed) is None


def _new(person: str) -> NewPerson:
    return NewPerson(
        id=PractitionerId(person),
        name="Priya Invented",
        role=PRIYA.role,
        trained=True,
        passphrase=PASSPHRASE,
    )
