"""Moving a whole office into another database: every table, compared row by row before it is kept."""

import json
from base64 import b64encode
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from hashlib import sha256

from sqlalchemy import Connection, Engine, Integer, Table, func, insert, select, text

from vrn_desktop.central.store.metadata import CENTRAL
from vrn_desktop.central.store.schema import SCHEMA_VERSIONS

_ROWS_AT_ONCE = 500


class NotMovedError(Exception):
    """Nothing was kept at the new place."""


def moved(source: Engine, target: Engine) -> Mapping[str, int]:
    """Copy every table into an empty database; how many rows each has.

    Raises:
        NotMovedError: the new place holds something already, or a row came out different.
    """
    tables = [table for table in CENTRAL.sorted_tables if table is not SCHEMA_VERSIONS]
    with source.connect() as old, target.begin() as new:
        if source.dialect.name == "sqlite":
            old.exec_driver_sql("BEGIN IMMEDIATE")  # nothing is written behind our back meanwhile
        for table in tables:
            if new.scalar(select(func.count()).select_from(table)):
                raise NotMovedError("the new database is not empty")
        for table in tables:
            for rows in _parts(old, table):
                new.execute(insert(table), rows)
            _count_on(new, table)
        counts = {}
        for table in tables:
            counts[table.name], before = _digest(old, table)
            if (counts[table.name], before) != _digest(new, table):
                raise NotMovedError(f"{table.name} came out different")
    return counts


def _parts(connection: Connection, table: Table) -> Iterator[list[dict[str, object]]]:
    ordered = select(table).order_by(*table.primary_key.columns)
    rows = connection.execution_options(yield_per=_ROWS_AT_ONCE).execute(ordered)
    for part in rows.partitions():
        yield [dict(row._mapping) for row in part]  # noqa: SLF001  SQLAlchemy's documented name


def _digest(connection: Connection, table: Table) -> tuple[int, str]:
    """How many rows, and a digest over every value, whichever database keeps them.

    Each row is digested by itself and the digests sorted: databases order texts differently.
    """
    each = sorted(
        sha256(json.dumps(row, sort_keys=True, default=_plain).encode()).digest()
        for part in _parts(connection, table)
        for row in part
    )
    return len(each), sha256(b"".join(each)).hexdigest()


def _plain(value: object) -> str:
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, bytes | memoryview):
        return b64encode(value).decode("ascii")
    raise TypeError(type(value).__name__)


def _count_on(connection: Connection, table: Table) -> None:
    """PostgreSQL counts rows that number themselves in a sequence of its own: go on after the last."""
    number = table.autoincrement_column
    if connection.dialect.name != "postgresql" or number is None:
        return
    if not isinstance(number.type, Integer) or number.default is not None or number.foreign_keys:
        return
    last = connection.scalar(select(func.max(number)))
    sequence = connection.scalar(
        text("SELECT pg_get_serial_sequence(:table, :column)"),
        {"table": table.name, "column": number.name},
    )
    if last is not None and sequence is not None:
        connection.execute(
            text("SELECT setval(:sequence, :last)"), {"sequence": sequence, "last": last}
        )
