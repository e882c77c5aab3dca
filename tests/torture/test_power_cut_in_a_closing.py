"""The power is cut at every write of a closing: each period is drawn wholly or not at all."""

from pathlib import Path

import pytest

from tests.db.invented_holder import InventedHolder, keys_in
from tests.torture import closing_session
from tests.torture.every_cut import every_cut, logged
from tests.torture.logged_disk import LoggedDisk

pytestmark = pytest.mark.torture


def test_a_period_is_drawn_whole_or_not_at_all_and_stays_once_it_was_promised(
    disk_log: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    holder = closing_session.begin(folder)
    before = LoggedDisk.of(folder)
    steps = logged(disk_log, folder, "tests.torture.closing_session")
    store = holder.open()
    drawn_to_the_end = closing_session.drawn_in(store)
    store.close()
    seen: set[int] = set()
    faults: list[str] = []

    def look(left: Path, acknowledged: list[str]) -> None:
        try:
            store = InventedHolder(keys_in(left), anchor=holder.anchor).open()
            drawn = closing_session.drawn_in(store)
            store.close()
        except Exception as error:  # noqa: BLE001 - whatever it is, the file is not as it should be
            faults.append(repr(error))
            return
        seen.add(len(drawn))
        if len(drawn) < len(acknowledged):
            faults.append("a promised period was undone")
        if any(drawn_to_the_end[period] != raw for period, raw in drawn.items()):
            faults.append("a period has other bytes")

    every_cut(before, steps, tmp_path / "cuts", look)
    assert len(seen) > len(closing_session.DUE) // 2
    assert faults == []
