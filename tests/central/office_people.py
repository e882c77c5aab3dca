"""Invented people of the central office, and a way to have them signed in without their passphrase."""

from collections.abc import Iterable
from itertools import count

from sqlalchemy import Engine, insert

from tests.central.office_clock import OfficeClock
from vrn_desktop.central.accounts import sessions
from vrn_desktop.central.accounts.passphrases import GuessCost
from vrn_desktop.central.accounts.roles import Role, roles_as_text
from vrn_desktop.central.accounts.secrets_kept_hashed import RandomBytes
from vrn_desktop.central.accounts.sessions import Step
from vrn_desktop.central.office.passphrase_seal import LEAST
from vrn_desktop.central.store.people_tables import PEOPLE

FIRST_CODE = "ABCD-EFGH-IJKL-MNOP"
QUICK_GUESSES = GuessCost(memory_kib=64, passes=1, lanes=1)
"""Passphrases of tests guard nothing."""
QUICK_KEYS = LEAST


def repeating_bytes() -> RandomBytes:
    """Random bytes that are the same in every run, and never the same twice in one."""
    numbers = count(1)
    return lambda length: next(numbers).to_bytes(length)


def add_person(engine: Engine, clock: OfficeClock, name: str, roles: Iterable[Role]) -> str:
    """An invented person without a way to sign in; their id."""
    email = f"{name.lower().replace(' ', '.')}@office.invalid"
    person_id = email.encode().hex()[:32].ljust(32, "0")
    with engine.begin() as connection:
        connection.execute(
            insert(PEOPLE).values(
                id=person_id,
                name=name,
                email=email,
                roles=roles_as_text(roles),
                added_at=clock(),
            )
        )
    return person_id


def session_token(engine: Engine, clock: OfficeClock, person_id: str, draw: RandomBytes) -> str:
    """What a signed-in person's browser carries in its cookie."""
    with engine.begin() as connection:
        return sessions.begin(connection, person_id=person_id, step=Step.IN, now=clock(), draw=draw)
