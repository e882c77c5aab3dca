"""A whole office moves to another database, all of it or nothing."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, Table, insert, select

from tests.central.office.invented_office import OTHER_SITE, SITE, WHO, InventedOffice
from tests.central_load import chain_of, weeks
from vrn_desktop.central.store import moving
from vrn_desktop.central.store.database import open_database
from vrn_desktop.central.store.moving import NotMovedError, moved
from vrn_desktop.central.store.office_log import write_down
from vrn_desktop.central.store.office_tables import OFFICE_LOG
from vrn_desktop.central.store.schema import create_schema
from vrn_desktop.central.store.site_tables import SITES
from vrn_desktop.central.store.stored_site_numbers import StoredSiteNumbers


@pytest.fixture
def old(tmp_path: Path) -> Engine:
    engine = open_database(f"sqlite:///{tmp_path / 'old.db'}")
    create_schema(engine)
    return engine


def test_every_row_arrives_and_the_office_goes_on_from_there(old: Engine, engine: Engine) -> None:
    office = InventedOffice(old)
    office.enrol()
    messages = [raw for site in (SITE, OTHER_SITE) for raw in chain_of(site, weeks(3))]
    receipts = office.reception.take_in(messages)
    counted = moved(old, engine)
    assert counted["contributions"] == 6
    week = weeks(1)[0]
    assert StoredSiteNumbers(engine).numbers(week) == StoredSiteNumbers(old).numbers(week)
    there = InventedOffice(engine, unlocked=False)
    assert there.reception.take_in(messages) == receipts
    with engine.begin() as connection:
        write_down(connection, at=office.clock(), who=WHO, act="moved", about="")
        lines = connection.execute(select(OFFICE_LOG).order_by(OFFICE_LOG.c.id))
        assert [line.act for line in lines] == ["keys_restored", "moved"]
    old.dispose()


def test_nothing_is_moved_into_a_database_that_holds_something(old: Engine, engine: Engine) -> None:
    site = {"organisation": "invented", "address": "", "starts": "2026-Q1"}
    at = InventedOffice(engine, unlocked=False).clock()
    with engine.begin() as connection:
        connection.execute(insert(SITES).values(site="S9", offered_at=at, **site))
    with pytest.raises(NotMovedError, match="not empty"):
        moved(old, engine)
    old.dispose()


def test_nothing_is_written_behind_a_move_that_is_under_way(
    old: Engine, engine: Engine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    refused: list[str] = []
    compared = moving._digest

    def somebody_writes(connection: Connection, table: Table) -> tuple[int, str]:
        with closing(sqlite3.connect(tmp_path / "old.db", timeout=0)) as other:
            try:
                other.execute("INSERT INTO schema_version VALUES (99)")
            except sqlite3.OperationalError as error:
                refused.append(str(error))
        return compared(connection, table)

    monkeypatch.setattr(moving, "_digest", somebody_writes)
    moved(old, engine)
    assert set(refused) == {"database is locked"}
    old.dispose()
