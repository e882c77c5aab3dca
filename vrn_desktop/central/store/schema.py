"""The whole schema of the central office, its version, and how a database is brought to it.

A new version adds its step to this module; new tables alone need none, they are made where they are
missing. A program never opens a database that a newer one has written.
"""

from sqlalchemy import Column, Connection, Engine, Integer, Table, insert, select
from sqlalchemy.exc import SQLAlchemyError

from vrn_desktop.central.store import (
    event_tables,
    learning_notes,
    message_tables,
    office_tables,
    people_tables,
    release_tables,
    site_tables,
)
from vrn_desktop.central.store.metadata import CENTRAL

SCHEMA_VERSION = 1

TABLE_MODULES = (
    site_tables,
    message_tables,
    office_tables,
    people_tables,
    release_tables,
    event_tables,
    learning_notes,
)
"""Every module that names tables; importing it here is what makes them."""

SCHEMA_VERSIONS = Table(
    "schema_version",
    CENTRAL,
    Column("version", Integer, primary_key=True, autoincrement=False),
)


class NewerSchemaError(Exception):
    """A newer program has written this database; this one would not understand it."""


def create_schema(engine: Engine) -> None:
    """Make every table that is missing; twice is as good as once.

    Raises:
        NewerSchemaError: a newer program has written this database.
    """
    with engine.begin() as connection:
        SCHEMA_VERSIONS.create(connection, checkfirst=True)
        found = schema_version(connection)
        if found is not None and found > SCHEMA_VERSION:
            raise NewerSchemaError("a newer version of this program has written this database")
        CENTRAL.create_all(connection)
        if found is None:
            connection.execute(insert(SCHEMA_VERSIONS).values(version=SCHEMA_VERSION))


def refuse_other_schema(engine: Engine) -> None:
    """For an account that may make nothing: refuse a database that is not at this program's version.

    Raises:
        NewerSchemaError: it is at another version.
    """
    with engine.connect() as connection:
        if schema_version(connection) != SCHEMA_VERSION:
            raise NewerSchemaError("office and intake must be of one version: update both")


def schema_version(connection: Connection) -> int | None:
    """The version in the database; None in a fresh one."""
    return connection.scalar(select(SCHEMA_VERSIONS.c.version))


def is_reachable(engine: Engine) -> bool:
    """Whether the database answers now."""
    try:
        with engine.connect() as connection:
            return schema_version(connection) is not None
    except SQLAlchemyError:
        return False
