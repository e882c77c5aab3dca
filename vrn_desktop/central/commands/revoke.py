"""`vrn-central revoke`: take nothing more that a site's key signs; what came before stays."""

import argparse
import sys
from getpass import getuser

from vrn_desktop.central.commands.command_trouble import CommandError, told_in_words
from vrn_desktop.central.commands.data_place import add_place_options, database_url, opened_at
from vrn_desktop.central.commands.office_rooms import office_rooms
from vrn_desktop.central.commands.quarter_asked_for import quarter_from
from vrn_desktop.central.office.enrolment import EnrolmentError


def add_to(choices: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Name the command and its options."""
    parser = choices.add_parser("revoke", help="a site's key is lost or the site leaves")
    parser.add_argument("site", help="the site's name in the network")
    parser.add_argument(
        "--leaves-after", metavar="QUARTER", help="the last quarter it is expected in"
    )
    add_place_options(parser)
    parser.set_defaults(run=run)


@told_in_words
def run(chosen: argparse.Namespace) -> int:
    """Revoke the key in force."""
    last = quarter_from(chosen.leaves_after) if chosen.leaves_after else None
    rooms = office_rooms(opened_at(database_url(chosen)))
    try:
        rooms.enrolment.revoke(chosen.site, who=getuser(), leaves_after=last)
    except EnrolmentError as error:
        raise CommandError(f"{error}.") from error
    finally:
        rooms.engine.dispose()
    sys.stdout.write(f"The key of {chosen.site} is revoked. Enrol the site again if it goes on.\n")
    return 0
