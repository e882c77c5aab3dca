"""The power is cut at every write of an import: the old edition is shown or the new one, never half."""

from pathlib import Path

import pytest

from db.cipher_engine import open_for_maintenance
from db.file_checks import require_whole_pages, require_whole_records
from tests.db.invented_holder import InventedHolder, keys_in
from tests.torture import importing_session
from tests.torture.every_cut import every_cut, logged
from tests.torture.logged_disk import LoggedDisk

pytestmark = pytest.mark.torture


def test_an_import_is_shown_whole_or_not_at_all(disk_log: Path, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    holder = importing_session.begin(folder)
    before = LoggedDisk.of(folder)
    steps = logged(disk_log, folder, "tests.torture.importing_session")
    seen: set[str] = set()
    faults: list[str] = []

    def look(left: Path, acknowledged: list[str]) -> None:
        opened = InventedHolder(keys_in(left), anchor=holder.anchor)
        try:
            store = opened.open()
        except Exception as error:  # noqa: BLE001 - whatever it is, the file did not open
            faults.append(repr(error))
            return
        edition = importing_session.edition_in(store)
        seen.add(edition)
        if acknowledged and edition != importing_session.NEW:
            faults.append("a finished import was undone")
        store.close()
        faults.extend(_damage_in(left))

    every_cut(before, steps, tmp_path / "cuts", look, states=max(300, len(steps)))
    assert seen == {importing_session.OLD, importing_session.NEW}
    assert faults == []


def _damage_in(folder: Path) -> list[str]:
    engine = open_for_maintenance(keys_in(folder))
    try:
        with engine.connect() as connection:
            require_whole_pages(connection)
            require_whole_records(connection)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is a fault
        return [repr(error)]
    finally:
        engine.dispose()
    return []
