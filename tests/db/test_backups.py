"""Backups: sealed, read back, thinned, and refused when a single bit is wrong (security.md 5.3, T17)."""

import random
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from db import backups
from db.backup_container import read_container, read_header_copy
from db.backups import backup_folder, backups_to_drop, list_backups, restore_backup
from db.schema import REVISIONS
from db.sql_store import SqlStore
from tests.db import invented_records as invented
from tests.db.invented_holder import START, InventedHolder, keys_in
from vrn_desktop.application.ports.store_files import BackupEntry
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.errors import FileDamagedError, FileTooNewError, StorageError


@pytest.fixture
def backup(holder: InventedHolder, store: SqlStore) -> Path:
    with store.change(Act.YOUNG_PERSON_ADDED, invented.YOUNG) as work:
        invented.write_everything(work)
    return backup_folder(holder.store.path.parent) / store.back_up(START)


def restore(backup: Path, holder: InventedHolder, number: int = 2, **changes: object) -> SqlStore:
    new = replace(keys_in(holder.store.path.parent, number), **changes)  # type: ignore[arg-type]
    restore_backup(backup, holder=holder, new=new)
    return replace(holder, store=new).open()


def test_a_backup_comes_back_as_a_new_file_with_everything_in_it(
    backup: Path, holder: InventedHolder, store: SqlStore
) -> None:
    end = store.audit_end()
    with store.change(Act.BACKUP_MADE, ""):
        pass
    restored = restore(backup, holder)
    with restored.read() as work:
        assert work.screenings.get(invented.TALK) == invented.screening()
        assert work.letters.pdf(invented.LETTER.id) == invented.PDF
    assert restored.audit_end() == end
    restored.close()
    assert store.commit_count() == 2


def test_a_backup_says_what_is_in_it_and_carries_the_header(
    backup: Path, holder: InventedHolder, store: SqlStore
) -> None:
    manifest = read_container(backup, mac_key=holder.backup_mac_key).manifest
    assert manifest.made_at == START
    assert (manifest.revision, manifest.epoch, manifest.end) == (
        REVISIONS[-1],
        1,
        store.audit_end(),
    )
    assert manifest.counts["answer"] == 10
    assert read_header_copy(backup) == holder.header_copy
    assert invented.CANARY.encode() not in backup.read_bytes()


def test_a_backup_leaves_nothing_else_behind(backup: Path, store: SqlStore) -> None:
    again = store.back_up(START + timedelta(seconds=1))
    assert [path.name for path in backup.parent.iterdir()] == [again]
    assert [oct(path.stat().st_mode & 0o777) for path in backup.parent.iterdir()] == ["0o600"]
    assert "sam" not in again.casefold()


def test_a_restore_can_bring_the_records_under_other_keys(
    backup: Path, holder: InventedHolder
) -> None:
    restored = restore(backup, holder, key=b"z" * 32, salt=b"y" * 16)
    with restored.read() as work:
        assert work.young_people.get(invented.YOUNG) == invented.person()
    restored.close()


@pytest.mark.torture
def test_t17_no_flipped_bit_is_accepted(backup: Path, holder: InventedHolder) -> None:
    whole = backup.read_bytes()
    tail = range(len(whole) - 1200, len(whole))
    places = [*random.sample(range(len(whole)), 200), *random.sample(tail, 200)]
    for place in places:
        damaged = bytearray(whole)
        damaged[place] ^= 1 << random.randrange(8)  # noqa: S311 - any bit
        backup.write_bytes(damaged)
        with pytest.raises(FileDamagedError):
            read_container(backup, mac_key=holder.backup_mac_key)


@pytest.mark.torture
def test_t17_no_cut_or_longer_backup_is_accepted(backup: Path, holder: InventedHolder) -> None:
    whole = backup.read_bytes()
    lengths = [0, 1, 63, 64, 65, len(whole) - 1, *random.sample(range(len(whole)), 100)]
    for content in [*(whole[:length] for length in lengths), whole + b"\x00", whole + whole]:
        backup.write_bytes(content)
        with pytest.raises(FileDamagedError):
            read_container(backup, mac_key=holder.backup_mac_key)


def test_a_damaged_backup_restores_nothing(backup: Path, holder: InventedHolder) -> None:
    content = bytearray(backup.read_bytes())
    content[5000] ^= 4
    backup.write_bytes(content)
    before = {path.name for path in holder.store.path.parent.iterdir()}
    with pytest.raises(FileDamagedError):
        restore(backup, holder)
    assert {path.name for path in holder.store.path.parent.iterdir()} == before


def test_a_backup_of_another_vault_is_refused(backup: Path, holder: InventedHolder) -> None:
    with pytest.raises(FileDamagedError):
        restore(backup, replace(holder, backup_mac_key=b"o" * 32))


def test_a_backup_of_a_newer_program_is_refused(
    backup: Path, holder: InventedHolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backups, "REVISIONS", ("0000",))
    with pytest.raises(FileTooNewError):
        restore(backup, holder)


def test_a_backup_that_cannot_be_made_leaves_the_earlier_ones(
    backup: Path, store: SqlStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise FileDamagedError("the backup is damaged")

    monkeypatch.setattr(backups, "read_container", broken)
    with pytest.raises(StorageError):
        store.back_up(START + timedelta(days=40))
    assert [path.name for path in backup.parent.iterdir()] == [backup.name]


def test_seven_days_and_four_weeks_are_kept_and_nothing_beyond_35_days() -> None:
    kept: list[BackupEntry] = []
    for day in range(120):
        for hour in (9, 17):
            at = START + timedelta(days=day, hours=hour - 9)
            kept.append(entry(at))
            dropped = backups_to_drop(kept, kept[-1].path.name, at)
            kept = [one for one in kept if one not in dropped]
    ages = [(kept[-1].made_at - one.made_at).days for one in reversed(kept)]
    assert ages[:7] == [0, 1, 2, 3, 4, 5, 6]
    assert 7 <= len(ages) <= 11
    assert max(ages) <= 35
    assert max(ages) >= 19
    assert all(one.made_at.hour == 17 for one in kept)


def test_t15_a_clock_that_jumped_drops_nothing() -> None:
    kept = [entry(START - timedelta(days=day)) for day in range(30)]
    for at in (START + timedelta(days=3650), START - timedelta(days=3650)):
        newest = entry(at)
        assert backups_to_drop([*kept, newest], newest.path.name, at) == ()


def test_only_backups_are_listed_newest_first(tmp_path: Path) -> None:
    for at in (START, START + timedelta(days=2), START + timedelta(days=1)):
        (tmp_path / entry(at).path.name).write_bytes(b"123")
    (tmp_path / "backup-20261123T090000Z.vrnbackup.part").write_bytes(b"")
    (tmp_path / "backup-notes.vrnbackup").write_bytes(b"")
    listed = list_backups(tmp_path)
    assert [one.made_at.day for one in listed] == [25, 24, 23]
    assert listed[0].size == 3
    assert list_backups(tmp_path / "missing") == ()


def entry(at: datetime) -> BackupEntry:
    name = f"backup-{at:%Y%m%dT%H%M%S}Z.vrnbackup"
    return BackupEntry(path=Path(name), made_at=at, size=1)
