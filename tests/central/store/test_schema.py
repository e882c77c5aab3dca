"""The schema is made once, its version is kept, and the office's log is only ever added to."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import Engine, delete, insert, inspect, select, update
from sqlalchemy.exc import DBAPIError

from vrn_desktop.central.store.database import judging
from vrn_desktop.central.store.metadata import CENTRAL
from vrn_desktop.central.store.office_tables import OFFICE_LOG
from vrn_desktop.central.store.schema import (
    SCHEMA_VERSION,
    SCHEMA_VERSIONS,
    NewerSchemaError,
    create_schema,
    schema_version,
)

AT = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
LINE = {"at": AT, "who": "an invented person", "act": "invented", "about": "S001"}


def test_every_table_is_there_and_making_them_again_changes_nothing(engine: Engine) -> None:
    create_schema(engine)
    assert set(CENTRAL.tables) <= set(inspect(engine).get_table_names())
    with engine.connect() as connection:
        assert schema_version(connection) == SCHEMA_VERSION


def test_a_database_of_a_newer_program_is_left_alone(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(update(SCHEMA_VERSIONS).values(version=SCHEMA_VERSION + 1))
    with pytest.raises(NewerSchemaError):
        create_schema(engine)


@pytest.mark.parametrize("change", [update(OFFICE_LOG).values(who="nobody"), delete(OFFICE_LOG)])
def test_a_line_of_the_office_log_can_neither_be_changed_nor_removed(
    engine: Engine, change: object
) -> None:
    with engine.begin() as connection:
        connection.execute(insert(OFFICE_LOG).values(LINE))
    with pytest.raises(DBAPIError, match="only added to"), engine.begin() as connection:
        connection.execute(change)  # type: ignore[call-overload]  # both are statements
    with engine.connect() as connection:
        assert connection.scalars(select(OFFICE_LOG.c.who)).all() == ["an invented person"]


def test_moments_come_back_in_utc_whatever_zone_they_were_said_in(engine: Engine) -> None:
    said = AT.astimezone(timezone(timedelta(hours=5)))
    with engine.begin() as connection:
        connection.execute(insert(OFFICE_LOG).values(LINE | {"at": said}))
        read = connection.scalars(select(OFFICE_LOG.c.at)).one()
    assert (read, read.utcoffset()) == (AT, timedelta(0))


def test_a_receipt_waits_for_the_disk_however_the_server_is_set(engine: Engine) -> None:
    if engine.dialect.name == "postgresql":
        with engine.begin() as connection:
            name = engine.url.database
            connection.exec_driver_sql(f'ALTER DATABASE "{name}" SET synchronous_commit = off')
        engine.dispose()
        asked, full = "SHOW synchronous_commit", "on"
    else:
        asked, full = "PRAGMA synchronous", "2"
    with judging(engine) as connection:
        assert str(connection.exec_driver_sql(asked).scalar()) == full
