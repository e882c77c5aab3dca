"""The newest schema is the one that the migrations make, in every detail that counts."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

from db.cipher_engine import open_for_maintenance, open_new
from db.migrations.ladder import LADDER
from db.records.directory import VIRTUAL_TABLES
from db.schema import RECORD_MODULES, REVISIONS, SCHEMA
from db.store_files import migrate_store
from tests.db import invented_records as invented
from tests.db.invented_holder import InventedHolder, keys_in
from vrn_desktop.application.ports.vault import AuditAnchor
from vrn_desktop.domain.directory.service_query import ServiceQuery

FIXTURES = Path(__file__).parent / "fixtures"


@pytest.fixture
def migrated(holder: InventedHolder) -> Iterator[Connection]:
    engine = open_for_maintenance(holder.store)
    with engine.connect() as connection:
        yield connection
    engine.dispose()


@pytest.fixture
def declared(tmp_path: Path) -> Iterator[Engine]:
    engine = open_new(keys_in(tmp_path, 77))
    SCHEMA.create_all(engine)
    yield engine
    engine.dispose()


def test_the_declared_tables_are_the_migrated_ones(migrated: Connection) -> None:
    opts = {"compare_type": True, "include_name": is_no_index}
    context = MigrationContext.configure(migrated, opts=opts)
    assert [
        change
        for change in compare_metadata(context, SCHEMA)
        if "alembic_version" not in str(change)
    ] == []


def test_even_their_statements_agree(migrated: Connection, declared: Engine) -> None:
    with declared.connect() as connection:
        assert statements(connection) == statements(migrated)


def test_every_table_refuses_values_of_the_wrong_kind(migrated: Connection) -> None:
    loose = migrated.exec_driver_sql(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0 "
        "AND name NOT IN ('alembic_version', 'sqlite_schema')"
    ).fetchall()
    ours = [name for (name,) in loose if is_no_index(name, "table", None)]
    assert ours == []
    assert set(VIRTUAL_TABLES) < {name for (name,) in loose}


def test_every_reference_is_indexed(migrated: Connection) -> None:
    bare = []
    for table in SCHEMA.tables:
        first_columns = {
            migrated.exec_driver_sql(f"PRAGMA index_info('{index[1]}')").fetchall()[0][2]
            for index in migrated.exec_driver_sql(f"PRAGMA index_list('{table}')").fetchall()
        }
        keys = {
            row[1]
            for row in migrated.exec_driver_sql(f"PRAGMA table_info('{table}')").fetchall()
            if row[5] == 1
        }
        bare += [
            f"{table}.{row[3]}"
            for row in migrated.exec_driver_sql(f"PRAGMA foreign_key_list('{table}')").fetchall()
            if row[3] not in first_columns | keys
        ]
    assert bare == []


def test_the_known_revisions_are_those_that_lie_there() -> None:
    script = ScriptDirectory(
        str(LADDER.folders[0].parent), version_locations=[str(LADDER.folders[0])]
    )
    assert tuple(sorted(one.revision for one in script.walk_revisions())) == REVISIONS


def test_every_record_module_is_part_of_the_schema() -> None:
    folder = Path(RECORD_MODULES[0].__file__ or "").parent
    there = {path.stem for path in folder.glob("*.py")} - {"__init__", "record_table"}
    assert {module.__name__.rpartition(".")[2] for module in RECORD_MODULES} == there


@pytest.mark.parametrize("revision", REVISIONS)
def test_t8_a_file_of_every_released_schema_still_opens_with_its_records(
    revision: str, tmp_path: Path
) -> None:
    old = keys_in(tmp_path)
    shutil.copyfile(FIXTURES / f"schema-{revision}.db", old.path)
    new = keys_in(tmp_path, 2)
    migrate_store(old, new)
    store = InventedHolder(new, anchor=AuditAnchor()).open()
    with store.read() as work:
        assert work.young_people.get(invented.YOUNG) == invented.person()
        assert work.screenings.get(invented.TALK) == invented.screening()
        assert work.letters.of_person(invented.YOUNG) == (invented.LETTER,)
        assert work.directory.find(ServiceQuery(words="nothing of this name")) == ()
    store.close()


def is_no_index(name: str | None, kind: str, _parents: object) -> bool:
    """The indexes of words and places are no tables of ours; their statements are compared all the same."""
    return kind != "table" or not (name or "").startswith(tuple(VIRTUAL_TABLES))


def statements(connection: Connection) -> dict[str, str]:
    rows = connection.exec_driver_sql(
        "SELECT name, sql FROM sqlite_master WHERE type IN ('table', 'index') AND sql NOT NULL "
        "AND name <> 'alembic_version'"
    )
    return {name: "".join(sql.split()) for name, sql in rows}
