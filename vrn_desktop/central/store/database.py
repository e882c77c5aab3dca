"""The central office's database: an SQLite file of its own, or PostgreSQL by its URL."""

from sqlalchemy import Engine, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

_SQLITE_SETTINGS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",  # a receipt is given only for what lies on the disk
    "PRAGMA foreign_keys = ON",
    "PRAGMA busy_timeout = 10000",
)


def open_database(url: str) -> Engine:
    """The database behind a URL (`sqlite:///FILE` or `postgresql://...`), with what it needs to be durable."""
    place = make_url(url)
    if place.get_backend_name() == "postgresql":
        return create_engine(place.set(drivername="postgresql+psycopg"), hide_parameters=True)
    engine = create_engine(place, hide_parameters=True)
    event.listen(engine, "connect", _prepare_sqlite)
    return engine


def _prepare_sqlite(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    cursor = connection.cursor()
    for setting in _SQLITE_SETTINGS:
        cursor.execute(setting)
    cursor.close()
