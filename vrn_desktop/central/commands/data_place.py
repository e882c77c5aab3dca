"""Where the central office keeps its database: `--data` or VRN_CENTRAL_DATA, or a PostgreSQL by its URL."""

import argparse
import os
from pathlib import Path

from sqlalchemy import Engine

from vrn_desktop.central.commands.command_trouble import CommandError
from vrn_desktop.central.store.database import NoSuchDatabaseError, open_database
from vrn_desktop.central.store.schema import NewerSchemaError, create_schema, refuse_other_schema

VARIABLE, URL_VARIABLE = "VRN_CENTRAL_DATA", "VRN_CENTRAL_DATABASE_URL"
DATABASE_FILE = "central.db"
_FOR_THIS_ACCOUNT_ALONE = 0o077


def add_place_options(parser: argparse.ArgumentParser) -> None:
    """The options that every command with a database has."""
    parser.add_argument(
        "--data",
        type=Path,
        metavar="DIR",
        help=f"the office's folder (else {VARIABLE}, else ~/.local/share/vrn-central)",
    )
    parser.add_argument(
        "--database-url",
        metavar="URL",
        default=os.environ.get(URL_VARIABLE),
        help=f"a PostgreSQL database in place of the file in the folder (else {URL_VARIABLE})",
    )


def data_folder(chosen: argparse.Namespace) -> Path:
    """The folder, made for this account alone where it is missing; so is every file made from now on.

    Raises:
        CommandError: it cannot be made or written.
    """
    os.umask(_FOR_THIS_ACCOUNT_ALONE)
    named = chosen.data or os.environ.get(VARIABLE)
    folder = Path(named) if named else Path.home() / ".local" / "share" / "vrn-central"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise CommandError(
            f"The folder {folder} cannot be used: {error.strerror}. Name another with --data."
        ) from error
    if not os.access(folder, os.W_OK | os.X_OK):
        raise CommandError(f"The folder {folder} cannot be written. Name another with --data.")
    return folder


def file_url(folder: Path) -> str:
    """The URL of the embedded SQLite file in a folder."""
    return f"sqlite:///{(folder / DATABASE_FILE).absolute()}"


def database_url(chosen: argparse.Namespace) -> str:
    """The URL that was asked for, or the file's in the folder; files made from now on are this account's alone."""
    os.umask(_FOR_THIS_ACCOUNT_ALONE)
    asked: str | None = chosen.database_url
    return asked or file_url(data_folder(chosen))


def opened_at(url: str, *, may_make_tables: bool = True) -> Engine:
    """The database at a URL, with the schema this program knows.

    Args:
        url: as SQLAlchemy writes it.
        may_make_tables: False for an account that only uses what the office has made.

    Raises:
        CommandError: the URL names no database, or a newer program has written it.
    """
    os.umask(_FOR_THIS_ACCOUNT_ALONE)
    try:
        engine = open_database(url)
        (create_schema if may_make_tables else refuse_other_schema)(engine)
    except (NoSuchDatabaseError, NewerSchemaError) as error:
        raise CommandError(f"The database cannot be used: {error}.") from error
    return engine
