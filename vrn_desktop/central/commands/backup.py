"""`vrn-central backup`: a consistent copy of the SQLite file while the office is open; advice for PostgreSQL."""

import argparse
import os
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

from sqlalchemy import make_url

from vrn_desktop.central.commands.command_trouble import CommandError, told_in_words
from vrn_desktop.central.commands.data_place import add_place_options, database_url

_HOW_ON_POSTGRESQL = """\
PostgreSQL makes its own copies. As an account that may read the database:
    pg_dump --format=custom --file=central.dump "$VRN_CENTRAL_DATABASE_URL"
and back, into an empty database:
    pg_restore --no-owner --dbname="$VRN_CENTRAL_DATABASE_URL" central.dump
Where no hour may be lost, ask whoever runs the server for continuous archiving.
"""


def add_to(choices: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Name the command and its options."""
    parser = choices.add_parser("backup", help="copy the database while the office is open")
    parser.add_argument("-o", "--out", type=Path, metavar="FILE", help="the copy to write")
    add_place_options(parser)
    parser.set_defaults(run=run)


@told_in_words
def run(chosen: argparse.Namespace) -> int:
    """Copy, check the copy, and say where it lies."""
    place = make_url(database_url(chosen))
    if place.get_backend_name() == "postgresql":
        sys.stdout.write(_HOW_ON_POSTGRESQL)
        return 0
    if chosen.out is None:
        raise CommandError("Name the copy with --out FILE.")
    source = Path(place.database or "")
    if not source.is_file():
        raise CommandError(f"There is no database at {source}.")
    if chosen.out.exists():
        raise CommandError(f"{chosen.out} is there already; name another file.")
    _copy(source, chosen.out)
    sys.stdout.write(
        f"Written and checked: {chosen.out}. It holds the keys under their passphrase: keep it as safe.\n"
    )
    return 0


def _copy(source: Path, out: Path) -> None:
    beside = out.with_name(f".{out.name}.part")
    try:
        with (
            closing(sqlite3.connect(source)) as opened,
            closing(sqlite3.connect(beside)) as copy,
        ):
            opened.backup(copy)
            if copy.execute("PRAGMA integrity_check").fetchone() != ("ok",):
                raise CommandError("The copy is not whole; the disk may be failing.")
        with beside.open("rb") as written:
            os.fsync(written.fileno())
        beside.replace(out)
    except (OSError, sqlite3.Error) as error:
        raise CommandError(f"The copy cannot be written: {error}.") from error
    finally:
        beside.unlink(missing_ok=True)
