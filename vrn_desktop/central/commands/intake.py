"""`vrn-central intake`: the internet-facing half, which holds no key and keeps what comes for the office."""

import argparse
import sys
from contextlib import ExitStack

from starlette.applications import Starlette

from vrn_desktop.central.clock import now
from vrn_desktop.central.commands.command_trouble import told_in_words
from vrn_desktop.central.commands.data_place import add_place_options, database_url, opened_at
from vrn_desktop.central.commands.office_rooms import office_rooms
from vrn_desktop.central.commands.serving import (
    add_listening_options,
    address_of,
    bound,
    serve_until_stopped,
)
from vrn_desktop.central.office.group_commit import GroupCommit
from vrn_desktop.central.office.kept_keys import KeptKeys
from vrn_desktop.central.store.intake_rights import intake_rights
from vrn_desktop.central.web.intake_routes import IntakeDesk, intake_routes

USUAL_PORT = 8471


def add_to(choices: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Name the command and its options."""
    parser = choices.add_parser(
        "intake",
        help="the internet-facing half: keeps sealed messages for an office elsewhere",
        description="Shares the office's PostgreSQL database with few rights, and holds no private key.",
    )
    add_place_options(parser)
    add_listening_options(parser, USUAL_PORT)
    parser.add_argument(
        "--rights",
        metavar="ROLE",
        help="print what the database's owner runs once for the intake's account, and stop",
    )
    parser.set_defaults(run=run)


@told_in_words
def run(chosen: argparse.Namespace) -> int:
    """Serve until stopped; or print the rights."""
    if chosen.rights:
        sys.stdout.writelines(f"{statement};\n" for statement in intake_rights(chosen.rights))
        return 0
    engine = opened_at(database_url(chosen), may_make_tables=False)
    rooms = office_rooms(engine)
    with ExitStack() as open_now:
        open_now.callback(engine.dispose)
        open_now.callback(rooms.reception.write_tally)
        listening = open_now.enter_context(bound(chosen.host, chosen.port))
        messages = open_now.enter_context(
            GroupCommit(lambda raws: rooms.reception.take_in(raws, rooms.limit.allows))
        )
        keys = KeptKeys(engine=engine, clock=now)
        routes = intake_routes(IntakeDesk(messages=messages, keys=keys, engine=engine))
        serve_until_stopped(
            Starlette(routes=routes), listening, lambda: _say_hello(address_of(listening))
        )
    return 0


def _say_hello(here: str) -> None:
    sys.stdout.write(f"The intake listens at {here}; it keeps messages for the office.\n")
    sys.stdout.flush()
