"""A file of the second schema becomes one of the third with nothing lost, and its conversations get their weeks."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from db.cipher_engine import open_for_maintenance
from db.file_checks import row_counts
from db.migrations.ladder import LADDER
from db.store_files import migrate_store
from tests.db import invented_counts as counts
from tests.db import invented_records as invented
from tests.db.invented_holder import InventedHolder, keys_in
from vrn_desktop.application.ports.vault import AuditAnchor, StoreKeys
from vrn_desktop.domain.counts_sent import Delivery
from vrn_desktop.domain.level_decision import DecisionState
from vrn_desktop.domain.programme_period import Week

THIRD = Path(__file__).parent / "fixtures" / "schema-0003.db"
FIXTURE = Path(__file__).parent / "fixtures" / "schema-0002.db"
HELD_IN = Week.of(invented.screening().started_at.date())


@pytest.fixture
def second_schema(tmp_path: Path) -> StoreKeys:
    """The file that the second schema left."""
    keys = keys_in(tmp_path)
    shutil.copyfile(FIXTURE, keys.path)
    return keys


def counts_of(keys: StoreKeys) -> dict[str, int]:
    engine = open_for_maintenance(keys)
    with engine.connect() as connection:
        counts = row_counts(connection)
    engine.dispose()
    return counts


def rows_of(keys: StoreKeys, table: str) -> list[tuple[object, ...]]:
    engine = open_for_maintenance(keys)
    with engine.connect() as connection:
        found = connection.exec_driver_sql(f"SELECT * FROM {table}")  # noqa: S608 - a table of ours
        rows = [tuple(row) for row in found]
    engine.dispose()
    return rows


def test_nothing_of_the_second_schema_is_lost(second_schema: StoreKeys, tmp_path: Path) -> None:
    new = keys_in(tmp_path, 2)
    before = counts_of(second_schema)
    migrate_store(second_schema, new)
    after = counts_of(new)
    assert {table: after[table] for table in before} == before
    for table in sorted(before.keys() - {"alembic_version"}):
        if not table.startswith(("directory_search", "directory_point")):
            assert rows_of(new, table) == rows_of(second_schema, table), table
    assert after.keys() - before.keys() == {
        "network_enrolment",
        "count_week",
        "counted_week",
        "contribution",
        "outbox",
        "contribution_departure",
        "contribution_receipt",
        "settled_restore",
    }


@pytest.mark.parametrize(
    ("state", "weeks"),
    [
        (DecisionState.CONFIRMED, [(invented.TALK, str(HELD_IN))]),
        (DecisionState.APPROVED, [(invented.TALK, str(HELD_IN))]),
        (DecisionState.DECLINED, [(invented.TALK, str(HELD_IN))]),
        (DecisionState.PENDING_REVIEW, []),
        (DecisionState.ASKED_SUPERVISOR, []),
    ],
)
def test_a_conversation_approved_before_counts_in_the_week_in_which_it_was_held(
    second_schema: StoreKeys,
    tmp_path: Path,
    state: DecisionState,
    weeks: list[tuple[str, str]],
) -> None:
    _decide(second_schema, state)
    new = keys_in(tmp_path, 2)
    migrate_store(second_schema, new)
    assert rows_of(new, "count_week") == weeks


def test_a_file_brought_up_to_date_takes_its_first_counts(
    second_schema: StoreKeys, tmp_path: Path
) -> None:
    new = keys_in(tmp_path, 2)
    migrate_store(second_schema, new, LADDER)
    store = InventedHolder(new, anchor=AuditAnchor()).open()
    with store.read() as work:
        assert work.counts.enrolment() is None
        assert (work.counts.ledger(), work.counts.last_drawn()) == ((), None)
    store.close()


def _decide(keys: StoreKeys, state: DecisionState) -> None:
    """Another decision, as the second schema keeps it."""
    columns = (
        "screening_id, outcome, wanted_level, final_level, state, decided_by, decided_at, reason, "
        "fairness_reflection, review"
    )
    engine = open_for_maintenance(keys)
    with engine.begin() as connection:
        connection.exec_driver_sql(
            f"INSERT INTO level_decision ({columns}) SELECT "  # noqa: S608 - columns of ours
            f"{columns.replace('state', '?')} FROM level_decision LIMIT 1",
            (state.value,),
        )
    engine.dispose()


def test_a_file_of_the_third_schema_still_has_its_counts(tmp_path: Path) -> None:
    keys = keys_in(tmp_path)
    shutil.copyfile(THIRD, keys.path)
    store = InventedHolder(keys).open()
    with store.read() as work:
        (entry,) = work.counts.ledger()
        assert work.counts.enrolment() == replace(
            counts.ENROLMENT, trusted_day=counts.receipt().day
        )
        assert work.counts.device_private() == counts.PRIVATE
        assert (entry.period, entry.delivery) == (counts.WEEK, Delivery.DELIVERED)
        assert work.counts.sealed(1) == counts.sealed_period().raw
        assert work.counts.counted_before() == {invented.YOUNG: {counts.WEEK}}
    store.close()
