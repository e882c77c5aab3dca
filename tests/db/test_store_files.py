"""New numbered files are built beside the live one, which stays as it is (security.md 3.4, T7, T8)."""

from dataclasses import replace
from pathlib import Path

import pytest

from db.cipher_engine import open_for_maintenance
from db.durable_files import journal_of
from db.migrations.ladder import LADDER
from db.sql_store import SqlStore
from db.store_files import create_store, keep_beside, migrate_store, sweep_leftovers
from tests.db import invented_records as invented
from tests.db.invented_holder import InventedHolder, keys_in
from tests.db.later_ladder import FAILING, LATER
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.errors import FileDamagedError, FileTooNewError, StorageError


def fill(holder: InventedHolder) -> None:
    store = holder.open()
    with store.change(Act.YOUNG_PERSON_ADDED, invented.YOUNG) as work:
        invented.write_everything(work)
    holder.anchor = store.audit_end()
    store.close()


def test_a_new_file_is_not_readable_without_its_key(tmp_path: Path) -> None:
    keys = keys_in(tmp_path)
    create_store(keys)
    assert not keys.path.read_bytes().startswith(b"SQLite format 3")
    assert b"young_person" not in keys.path.read_bytes()
    with pytest.raises(StorageError):
        create_store(keys)


def test_a_migration_builds_a_new_file_and_leaves_the_old_one(holder: InventedHolder) -> None:
    fill(holder)
    before = holder.store.path.read_bytes()
    new = keys_in(holder.store.path.parent, 2)
    migrate_store(holder.store, new, LATER)
    assert holder.store.path.read_bytes() == before
    engine = open_for_maintenance(new)
    with engine.connect() as connection:
        moved = connection.exec_driver_sql("SELECT note FROM invented").scalar_one()
        nick = connection.exec_driver_sql("SELECT nickname FROM young_person").scalar_one()
    engine.dispose()
    assert (moved, nick) == ("YP-0001", "nick YP-0001")


def test_t8_a_migration_that_breaks_off_leaves_nothing_but_the_old_file(
    holder: InventedHolder,
) -> None:
    fill(holder)
    before = holder.store.path.read_bytes()
    new = keys_in(holder.store.path.parent, 2)
    with pytest.raises(StorageError):
        migrate_store(holder.store, new, FAILING)
    assert not new.path.exists()
    assert not journal_of(new.path).exists()
    assert holder.store.path.read_bytes() == before
    holder.open().close()


def test_a_file_of_a_newer_program_is_not_migrated(holder: InventedHolder) -> None:
    newer = keys_in(holder.store.path.parent, 2)
    migrate_store(holder.store, newer, LATER)
    with pytest.raises(FileTooNewError):
        migrate_store(newer, keys_in(holder.store.path.parent, 3), LADDER)
    with pytest.raises(FileTooNewError):
        InventedHolder(newer).open()


def test_a_damaged_file_is_not_migrated(holder: InventedHolder) -> None:
    fill(holder)
    content = bytearray(holder.store.path.read_bytes())
    content[len(content) // 2] ^= 1
    holder.store.path.write_bytes(content)
    new = keys_in(holder.store.path.parent, 2)
    with pytest.raises(StorageError):
        migrate_store(holder.store, new)
    assert not new.path.exists()
    assert holder.store.path.read_bytes() == content


def test_new_keys_make_a_file_that_the_old_ones_do_not_open(holder: InventedHolder) -> None:
    fill(holder)
    folder = holder.store.path.parent
    store = holder.open()
    new = keys_in(folder, 2, epoch=2, key=b"n" * 32)
    store.copy_into(new)
    with store.change(Act.KEYS_ROTATED, ""):
        pass
    store.close()
    moved = replace(holder, store=new).open()
    with moved.read() as work:
        assert work.screenings.get(invented.TALK) == invented.screening()
    moved.close()
    with pytest.raises(FileDamagedError):
        replace(holder, store=replace(new, key=holder.store.key, salt=holder.store.salt)).open()


def test_files_that_no_header_names_are_swept_and_kept_ones_stay(
    holder: InventedHolder, store: SqlStore
) -> None:
    folder = holder.store.path.parent
    for number in (2, 3, 4):
        create_store(keys_in(folder, number))
    keep_beside(keys_in(folder, 3).path)
    (folder / "store-0005.db.part").write_bytes(b"half")
    (folder / "backups").mkdir()
    (folder / "backups" / "backup-x.vrnbackup.part").write_bytes(b"half")
    (folder / "header-a").write_bytes(b"header")
    assert sweep_leftovers(holder.store) == (2, 4)
    assert sorted(path.name for path in folder.iterdir()) == [
        "backups",
        "header-a",
        "store-0001.db",
        "store-0001.db-journal",
        "store-0003.db",
        "store-0003.db-journal",
        "store-0003.kept",
    ]
    assert list((folder / "backups").iterdir()) == []
