"""Asking a person for the passphrase of the office's keys, or reading it from a file that only a service sees."""

import argparse
from getpass import getpass
from pathlib import Path

from vrn_desktop.central.commands.command_trouble import CommandError
from vrn_desktop.central.office.key_ring import (
    KeyRing,
    NotFoundedError,
    WrongPassphraseError,
)


def add_passphrase_option(parser: argparse.ArgumentParser) -> None:
    """Where the passphrase lies, for a service that starts without a person."""
    parser.add_argument(
        "--passphrase-file",
        type=Path,
        metavar="FILE",
        help="read the passphrase of the keys from a file (a person is asked otherwise)",
    )


def passphrase_in(file: Path) -> str:
    """The first line of a file.

    Raises:
        CommandError: it cannot be read.
    """
    try:
        return file.read_text(encoding="utf-8").partition("\n")[0].rstrip("\r")
    except (OSError, UnicodeDecodeError) as error:
        raise CommandError(f"The passphrase file {file} cannot be read.") from error


def unlock(ring: KeyRing, chosen: argparse.Namespace) -> None:
    """Unlock the keys with the file's passphrase, or the one a person types.

    Raises:
        CommandError: there are no keys yet, or it is another passphrase.
    """
    file: Path | None = chosen.passphrase_file
    if not ring.is_founded:
        raise CommandError("There are no keys yet: start `vrn-central serve` and sign in first.")
    passphrase = passphrase_in(file) if file else getpass("Passphrase of the office's keys: ")
    try:
        ring.unlock(passphrase)
    except (WrongPassphraseError, NotFoundedError) as error:
        raise CommandError("This passphrase does not open the office's keys.") from error
