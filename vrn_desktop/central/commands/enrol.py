"""`vrn-central enrol`: offer a site a place, look at the keys that ask, approve one after the six words."""

import argparse
import sys
from getpass import getuser
from pathlib import Path

from vrn_desktop.central.commands.command_trouble import CommandError, told_in_words
from vrn_desktop.central.commands.data_place import add_place_options, database_url, opened_at
from vrn_desktop.central.commands.keys_asked_for import add_passphrase_option, unlock
from vrn_desktop.central.commands.office_rooms import OfficeRooms, office_rooms
from vrn_desktop.central.commands.quarter_asked_for import quarter_from
from vrn_desktop.central.commands.whole_file import write_whole
from vrn_desktop.central.office.enrolment import EnrolmentError, WaitingKey
from vrn_desktop.central.office.key_arrivals import LARGEST_KEY_FILE
from vrn_desktop.central.office.key_ring import NotFoundedError
from vrn_desktop.exchange.errors import MessageRefusedError

_FINDING = 1
_YES = "the words agree"


def add_to(choices: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Name the command and its options."""
    parser = choices.add_parser(
        "enrol",
        help="offer a site a place in the network, and approve its key",
        description="With a site and --out: writes the file for the site to begin with. "
        "With --take-in: takes the key that the site sent by file. With --approve: shows the "
        "keys that wait with their six words, and approves those that a person heard alike.",
    )
    parser.add_argument("site", nargs="?", help="the site's name in the network, such as S001")
    parser.add_argument("--organisation", help="who answers for the site")
    parser.add_argument("--starts", metavar="QUARTER", help="its first quarter, such as 2026-Q4")
    parser.add_argument("--address", default="", help="where it sends, https://...; none: by stick")
    parser.add_argument("-o", "--out", type=Path, metavar="FILE", help="the .vrnoffer to write")
    parser.add_argument("--take-in", type=Path, metavar="FILE", help="a .vrnkey or .vrnnewkey")
    parser.add_argument("--approve", action="store_true", help="compare words and approve")
    add_place_options(parser)
    add_passphrase_option(parser)
    parser.set_defaults(run=run)


@told_in_words
def run(chosen: argparse.Namespace) -> int:
    """Do the one thing that was asked."""
    rooms = office_rooms(opened_at(database_url(chosen)))
    try:
        if chosen.approve:
            return _approve(rooms)
        if chosen.take_in:
            return _take_in(rooms, chosen.take_in)
        return _offer(rooms, chosen)
    except (EnrolmentError, NotFoundedError) as error:
        raise CommandError(f"{error}.") from error
    finally:
        rooms.engine.dispose()


def _offer(rooms: OfficeRooms, chosen: argparse.Namespace) -> int:
    if not (chosen.site and chosen.organisation and chosen.starts and chosen.out):
        raise CommandError("An offer needs SITE, --organisation, --starts and --out.")
    starts = quarter_from(chosen.starts)
    unlock(rooms.ring, chosen)
    raw = rooms.enrolment.offer(
        chosen.site,
        organisation=chosen.organisation,
        starts=starts,
        address=chosen.address,
        who=getuser(),
    )
    write_whole(chosen.out, raw)
    sys.stdout.write(f"Written: {chosen.out}. Give it to the site; its key comes back.\n")
    return 0


def _take_in(rooms: OfficeRooms, file: Path) -> int:
    try:
        with file.open("rb") as opened:
            raw = opened.read(LARGEST_KEY_FILE + 1)
    except OSError as error:
        raise CommandError(f"The file {file} cannot be read.") from error
    try:
        standing = rooms.keys.take(raw)
    except MessageRefusedError as error:
        raise CommandError(f"The key is not taken: {error.reason}.") from error
    sys.stdout.write(f"Taken in; the key: {standing.value.replace('_', ' ')}.\n")
    return 0


def _approve(rooms: OfficeRooms) -> int:
    waiting = rooms.enrolment.waiting()
    if not waiting:
        sys.stdout.write("No key waits.\n")
        return _FINDING
    approved = [_heard_alike(rooms, key) for key in waiting]
    return 0 if any(approved) else _FINDING


def _heard_alike(rooms: OfficeRooms, key: WaitingKey) -> bool:
    sys.stdout.write(
        f"\n{key.site}, {key.organisation}, asked {key.asked_at:%d %B %Y %H:%M} UTC\n"
        f"    {'   '.join(key.words)}\n"
        "Ring somebody you know there, by a number you have from elsewhere. You read the first three\n"
        f'words, they read the last three. Type "{_YES}" only if all six are alike: '
    )
    sys.stdout.flush()
    if sys.stdin.readline().strip().casefold() != _YES:
        sys.stdout.write("Not approved; it goes on waiting.\n")
        return False
    rooms.enrolment.approve(key.fingerprint, who=getuser())
    sys.stdout.write(f"{key.site} is enrolled.\n")
    return True
