"""Takes a feed in for the second time: many changed, some new, some gone, in small chunks."""

import os
import sys
from pathlib import Path

from db.sql_store import SqlStore
from db.store_files import create_store
from tests.db.invented_holder import START, InventedHolder, keys_in
from tests.invented_directory_services import FEED, MIDDLE, SOURCE, invented_record, read
from tests.torture.logged_disk import ACKNOWLEDGED
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.directory.service_query import ServiceQuery

SERVICES, CHUNK = 12, 4
OLD, NEW, HALF = "old", "new", "half"


def begin(folder: Path) -> InventedHolder:
    """A file that shows the first edition, closed again."""
    holder = InventedHolder(keys_in(folder))
    create_store(holder.store)
    store = holder.open()
    with store.change(Act.DIRECTORY_CHANGED, FEED) as work:
        work.directory.put_source(SOURCE)
        work.directory.stage(FEED, [read(invented_record(n)) for n in range(SERVICES)])
        work.directory.take_over(SOURCE, START)
    holder.anchor = store.audit_end()
    store.close()
    return holder


def take_in(store: SqlStore) -> None:
    """The second edition: the first third is gone, the rest has another name, a third is new."""
    with store.change(Act.DIRECTORY_STAGED, FEED) as work:
        work.directory.drop_staged(FEED)
    third = SERVICES // 3
    services = [
        read(invented_record(n, name=f"Lantern Studio {n}"), raw=f"second {n}")
        for n in range(third, SERVICES + third)
    ]
    for start in range(0, len(services), CHUNK):
        with store.change(Act.DIRECTORY_STAGED, FEED) as work:
            work.directory.stage(FEED, services[start : start + CHUNK])
    with store.change(Act.DIRECTORY_STAGED, FEED) as work:
        work.directory.stage_gone(FEED, [invented_record(n).id for n in range(third)])
    with store.change(Act.DIRECTORY_CHANGED, FEED) as work:
        work.directory.take_over(SOURCE, START)


def edition_in(store: SqlStore) -> str:
    """Which edition every way of asking agrees on; half where they do not."""
    third = SERVICES // 3
    shown = {
        OLD: ("Harbour", {invented_record(n).id for n in range(SERVICES)}),
        NEW: ("Lantern", {invented_record(n).id for n in range(third, SERVICES + third)}),
    }
    with store.read() as work:
        directory = work.directory
        everything = directory.find(ServiceQuery(most=100))
        for edition, (name, ids) in shown.items():
            named = directory.find(ServiceQuery(words=name, near=MIDDLE, most=100))
            ways = (
                set(directory.digests(FEED)),
                set(directory.ids(FEED)),
                {one.record.id for one in everything if one.record.name.startswith(name)},
                {one.record.id for one in named if one.record.name.startswith(name)},
            )
            if all(way == ids for way in ways) and directory.count() == len(everything) == len(ids):
                return edition
    return HALF


def main(folder: Path) -> None:
    """Take the second edition in and promise it in the folder's own file."""
    promises = os.open(folder / ACKNOWLEDGED, os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600)
    store = InventedHolder(keys_in(folder)).open()
    take_in(store)
    os.write(promises, b"1\n")
    store.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
