"""`vrn-central move`: the whole office from one database to another, all of it or nothing."""

import argparse
import sys

from vrn_desktop.central.commands.command_trouble import CommandError, told_in_words
from vrn_desktop.central.commands.data_place import opened_at
from vrn_desktop.central.store.moving import NotMovedError, moved


def add_to(choices: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Name the command and its options."""
    parser = choices.add_parser(
        "move",
        help="copy everything from one database into an empty one",
        description="Such as from the SQLite file to PostgreSQL. Stop the office first.",
    )
    parser.add_argument("--from", dest="source", required=True, metavar="URL")
    parser.add_argument("--to", dest="target", required=True, metavar="URL")
    parser.set_defaults(run=run)


@told_in_words
def run(chosen: argparse.Namespace) -> int:
    """Copy, compare, and only then keep the copy."""
    if chosen.source == chosen.target:
        raise CommandError("The two databases are the same.")
    source, target = opened_at(chosen.source), opened_at(chosen.target)
    try:
        counted = moved(source, target)
    except NotMovedError as error:
        raise CommandError(f"Nothing was moved: {error}.") from error
    finally:
        source.dispose()
        target.dispose()
    sys.stdout.writelines(f"{name:<20}{count:>10}\n" for name, count in counted.items())
    sys.stdout.write("Everything is there, row by row. Start the office on the new database.\n")
    return 0
