"""Makes the fixture file of the newest schema, once per release: `python -m tests.db.make_fixture`."""

from pathlib import Path

from db.durable_files import journal_of
from db.schema import REVISIONS
from db.store_files import create_store
from tests.db import invented_records as invented
from tests.db.invented_holder import InventedHolder, keys_in
from vrn_desktop.application.ports.vault import StoreKeys
from vrn_desktop.domain.audit_entry import Act


def make_fixture(folder: Path) -> Path:
    """A small file with one record of every kind, under the tests' known key."""
    usual = keys_in(folder)
    keys = StoreKeys(
        number=1,
        path=folder / f"schema-{REVISIONS[-1]}.db",
        epoch=1,
        key=usual.key,
        salt=usual.salt,
    )
    create_store(keys)
    store = InventedHolder(keys).open()
    with store.change(Act.YOUNG_PERSON_ADDED, invented.YOUNG) as work:
        invented.write_everything(work)
    store.close()
    journal_of(keys.path).unlink()
    return keys.path


if __name__ == "__main__":
    make_fixture(Path(__file__).parent / "fixtures")
