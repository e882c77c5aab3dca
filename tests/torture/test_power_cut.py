"""The power is cut at every write of an answer, a migration and a backup (security.md 2.5, T2, T7)."""

from pathlib import Path

import pytest

from db.backup_container import read_container
from db.backups import backup_folder
from db.cipher_engine import open_for_maintenance
from db.file_checks import require_whole_pages, require_whole_records, row_counts
from db.migrations.ladder import LADDER
from tests.db.invented_holder import InventedHolder, keys_in
from tests.torture import answering_session, moving_session
from tests.torture.every_cut import STATES, every_cut, logged
from tests.torture.logged_disk import LoggedDisk

ANSWERS = 12

pytestmark = pytest.mark.torture


def test_t2_no_promised_answer_is_lost_whenever_the_power_goes(
    disk_log: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    holder = answering_session.begin(folder)
    before = LoggedDisk.of(folder)
    steps = logged(disk_log, folder, "tests.torture.answering_session", str(ANSWERS))
    faults: list[str] = []

    def look(left: Path, acknowledged: list[str]) -> None:
        opened = InventedHolder(keys_in(left), anchor=holder.anchor)
        try:
            store = opened.open()
        except Exception as error:  # noqa: BLE001 - whatever it is, the file did not open
            faults.append(f"after {len(acknowledged)}: {error!r}")
            return
        faults.extend(
            f"answer {n} of {len(acknowledged)} is lost"
            for n in answering_session.missing_answers(store, len(acknowledged))
        )
        store.close()
        faults.extend(_damage_in(left, 1))

    assert every_cut(before, steps, tmp_path / "cuts", look) == STATES
    assert len(before.acknowledged) == ANSWERS
    assert faults == []


def test_the_power_cut_does_lose_what_was_not_synced(disk_log: Path, tmp_path: Path) -> None:
    """The positive control: with the syncs left out of the log, answers are lost."""
    folder = tmp_path / "data"
    folder.mkdir()
    answering_session.begin(folder)
    before = LoggedDisk.of(folder)
    steps = logged(disk_log, folder, "tests.torture.answering_session", str(ANSWERS))
    lost: list[object] = []

    def look(left: Path, acknowledged: list[str]) -> None:
        try:
            store = InventedHolder(keys_in(left)).open()
        except Exception as error:  # noqa: BLE001 - a file that does not open is lost too
            lost.append(repr(error))
            return
        lost.extend(answering_session.missing_answers(store, len(acknowledged)))
        store.close()

    unsynced = [step for step in steps if step.operation != "s"]
    every_cut(before, unsynced, tmp_path / "cuts", look)
    assert lost != []


def test_t7_a_migration_leaves_the_old_file_or_the_new_one(disk_log: Path, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    answering_session.begin(folder)
    moving_session.make_live(folder, 1)
    before = LoggedDisk.of(folder)
    counts = _counts_in(folder, 1)
    steps = logged(disk_log, folder, "tests.torture.moving_session", "migrate")
    seen: set[int] = set()
    faults: list[str] = []

    def look(left: Path, acknowledged: list[str]) -> None:
        live = int((left / moving_session.LIVE).read_text("ascii"))
        seen.add(live)
        if acknowledged and live != 2:
            faults.append("a finished migration was undone")
        faults.extend(_damage_in(left, live))
        kept = _counts_in(left, live)
        if any(kept.get(table) != count for table, count in counts.items()):
            faults.append(f"file {live} does not hold everything")

    every_cut(before, steps, tmp_path / "cuts", look)
    assert seen == {1, 2}
    assert faults == []
    assert LADDER.revisions[-1] != "9998"


def test_t17_a_promised_backup_is_there_and_whole(disk_log: Path, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    holder = answering_session.begin(folder)
    before = LoggedDisk.of(folder)
    steps = logged(disk_log, folder, "tests.torture.moving_session", "back_up")
    faults: list[str] = []

    def look(left: Path, acknowledged: list[str]) -> None:
        for name in acknowledged:
            read_container(backup_folder(left) / name, mac_key=holder.backup_mac_key)
        faults.extend(_damage_in(left, 1))

    every_cut(before, steps, tmp_path / "cuts", look)
    assert len(before.acknowledged) == 1
    assert faults == []


def _damage_in(folder: Path, number: int) -> list[str]:
    try:
        engine = open_for_maintenance(keys_in(folder, number))
        try:
            with engine.connect() as connection:
                require_whole_pages(connection)
                require_whole_records(connection)
        finally:
            engine.dispose()
    except Exception as error:  # noqa: BLE001 - whatever it is, it is a fault
        return [f"file {number}: {error!r}"]
    return []


def _counts_in(folder: Path, number: int) -> dict[str, int]:
    engine = open_for_maintenance(keys_in(folder, number))
    try:
        with engine.connect() as connection:
            return row_counts(connection)
    finally:
        engine.dispose()
