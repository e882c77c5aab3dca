"""`vrn-central publish`: drafts on the command line, under the same rule of two people as on the pages."""

import argparse
import sys
from getpass import getpass
from pathlib import Path

from sqlalchemy import Connection, Engine

from vrn_desktop.central.accounts.people import everybody
from vrn_desktop.central.accounts.roles import Role
from vrn_desktop.central.accounts.sign_in import (
    SignInTry,
    TooManyTriesError,
    WrongPassphraseError,
    proven_person,
)
from vrn_desktop.central.accounts.sign_in_rules import SignInRules
from vrn_desktop.central.clock import now
from vrn_desktop.central.commands.command_trouble import CommandError, told_in_words
from vrn_desktop.central.commands.data_place import add_place_options, database_url, opened_at
from vrn_desktop.central.commands.keys_asked_for import passphrase_in
from vrn_desktop.central.publishing import decisions
from vrn_desktop.central.publishing.drafts import Draft, waiting_drafts
from vrn_desktop.central.publishing.two_people import Author, PublishingRuleError

_HERE = "this machine"


def add_to(choices: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Name the command and its options."""
    parser = choices.add_parser(
        "publish",
        help="show the drafts that wait, or publish one that somebody else made",
        description="Without a draft, lists what waits. Publishing asks for your own passphrase and"
        " is refused for whoever made the draft. Exit codes: 0 done, 1 against the rules of"
        " publication, 2 bad input.",
    )
    parser.add_argument("draft", nargs="?", help="the first letters of a draft's identifier")
    parser.add_argument("--email", help="who you are, to publish")
    parser.add_argument(
        "--passphrase-file", type=Path, metavar="FILE", help="read your passphrase from a file"
    )
    add_place_options(parser)
    parser.set_defaults(run=run)


@told_in_words
def run(chosen: argparse.Namespace) -> int:
    """List the drafts, or publish one; 1 where the rules refuse it."""
    engine = opened_at(database_url(chosen))
    try:
        with engine.connect() as connection:
            waiting = waiting_drafts(connection)
        if chosen.draft is None:
            _list(waiting)
            return 0
        return _publish(engine, _named(waiting, chosen.draft), chosen)
    finally:
        engine.dispose()


def _list(waiting: tuple[Draft, ...]) -> None:
    if not waiting:
        sys.stdout.write("No draft waits.\n")
    for draft in waiting:
        cells = [cell for table in draft.tables for cell in table.cells]
        shown = sum(cell.shown is not None for cell in cells)
        sys.stdout.write(
            f"{draft.id[:8]}  {draft.period}, edition {draft.edition}, made by {draft.drafted_by};"
            f" {shown} of {len(cells)} numbers will be shown\n"
        )


def _named(waiting: tuple[Draft, ...], start: str) -> Draft:
    found = [draft for draft in waiting if draft.id.startswith(start)]
    if len(found) != 1:
        raise CommandError("No draft, or more than one, begins like this. List them first.")
    return found[0]


def _publish(engine: Engine, draft: Draft, chosen: argparse.Namespace) -> int:
    if not chosen.email:
        raise CommandError("Say who you are with --email, to publish.")
    file = chosen.passphrase_file
    passphrase = passphrase_in(file) if file else getpass(f"Passphrase of {chosen.email}: ")
    tried = SignInTry(email=chosen.email, passphrase=passphrase, client=_HERE)
    try:
        person_id = proven_person(engine, tried, now=now(), rules=SignInRules())
        with engine.begin() as connection:
            decisions.publish(connection, draft.id, by=_author(connection, person_id), now=now())
    except WrongPassphraseError as error:
        raise CommandError("The e-mail address or the passphrase is not right.") from error
    except TooManyTriesError as error:
        raise CommandError("Too many tries failed. Wait 15 minutes.") from error
    except PublishingRuleError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write(f"{draft.period}, edition {draft.edition}, is published.\n")
    return 0


def _author(connection: Connection, person_id: str) -> Author:
    person = next(one for one in everybody(connection) if one.id == person_id)
    return Author(
        id=person.id,
        name=person.name,
        may_draft=Role.STATISTICIAN in person.roles,
        may_publish=Role.PUBLISHER in person.roles,
    )
