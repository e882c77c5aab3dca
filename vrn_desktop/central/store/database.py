"""The central office's database: an SQLite file of its own, or PostgreSQL by its URL."""

from collections.abc import Generator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import ConnectionPoolEntry

_SQLITE_SETTINGS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",  # a receipt is given only for what lies on the disk
    "PRAGMA foreign_keys = ON",
    "PRAGMA busy_timeout = 10000",
)
_WRITERS_IN_TURN = """\
SELECT pg_advisory_xact_lock(5641), set_config('synchronous_commit',
    CASE current_setting('synchronous_commit') WHEN 'off' THEN 'on'
    ELSE current_setting('synchronous_commit') END, true)"""
"""Any number, the same in every process: whoever judges messages does so one after another.

And whatever the server is set to: a receipt is given only for what lies on the disk.
"""


class NoSuchDatabaseError(Exception):
    """The text names no database this program can use."""


def open_database(url: str) -> Engine:
    """The database behind a URL (`sqlite:///FILE` or `postgresql://...`), with what it needs to be durable.

    Raises:
        NoSuchDatabaseError: the URL has another form; nothing was opened yet.
    """
    try:
        place = make_url(url)
    except ArgumentError as error:
        raise NoSuchDatabaseError("a database is named like postgresql://user@host/name") from error
    if place.get_backend_name() == "postgresql":
        return create_engine(
            place.set(drivername="postgresql+psycopg"), hide_parameters=True, pool_pre_ping=True
        )
    if place.get_backend_name() != "sqlite" or not place.database:
        raise NoSuchDatabaseError("the database is PostgreSQL, or an SQLite file")
    engine = create_engine(place, hide_parameters=True)
    event.listen(engine, "connect", _prepare_sqlite)
    return engine


@contextmanager
def judging(engine: Engine) -> Generator[Connection, None, None]:
    """A transaction in which nobody else judges messages, in this or another process."""
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        else:
            connection.exec_driver_sql(_WRITERS_IN_TURN)
        yield connection
        connection.commit()


def _prepare_sqlite(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    cursor = connection.cursor()
    for setting in _SQLITE_SETTINGS:
        cursor.execute(setting)
    cursor.close()
