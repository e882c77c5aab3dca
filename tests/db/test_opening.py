"""The opening sequence of the encrypted file, on real files (security.md 2.7, T3 to T5, T10, T12)."""

import random
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from db import cipher_settings
from db.cipher_engine import PAGE, open_for_maintenance, open_new
from db.cipher_settings import SETTINGS, apply_settings, require_cipher, settings_value
from db.durable_files import journal_of
from db.schema import REVISIONS
from db.sql_store import SqlStore
from tests.db import invented_records as invented
from tests.db.invented_holder import InventedHolder, keys_in
from vrn_desktop.application.ports.vault import AuditAnchor
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.errors import (
    FileDamagedError,
    FileInUseError,
    FileMissingError,
    FileNeedsMigrationError,
    FileRolledBackError,
    FileTooNewError,
    StorageError,
)

SECOND_PROGRAM = """
import sys
from pathlib import Path
from tests.db.invented_holder import InventedHolder, keys_in
try:
    InventedHolder(keys_in(Path(sys.argv[1]))).open()
except Exception as error:
    print(type(error).__name__)
"""


def fill(holder: InventedHolder) -> None:
    store = holder.open()
    with store.change(Act.YOUNG_PERSON_ADDED, invented.YOUNG) as work:
        invented.write_everything(work)
    holder.anchor = store.audit_end()
    store.close()


def test_every_setting_holds_on_the_open_file(store: SqlStore) -> None:
    def ask(statement: str) -> list[tuple[object, ...]]:
        rows: list[tuple[object, ...]] = store._access._connection.execute(statement).fetchall()
        return rows

    assert {name: settings_value(ask, name) for name, _, _ in SETTINGS} == {
        "locking_mode": "exclusive",
        "journal_mode": "truncate",
        "synchronous": 3,
        "fullfsync": 1,
        "temp_store": 2,
        "secure_delete": 1,
        "foreign_keys": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "mmap_size": 0,
        "cache_size": -32768,
        "recursive_triggers": 1,
    }
    assert str(settings_value(ask, "cipher_version")) >= "4.19"


@pytest.mark.parametrize("name", [name for name, _, _ in SETTINGS])
def test_a_setting_that_does_not_take_refuses_the_file(name: str) -> None:
    values = {setting: expected for setting, _, expected in SETTINGS}
    values[name] = "something else"

    def ask(statement: str) -> list[tuple[object, ...]]:
        return [(values[statement.removeprefix("PRAGMA ").partition("=")[0]],)]

    with pytest.raises(StorageError, match=name):
        apply_settings(ask)


@pytest.mark.parametrize("version", ["", "4.18.9 community", "3.53.4"])
def test_a_library_that_does_not_encrypt_as_proved_is_refused(version: str) -> None:
    with pytest.raises(StorageError):
        require_cipher(lambda _: [(version,)])
    require_cipher(lambda _: [("4.19.0 community",)])
    require_cipher(lambda _: [("5.0.1 community",)])
    assert cipher_settings.OLDEST_CIPHER == (4, 19)


@pytest.mark.parametrize(
    "statement",
    [
        "ATTACH 'other.db' AS other KEY ''",
        "DETACH main",
        "SELECT load_extension('anything')",
        "SELECT sqlcipher_export('main')",
        "VACUUM",
        "VACUUM INTO 'copy.db'",
        "CREATE TABLE another (a)",
        "CREATE TEMP TABLE another (a)",
        "DROP TRIGGER audit_entry_no_delete",
        "ALTER TABLE answer ADD COLUMN more",
        "PRAGMA foreign_keys = OFF",
        "PRAGMA writable_schema = ON",
        "PRAGMA journal_mode = WAL",
        "PRAGMA synchronous = OFF",
    ],
)
def test_the_open_file_reads_and_writes_rows_and_nothing_else(
    store: SqlStore, statement: str
) -> None:
    with pytest.raises(Exception, match=r"not authorized|authorization denied"):
        store._access._connection.execute(statement)


def test_a_missing_an_empty_and_a_short_file_are_refused(holder: InventedHolder) -> None:
    path = holder.store.path
    whole = path.read_bytes()
    path.unlink()
    with pytest.raises(FileMissingError):
        holder.open()
    assert not path.exists()
    for length in (0, 1, PAGE - 1):
        path.write_bytes(whole[:length])
        with pytest.raises(FileDamagedError):
            holder.open()
        assert path.read_bytes() == whole[:length]


def test_a_truncated_file_is_refused_and_left_as_it_is(holder: InventedHolder) -> None:
    fill(holder)
    path = holder.store.path
    whole = path.read_bytes()
    draw = random.Random(7)  # noqa: S311 - which lengths are tried
    for length in (PAGE, len(whole) - PAGE, len(whole) - 1, draw.randrange(PAGE, len(whole))):
        path.write_bytes(whole[:length])
        with pytest.raises(StorageError):
            holder.open()
        assert path.read_bytes() == whole[:length]


def test_foreign_files_are_refused_whatever_they_are(holder: InventedHolder) -> None:
    path = holder.store.path
    for content in (b"SQLite format 3\x00" + bytes(2 * PAGE), b"%PDF-1.7" * PAGE, bytes(3 * PAGE)):
        path.write_bytes(content)
        with pytest.raises(FileDamagedError):
            holder.open()
        assert path.read_bytes() == content


