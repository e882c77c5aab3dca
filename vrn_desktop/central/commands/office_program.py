"""The office as a running program: pages for people, rounds through what waits, and the intake if wanted."""

import argparse
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from os import environ
from urllib.parse import urlsplit

from sqlalchemy import Engine
from starlette.routing import BaseRoute

from vrn_desktop.central.accounts.first_start import FirstStart, new_code
from vrn_desktop.central.accounts.open_id import Provider, ProviderSettingsError, settings_from
from vrn_desktop.central.accounts.people import is_anybody_here
from vrn_desktop.central.accounts.sign_in_rules import SignInRules
from vrn_desktop.central.clock import now
from vrn_desktop.central.commands.command_trouble import CommandError
from vrn_desktop.central.commands.data_place import (
    add_place_options,
    data_folder,
    database_url,
    opened_at,
)
from vrn_desktop.central.commands.keys_asked_for import add_passphrase_option, unlock
from vrn_desktop.central.commands.office_rooms import OfficeRooms, office_rooms
from vrn_desktop.central.commands.serving import (
    add_listening_options,
    address_of,
    behind_proxy,
    bound,
    serve_until_stopped,
)
from vrn_desktop.central.office.group_commit import GroupCommit
from vrn_desktop.central.office.opening_rounds import OpeningRounds
from vrn_desktop.central.office.passphrase_seal import random_bytes
from vrn_desktop.central.web.central_app import build_app
from vrn_desktop.central.web.central_office import CentralOffice
from vrn_desktop.central.web.intake_routes import IntakeDesk, intake_routes

USUAL_PORT = 8470


def add_office_options(parser: argparse.ArgumentParser) -> None:
    """Everything that `serve` and `office` ask alike."""
    add_place_options(parser)
    add_listening_options(parser, USUAL_PORT)
    parser.add_argument(
        "--address",
        metavar="URL",
        help="where people open it, such as https://counts.example.org behind a proxy",
    )
    parser.add_argument(
        "--proxy",
        metavar="ADDRESS",
        help="believe this proxy's X-Forwarded-For, such as 127.0.0.1; several with commas",
    )
    parser.add_argument(
        "--no-security-keys",
        action="store_true",
        help="let a passphrase alone sign people in (for trying things out)",
    )
    add_passphrase_option(parser)


def run_office(chosen: argparse.Namespace, *, with_intake: bool) -> int:
    """Serve until stopped."""
    engine = opened_at(database_url(chosen))
    rooms = office_rooms(engine)
    if chosen.passphrase_file:
        unlock(rooms.ring, chosen)
    with ExitStack() as open_now:
        open_now.callback(engine.dispose)
        open_now.callback(rooms.reception.write_tally)
        listening = open_now.enter_context(bound(chosen.host, chosen.port))
        here = address_of(listening)
        code = None if _is_anybody_here(engine) else new_code(random_bytes)
        office = _central_office(chosen, rooms, code, here)
        open_now.enter_context(OpeningRounds(rooms.reception, rooms.keys))
        beside: Sequence[BaseRoute] = ()
        if with_intake:
            messages = open_now.enter_context(
                GroupCommit(lambda raws: rooms.reception.take_in(raws, rooms.limit.allows))
            )
            beside = intake_routes(IntakeDesk(messages=messages, keys=rooms.keys, engine=engine))
        app = behind_proxy(build_app(office, beside), chosen.proxy)
        serve_until_stopped(app, listening, lambda: _say_hello(office, rooms, code, here))
    return 0


def _central_office(
    chosen: argparse.Namespace, rooms: OfficeRooms, code: str | None, here: str
) -> CentralOffice:
    try:
        settings = settings_from(environ, data_folder(chosen))
    except ProviderSettingsError as error:
        raise CommandError(f"The organisation's sign-in cannot be used: {error}.") from error
    return CentralOffice(
        engine=rooms.engine,
        clock=now,
        draw=random_bytes,
        address=_address(chosen.address or here),
        ring=rooms.ring,
        rules=SignInRules(keys_required=not chosen.no_security_keys),
        first_start=FirstStart.with_code(code) if code else None,
        provider=Provider(settings) if settings else None,
    )


def _address(asked: str) -> str:
    parts = urlsplit(asked)
    if parts.scheme not in ("http", "https") or not parts.netloc or parts.path.strip("/"):
        raise CommandError("The --address is written like https://counts.example.org.")
    return f"{parts.scheme}://{parts.netloc}"


def _is_anybody_here(engine: Engine) -> bool:
    with engine.connect() as connection:
        return is_anybody_here(connection)


def _say_hello(office: CentralOffice, rooms: OfficeRooms, code: str | None, here: str) -> None:
    sys.stdout.write(f"The central office is open at {office.address}\n")
    if office.address != here:
        sys.stdout.write(f"It listens at {here}\n")
    if code is not None:
        sys.stdout.write(f"For the first sign-in, once: {code}\n")
    elif not rooms.ring.is_unlocked:
        sys.stdout.write("The keys are locked: messages are kept, and answered once you unlock.\n")
    sys.stdout.flush()
