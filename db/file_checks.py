"""What is looked at before a file is trusted: its pages, its rows, its schema, its age."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, func, select, table, text

from db.cipher_engine import open_for_maintenance, require_ciphertext
from db.records.file_mark import FILE_MARK
from db.storage_errors import in_our_words
from vrn_desktop.application.ports.vault import AuditAnchor, StoreKeys
from vrn_desktop.domain.errors import (
    FileDamagedError,
    FileNeedsMigrationError,
    FileRolledBackError,
    FileTooNewError,
)

RowCounts = Mapping[str, int]
"""How many rows each table holds."""


def require_newest_schema(connection: Connection, revisions: Sequence[str]) -> None:
    """Refuse a file that is not of the newest schema.

    Raises:
        FileTooNewError: written by a newer program.
        FileNeedsMigrationError: written by an older one.
    """
    revision = revision_of(connection)
    if revision not in revisions:
        raise FileTooNewError("the file was written by a newer version of the program")
    if revision != revisions[-1]:
        raise FileNeedsMigrationError("the file was written by an older version of the program")


def revision_of(connection: Connection) -> str:
    """The schema revision a file has.

    Raises:
        FileDamagedError: it has none, so it was never finished or is not ours.
    """
    has_tables = _value(
        connection, "SELECT count(*) FROM sqlite_master WHERE name='alembic_version'"
    )
    revision = _value(connection, "SELECT version_num FROM alembic_version") if has_tables else None
    if revision is None:
        raise FileDamagedError("the file has no schema")
    return str(revision)


def require_whole_pages(connection: Connection) -> None:
    """Check the seal of every page.

    Raises:
        FileDamagedError: a page is not as it was written.
    """
    if _rows(connection, "PRAGMA cipher_integrity_check"):
        raise FileDamagedError("a page of the file is damaged")


def require_whole_records(connection: Connection) -> None:
    """Check the order of all rows and that none names a record that is not there.

    Raises:
        FileDamagedError: tables, indexes or references do not agree.
    """
    if _rows(connection, "PRAGMA integrity_check(1)") != [("ok",)]:
        raise FileDamagedError("the tables of the file are damaged")
    if _rows(connection, "PRAGMA foreign_key_check"):
        raise FileDamagedError("records of the file name others that are not there")


def require_not_rolled_back(
    connection: Connection,
    *,
    anchor: AuditAnchor,
    end: AuditAnchor,
    generation: int,
    epoch: int,
) -> None:
    """Compare the file with its header: neither may be older than the other remembers.

    Raises:
        FileRolledBackError: an old file or an old header was put back.
    """
    with in_our_words():
        mark = connection.execute(select(FILE_MARK)).mappings().one()
        hash_then = connection.execute(
            text("SELECT hash FROM audit_entry WHERE seq = :seq"), {"seq": anchor.seq}
        ).scalar()
    if mark["epoch"] != epoch or end.commit_counter < anchor.commit_counter:
        raise FileRolledBackError("the file is older than its header")
    if anchor.seq and hash_then != anchor.hash:
        raise FileRolledBackError("the file is older than its header")
    if generation < mark["header_generation"]:
        raise FileRolledBackError("the header is older than its file")


def row_counts(connection: Connection) -> dict[str, int]:
    """How many rows each table of the file holds, whatever its schema."""
    names = _rows(
        connection,
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
        "ORDER BY name",
    )
    with in_our_words():
        return {
            name: connection.execute(select(func.count()).select_from(table(name))).scalar_one()
            for (name,) in names
        }


def verify_new_file(keys: StoreKeys, *, expected: RowCounts) -> None:
    """Look at a file just built, on a fresh connection, before any header names it.

    Raises:
        FileDamagedError: something is not as it should be, or rows are missing.
        StorageError: the file is not encrypted.
    """
    require_ciphertext(keys.path)
    engine = open_for_maintenance(keys)
    try:
        with engine.connect() as connection:
            require_whole_pages(connection)
            require_whole_records(connection)
            counts = row_counts(connection)
    finally:
        engine.dispose()
    if any(counts.get(name, 0) != count for name, count in expected.items()):
        raise FileDamagedError("the new file does not hold everything the old one does")


def _rows(connection: Connection, statement: str) -> list[tuple[Any, ...]]:
    with in_our_words():
        return [tuple(row) for row in connection.exec_driver_sql(statement)]


def _value(connection: Connection, statement: str) -> Any:
    rows = _rows(connection, statement)
    return rows[0][0] if rows else None
