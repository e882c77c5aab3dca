"""`vrn-central office`: the half with the keys; opens and answers what the intake keeps, reads sticks."""

import argparse
import sys
from getpass import getpass, getuser
from pathlib import Path

from vrn_desktop.central.commands.command_trouble import CommandError, told_in_words
from vrn_desktop.central.commands.data_place import database_url, opened_at
from vrn_desktop.central.commands.keys_asked_for import unlock
from vrn_desktop.central.commands.office_program import add_office_options, run_office
from vrn_desktop.central.commands.office_rooms import OfficeRooms, office_rooms
from vrn_desktop.central.commands.stick import taken_in
from vrn_desktop.central.commands.whole_file import write_whole
from vrn_desktop.central.office.key_copy import (
    KeyCopyError,
    key_copy,
    new_words,
    pairs_in_copy,
)
from vrn_desktop.central.office.key_ring import ShortPassphraseError

_FINDING = 1


def add_to(choices: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Name the command and its options."""
    parser = choices.add_parser(
        "office",
        help="the half with the keys: pages, opening, sticks, and copies of the keys",
        description="Without one of these it serves the pages and opens what the intake keeps.",
    )
    one = parser.add_mutually_exclusive_group()
    one.add_argument(
        "--take-in", type=Path, metavar="FOLDER", help="read a stick, write receipts beside"
    )
    one.add_argument("--rotate-keys", action="store_true", help="new keys for offers from now on")
    one.add_argument(
        "--copy-keys", type=Path, metavar="FILE", help="a recovery copy, and its words for paper"
    )
    one.add_argument("--check-copy", type=Path, metavar="FILE", help="try a recovery copy")
    one.add_argument(
        "--restore-keys", type=Path, metavar="FILE", help="put the keys back from a recovery copy"
    )
    add_office_options(parser)
    parser.set_defaults(run=run)


@told_in_words
def run(chosen: argparse.Namespace) -> int:
    """Serve, or do the one thing that was asked."""
    task = next(
        (task for name, task in _TASKS.items() if getattr(chosen, name)),
        None,
    )
    if task is None:
        return run_office(chosen, with_intake=False)
    rooms = office_rooms(opened_at(database_url(chosen)))
    try:
        return task(rooms, chosen)
    except (KeyCopyError, ShortPassphraseError) as error:
        raise CommandError(f"{error}.") from error
    finally:
        rooms.engine.dispose()


def _take_in(rooms: OfficeRooms, chosen: argparse.Namespace) -> int:
    unlock(rooms.ring, chosen)
    result = taken_in(chosen.take_in, rooms.reception)
    sys.stdout.writelines(f"{line}\n" for line in result.in_words())
    return _FINDING if result.needs_a_look else 0


def _rotate(rooms: OfficeRooms, chosen: argparse.Namespace) -> int:
    unlock(rooms.ring, chosen)
    rooms.ring.rotate(who=getuser())
    sys.stdout.write(
        "New keys are in force. The old ones open messages for 26 weeks more: give every site\n"
        "its new file (vrn-central enrol SITE ...) before then, and make a new copy of the keys.\n"
    )
    return 0


def _copy(rooms: OfficeRooms, chosen: argparse.Namespace) -> int:
    unlock(rooms.ring, chosen)
    words = new_words()
    write_whole(chosen.copy_keys, key_copy(rooms.ring.opened().pairs, words))
    rows = [words[start : start + 4] for start in range(0, len(words), 4)]
    sys.stdout.write(
        f"Written: {chosen.copy_keys}. Write these words on paper, now: they are shown once.\n\n"
    )
    sys.stdout.writelines("    " + "   ".join(f"{word:<10}" for word in row) + "\n" for row in rows)
    sys.stdout.write(
        "\nKeep file and paper in two places. Try them once a year with --check-copy.\n"
    )
    return 0


def _check(_: OfficeRooms, chosen: argparse.Namespace) -> int:
    pairs = pairs_in_copy(_read(chosen.check_copy), _words_asked_for())
    sys.stdout.write(f"The copy is whole: {len(pairs)} pairs of keys.\n")
    return 0


def _restore(rooms: OfficeRooms, chosen: argparse.Namespace) -> int:
    pairs = pairs_in_copy(_read(chosen.restore_keys), _words_asked_for())
    passphrase = getpass("A new passphrase for the keys: ")
    if getpass("Once more: ") != passphrase:
        raise CommandError("The two passphrases differ; nothing was changed.")
    rooms.ring.restore(pairs, passphrase, who=getuser())
    sys.stdout.write(f"{len(pairs)} pairs of keys are back, under the new passphrase.\n")
    return 0


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise CommandError(f"The file {file} cannot be read.") from error


def _words_asked_for() -> str:
    return getpass("The sixteen words on paper, with spaces: ")


_TASKS = {
    "take_in": _take_in,
    "rotate_keys": _rotate,
    "copy_keys": _copy,
    "check_copy": _check,
    "restore_keys": _restore,
}
