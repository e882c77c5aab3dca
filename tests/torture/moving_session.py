"""Migrates a file on a copy and makes the copy live by a one-line header, as the vault does."""

import os
import sys
from pathlib import Path

from db.durable_files import sync_file, sync_folder
from db.store_files import migrate_store
from tests.db.invented_holder import START, InventedHolder, keys_in
from tests.db.later_ladder import LATER
from tests.torture.logged_disk import ACKNOWLEDGED

LIVE = "live.txt"


def make_live(folder: Path, number: int) -> None:
    """Name the live file: written beside, synced, renamed, folder synced."""
    part = folder / f"{LIVE}.tmp"
    part.write_text(str(number), "ascii")
    sync_file(part)
    part.replace(folder / LIVE)
    sync_folder(folder)


def migrate(folder: Path) -> None:
    """From file 1 to file 2."""
    migrate_store(keys_in(folder, 1), keys_in(folder, 2), LATER)
    make_live(folder, 2)


def back_up(folder: Path) -> str:
    """A backup of file 1."""
    store = InventedHolder(keys_in(folder, 1)).open()
    name = store.back_up(START)
    store.close()
    return name


def main(folder: Path, what: str) -> None:
    """Do it, and promise that it is done."""
    promises = os.open(folder / ACKNOWLEDGED, os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600)
    if what == "migrate":
        migrate(folder)
        os.write(promises, b"migrated\n")
    else:
        os.write(promises, back_up(folder).encode() + b"\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