def test_another_key_opens_nothing_and_says_nothing_on_the_terminal(
    holder: InventedHolder, capfd: pytest.CaptureFixture[str]
) -> None:
    wrong = replace(holder, store=replace(holder.store, key=b"w" * 32))
    with pytest.raises(FileDamagedError):
        wrong.open()
    assert capfd.readouterr() == ("", "")


def test_t3_one_flipped_bit_in_any_page_is_found(holder: InventedHolder) -> None:
    fill(holder)
    path = holder.store.path
    whole = path.read_bytes()
    draw = random.Random(3)  # noqa: S311 - which bit is flipped
    missed = []
    for page in range(len(whole) // PAGE):
        # The first 16 bytes are the salt, which is in the header and not read from here.
        place = page * PAGE + draw.randrange(16 if page == 0 else 0, PAGE)
        damaged = bytearray(whole)
        damaged[place] ^= 1 << draw.randrange(8)
        path.write_bytes(damaged)
        try:
            holder.open().close()
        except FileDamagedError:
            continue
        missed.append(page)
    assert missed == []


def test_t4_the_first_sixteen_bytes_are_not_needed(holder: InventedHolder) -> None:
    fill(holder)
    path = holder.store.path
    path.write_bytes(bytes(16) + path.read_bytes()[16:])
    holder.open().close()


def test_t4_zeroed_and_swapped_pages_are_found(holder: InventedHolder) -> None:
    fill(holder)
    path = holder.store.path
    whole = path.read_bytes()
    pages = [whole[at : at + PAGE] for at in range(0, len(whole), PAGE)]
    missed = []
    for number in range(1, len(pages)):
        other = number % (len(pages) - 1) + 1
        zeroed = [*pages[:number], bytes(PAGE), *pages[number + 1 :]]
        swapped = list(pages)
        swapped[number], swapped[other] = pages[other], pages[number]
        for what, content in (("zeroed", zeroed), ("swapped", swapped)):
            path.write_bytes(b"".join(content))
            try:
                holder.open().close()
            except FileDamagedError:
                continue
            missed.append((what, number))
    assert missed == []


def test_t10_a_second_program_can_neither_read_nor_write(
    holder: InventedHolder, store: SqlStore
) -> None:
    with pytest.raises(FileInUseError):
        holder.open()
    second = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", SECOND_PROGRAM, str(holder.store.path.parent)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    assert second.stdout == "FileInUseError\n"
    with store.change(Act.SIGNED_IN, ""):
        pass


def test_t5_an_old_file_put_back_is_noticed(holder: InventedHolder) -> None:
    holder.open().close()
    old = holder.store.path.read_bytes()
    fill(holder)
    holder.store.path.write_bytes(old)
    with pytest.raises(FileRolledBackError):
        holder.open()


def test_t5_a_file_with_another_past_is_noticed(holder: InventedHolder) -> None:
    fill(holder)
    holder.anchor = replace(holder.anchor, hash=b"x" * 32)
    with pytest.raises(FileRolledBackError):
        holder.open()


def test_t5_an_old_header_put_back_is_noticed(holder: InventedHolder) -> None:
    holder.generation = 7
    store = holder.open()
    store.remember_header(9)
    store.close()
    holder.generation = 8
    with pytest.raises(FileRolledBackError):
        holder.open()
    holder.generation = 9
    holder.open().close()


def test_a_file_of_another_key_epoch_is_noticed(holder: InventedHolder) -> None:
    with pytest.raises(FileRolledBackError):
        replace(holder, store=replace(holder.store, epoch=2)).open()


def test_a_file_that_went_on_after_the_last_lock_is_fine(holder: InventedHolder) -> None:
    fill(holder)
    then = holder.anchor
    store = holder.open()
    with store.change(Act.SIGNED_IN, ""):
        pass
    store.close()
    holder.anchor = then
    store = holder.open()
    assert store.commit_count() == then.commit_counter + 1
    assert store.audit_head()[0] == then.seq + 1
    store.close()


def test_files_of_other_schemas_are_told_apart(holder: InventedHolder) -> None:
    for revision, error in (("9999", FileTooNewError), ("0000", FileTooNewError)):
        _set_revision(holder, revision)
        with pytest.raises(error):
            holder.open()


def test_a_file_of_an_older_schema_asks_for_migration(
    holder: InventedHolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.opening.REVISIONS", (*REVISIONS, "9998"))
    with pytest.raises(FileNeedsMigrationError):
        holder.open()


def test_a_file_that_was_never_finished_is_refused(tmp_path: Path) -> None:
    keys = keys_in(tmp_path)
    engine = open_new(keys)
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE half (a)")
    engine.dispose()
    with pytest.raises(FileDamagedError):
        InventedHolder(keys).open()


def test_l18_only_this_user_can_read_the_files(holder: InventedHolder, store: SqlStore) -> None:
    with store.change(Act.SIGNED_IN, ""):
        pass
    path = holder.store.path
    assert [oct(file.stat().st_mode & 0o777) for file in (path, journal_of(path))] == ["0o600"] * 2


def test_an_anchor_of_nothing_fits_every_file(holder: InventedHolder) -> None:
    assert holder.anchor == AuditAnchor()
    holder.open().close()


def _set_revision(holder: InventedHolder, revision: str) -> None:
    engine = open_for_maintenance(holder.store)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = ?", (revision,))
    engine.dispose()
