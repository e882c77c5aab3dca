"""The numbered files: whatever makes a new one builds it beside the old; the header alone decides.

Creating, migrating, changing keys and restoring leave the live file untouched (security.md 3.4). When
one of these functions has returned, the new file is verified and on the disk, and the caller makes it
the live one with `UnlockedVault.commit_new_store`. A file that no header names is swept at the start.
"""

import re
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, update

from db.cipher_engine import open_for_maintenance, open_new
from db.durable_files import remove_store_file, sync_file, sync_folder
from db.file_checks import RowCounts, revision_of, row_counts, verify_new_file
from db.migrations.ladder import LADDER, SchemaLadder
from db.records.file_mark import FILE_MARK
from db.storage_errors import disk_in_our_words, in_our_words
from vrn_desktop.application.ports.store_files import EarlierFile
from vrn_desktop.application.ports.vault import StoreKeys
from vrn_desktop.domain.errors import FileTooNewError, StorageError

_STORE_NAME = re.compile(r"store-(\d{4,})\.db")


def create_store(new: StoreKeys) -> None:
    """Build an empty file of the newest schema.

    Raises:
        StorageError: see the kinds in `domain.errors`; nothing is left behind.
    """
    with _building(new) as engine:
        with in_our_words(), engine.begin() as connection:
            LADDER.climb(connection)
            _mark_epoch(connection, new)
        engine.dispose()
        _finish(new, expected={})


def migrate_store(live: StoreKeys, new: StoreKeys, ladder: SchemaLadder = LADDER) -> None:
    """Build a copy of the live file and bring it to the newest schema.

    Raises:
        FileTooNewError: the live file is of a schema this program does not know.
        StorageError: something else went wrong; the live file is as it was and nothing is left behind.
    """
    with _building(new) as engine:
        counts = _copy(live, engine, ladder.revisions)
        with in_our_words(), engine.begin() as connection:
            ladder.climb(connection)
        engine.dispose()
        _finish(new, expected=counts)


def copy_open_store(engine: Engine, new: StoreKeys) -> None:
    """Build a copy of the open file under the new file's key and epoch.

    Raises:
        StorageError: the open file is as it was and nothing is left behind.
    """
    with _building(new) as target:
        with in_our_words(), engine.connect() as connection:
            counts = row_counts(connection)
            connection.rollback()
        copy_pages(engine, target)
        with in_our_words(), target.begin() as connection:
            _mark_epoch(connection, new)
        target.dispose()
        _finish(new, expected=counts)


def keep_beside(path: Path) -> None:
    """Keep a store file although no header names it: it was live before a restore."""
    marker = _keep_marker(path)
    if not marker.exists():
        marker.touch(mode=0o600)
        sync_folder(path.parent)


def kept_beside(folder: Path) -> tuple[EarlierFile, ...]:
    """The store files that are kept although no header names them, oldest number first."""
    kept = []
    for path in sorted(folder.glob("store-*.db")):
        marker = _keep_marker(path)
        if marker.exists():
            since = datetime.fromtimestamp(marker.stat().st_mtime, UTC)
            kept.append(EarlierFile(path=path, kept_since=since, size=path.stat().st_size))
    return tuple(kept)


def let_go(path: Path) -> None:
    """Remove a kept store file for good, its mark last.

    Raises:
        StorageError: it is none, or could not be removed.
    """
    if not _keep_marker(path).exists():
        raise StorageError("this is no kept file")
    with disk_in_our_words():
        remove_store_file(path)
        _keep_marker(path).unlink()
        sync_folder(path.parent)


def sweep_leftovers(live: StoreKeys) -> tuple[int, ...]:
    """Remove the store files that no header names and nobody wants kept; returns their numbers."""
    folder = live.path.parent
    swept = []
    for path in sorted(folder.glob("store-*.db")):
        match = _STORE_NAME.fullmatch(path.name)
        if match and int(match[1]) != live.number and not _keep_marker(path).exists():
            remove_store_file(path)
            swept.append(int(match[1]))
    for part in (*folder.glob("*.part"), *folder.glob("backups/*.part")):
        remove_store_file(part)
    return tuple(swept)


def _keep_marker(path: Path) -> Path:
    return path.with_suffix(".kept")


@contextmanager
def _building(new: StoreKeys) -> Iterator[Engine]:
    engine = open_new(new)
    try:
        yield engine
    except BaseException:
        engine.dispose()
        remove_store_file(new.path)
        raise


def _copy(live: StoreKeys, into: Engine, revisions: Collection[str]) -> RowCounts:
    engine = open_for_maintenance(live)
    try:
        with engine.connect() as source, in_our_words():
            if revision_of(source) not in revisions:
                raise FileTooNewError("the file was written by a newer version of the program")
            counts = row_counts(source)
            source.rollback()
            copy_pages(engine, into)
            return counts
    finally:
        engine.dispose()


def copy_pages(source: Engine, target: Engine) -> None:
    """Copy a whole file through SQLite's own backup; each side is encrypted with its own key."""
    with in_our_words():
        from_file: Any = source.raw_connection().driver_connection
        from_file.backup(target.raw_connection().driver_connection)


def _mark_epoch(connection: Connection, keys: StoreKeys) -> None:
    connection.execute(update(FILE_MARK).values(epoch=keys.epoch))


def _finish(new: StoreKeys, *, expected: RowCounts) -> None:
    verify_new_file(new, expected=expected)
    sync_file(new.path)
    sync_folder(new.path.parent)
