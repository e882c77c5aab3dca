"""The central office's databases: each test that asks for one runs on SQLite and on a real PostgreSQL."""

from collections.abc import Generator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from tests.postgresql_server import (
    NOT_HERE,
    QUICK,
    PostgresqlServer,
    postgresql_server,
    server_programs,
)
from vrn_desktop.central.store.database import open_database
from vrn_desktop.central.store.schema import create_schema


@pytest.fixture(scope="session")
def started_postgresql() -> Generator[PostgresqlServer, None, None]:
    """One server for all tests of a session, each in an empty place of its own."""
    if server_programs() is None:
        pytest.skip(NOT_HERE)
    with postgresql_server(QUICK) as server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Generator[str, None, None]:
    """The URL of an empty database, SQLite's and PostgreSQL's in turn."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'central.db'}"
        return
    server: PostgresqlServer = request.getfixturevalue("started_postgresql")
    with server.fresh_database() as url:
        yield url


@pytest.fixture
def engine(database_url: str) -> Generator[Engine, None, None]:
    """An office's database with every table and nothing in it."""
    opened = open_database(database_url)
    create_schema(opened)
    yield opened
    opened.dispose()
