"""`vrn-central serve`: intake and office in one process, on an SQLite file of its own or on PostgreSQL."""

import argparse

from vrn_desktop.central.commands.command_trouble import told_in_words
from vrn_desktop.central.commands.office_program import add_office_options, run_office


def add_to(choices: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Name the command and its options."""
    parser = choices.add_parser(
        "serve",
        help="open the central office: intake and pages in one program",
        description="Needs no set-up: makes its own database, and prints a code for the first sign-in.",
    )
    add_office_options(parser)
    parser.set_defaults(run=run)


@told_in_words
def run(chosen: argparse.Namespace) -> int:
    """Serve until stopped."""
    return run_office(chosen, with_intake=True)
