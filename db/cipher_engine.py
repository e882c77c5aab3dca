"""How the encrypted file is opened: the one sequence of security.md 2.7, each step checked."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

from db.cipher_settings import apply_settings, require_cipher
from db.statement_guard import set_guard
from db.storage_errors import disk_in_our_words, in_our_words
from vrn_desktop.application.ports.vault import StoreKeys
from vrn_desktop.domain.errors import FileDamagedError, FileMissingError, StorageError

PAGE = 4096
"""Bytes of a page; no file that holds anything is smaller."""

_PLAIN_HEADER = b"SQLite format 3\x00"
_WAIT_FOR_LOCK = 0.2
_TAKE_WRITE_LOCK = "BEGIN IMMEDIATE"


def open_live(keys: StoreKeys, *, read_only: bool) -> Engine:
    """The engine for daily work: one guarded connection that holds the file for itself.

    Raises:
        FileMissingError, FileDamagedError, FileInUseError, DiskReadOnlyError, StorageError.
    """
    _refuse_empty(keys.path)
    connection = _open(keys, mode="ro" if read_only else "rw")
    set_guard(connection)
    return _engine(connection, begin="BEGIN" if read_only else _TAKE_WRITE_LOCK)


def open_for_maintenance(keys: StoreKeys) -> Engine:
    """An engine that may also change tables and be copied; for files that are not in daily use."""
    _refuse_empty(keys.path)
    return _engine(_open(keys, mode="rw"))


def open_new(keys: StoreKeys) -> Engine:
    """An engine on a new, empty file that only this user can read.

    Raises:
        StorageError: there is such a file already.
        DiskFullError, DiskReadOnlyError: the folder takes no new file.
    """
    if keys.path.exists():
        raise StorageError("a file of this number is there already")
    with disk_in_our_words():
        os.close(os.open(keys.path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    return _engine(_open(keys, mode="rw"))


def is_writable(path: Path) -> bool:
    """Whether the file and its folder, where the journal lies, can be written to."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def require_ciphertext(path: Path) -> None:
    """Refuse a file that starts like plain SQLite; called while no connection holds it.

    Raises:
        StorageError: the file is not encrypted.
    """
    with path.open("rb") as file:
        if file.read(len(_PLAIN_HEADER)) == _PLAIN_HEADER:
            raise StorageError("the new file is not encrypted")


def _refuse_empty(path: Path) -> None:
    # SQLite would take an empty file for a fresh database and say nothing.
    try:
        size = path.stat().st_size
    except FileNotFoundError:
        raise FileMissingError("the file is not there") from None
    if size < PAGE:
        raise FileDamagedError("the file is too short")


def _open(keys: StoreKeys, *, mode: str) -> Any:
    with in_our_words():
        connection = dbapi2.connect(
            f"{keys.path.absolute().as_uri()}?mode={mode}",
            uri=True,
            isolation_level=None,
            timeout=_WAIT_FOR_LOCK,
        )
        try:
            _unlock(connection, keys)
            if mode == "rw":
                # EXCLUSIVE takes no lock before the first write: until then another process could write.
                connection.execute("BEGIN EXCLUSIVE")
                connection.execute("COMMIT")
        except BaseException:
            connection.close()
            raise
    return connection


def _unlock(connection: Any, keys: StoreKeys) -> None:
    def ask(statement: str) -> Sequence[Any]:
        rows: Sequence[Any] = connection.execute(statement).fetchall()
        return rows

    require_cipher(ask)
    ask(f"PRAGMA key = \"x'{keys.key.hex()}{keys.salt.hex()}'\"")
    ask("PRAGMA cipher_log_level = NONE")
    ask("SELECT count(*) FROM sqlite_master")
    apply_settings(ask)


def _engine(connection: Any, *, begin: str = _TAKE_WRITE_LOCK) -> Engine:
    engine = create_engine(
        "sqlite+pysqlite://",
        module=dbapi2,
        creator=lambda: connection,
        poolclass=StaticPool,
        hide_parameters=True,
    )

    @event.listens_for(engine, "begin")
    def begin_work(work: Connection) -> None:
        # The driver begins nothing by itself: only so can a change of tables be rolled back whole.
        work.exec_driver_sql(begin)

    return engine
