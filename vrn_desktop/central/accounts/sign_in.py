"""Signing in with a passphrase: bounded tries, equal time for everybody, then the security key."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, Engine, delete, func, insert, select, text, update

from vrn_desktop.central.accounts import sessions
from vrn_desktop.central.accounts.passphrases import fits, hashed, refuse_easy
from vrn_desktop.central.accounts.secrets_kept_hashed import RandomBytes, kept
from vrn_desktop.central.accounts.sessions import Session, Step
from vrn_desktop.central.accounts.sign_in_rules import SignInRules
from vrn_desktop.central.store.office_log import write_down
from vrn_desktop.central.store.people_tables import MISSED_SIGN_INS, PEOPLE

COUNTED_FOR = timedelta(minutes=15)
MOST_FOR_ONE_ACCOUNT_FROM_ONE_ADDRESS = 8
MOST_FOR_ONE_ACCOUNT = 40
"""Further, so that whoever knows somebody's e-mail address cannot keep them out from where they sit."""
MOST_FROM_ONE_ADDRESS = 40


class TooManyTriesError(Exception):
    """So many tries failed that the next is refused unread, whatever it holds."""


class WrongPassphraseError(Exception):
    """Nobody signs in like this; whether the address is known is not said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignInTry:
    """What somebody typed, and from where."""

    email: str
    passphrase: str
    client: str
    """The network address the request came from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StartedSession:
    """What a sign-in leads to."""

    token: str
    step: Step


def sign_in(
    engine: Engine, tried: SignInTry, *, now: datetime, draw: RandomBytes, rules: SignInRules
) -> StartedSession:
    """Check a passphrase and start a session; a security key may still be asked for.

    Raises:
        TooManyTriesError: the bound of this account or this address is reached.
        WrongPassphraseError: no such person, or another passphrase.
    """
    person_id = proven_person(engine, tried, now=now, rules=rules)
    with engine.begin() as connection:
        sessions.end_all_that_ran_out(connection, now)
        step = sessions.first_step(connection, person_id, keys_required=rules.keys_required)
        token = sessions.begin(connection, person_id=person_id, step=step, now=now, draw=draw)
    return StartedSession(token=token, step=step)


def proven_person(engine: Engine, tried: SignInTry, *, now: datetime, rules: SignInRules) -> str:
    """Whose passphrase it is; their id.

    Every try is counted before it is read, so that many at the same moment cannot pass the bound.

    Raises:
        TooManyTriesError: the bound of this account or this address is reached.
        WrongPassphraseError: no such person, or another passphrase.
    """
    email = tried.email.strip().lower()
    with engine.begin() as connection:
        number = _counted(connection, kept(email), kept(tried.client), now)
        person = connection.execute(
            select(PEOPLE.c.id, PEOPLE.c.passphrase).where(
                PEOPLE.c.email == email, PEOPLE.c.removed_at.is_(None)
            )
        ).one_or_none()
    held = person.passphrase if person else None
    if not fits(tried.passphrase, held, rules.cost) or person is None:
        raise WrongPassphraseError
    with engine.begin() as connection:
        connection.execute(delete(MISSED_SIGN_INS).where(MISSED_SIGN_INS.c.number == number))
    return str(person.id)


def change_passphrase(
    engine: Engine,
    session: Session,
    *,
    old: str,
    new: str,
    now: datetime,
    draw: RandomBytes,
    rules: SignInRules,
) -> StartedSession:
    """Take another passphrase; every session of the person ends, a fresh one begins.

    Raises:
        TooManyTriesError: the old passphrase was wrong too often.
        WrongPassphraseError: the old passphrase is another one.
        PassphraseTooEasyError: the new one could be guessed.
    """
    person = session.person
    with engine.begin() as connection:
        number = _counted(connection, kept(person.email), kept(session.id), now)
        held = connection.scalar(select(PEOPLE.c.passphrase).where(PEOPLE.c.id == person.id))
    if not fits(old, held, rules.cost):
        raise WrongPassphraseError
    refuse_easy(new, (person.name, person.email))
    with engine.begin() as connection:
        connection.execute(delete(MISSED_SIGN_INS).where(MISSED_SIGN_INS.c.number == number))
        connection.execute(
            update(PEOPLE)
            .where(PEOPLE.c.id == person.id)
            .values(passphrase=hashed(new, rules.cost, draw))
        )
        sessions.end_all_of(connection, person.id)
        write_down(connection, at=now, who=person.name, act="passphrase changed", about="own")
        token = sessions.begin(connection, person_id=person.id, step=Step.IN, now=now, draw=draw)
    return StartedSession(token=token, step=Step.IN)


def _counted(connection: Connection, account: str, client: str, now: datetime) -> int:
    """Count a try as missed until it turns out right; its number."""
    table = MISSED_SIGN_INS
    if connection.dialect.name == "postgresql":  # SQLite lets one write at a time anyway
        connection.execute(text("LOCK TABLE missed_sign_ins IN EXCLUSIVE MODE"))
    connection.execute(delete(table).where(table.c.at < now - COUNTED_FOR))
    number: int = connection.execute(
        insert(table).values(account=account, client=client, at=now).returning(table.c.number)
    ).scalar_one()
    for_account, from_address = table.c.account == account, table.c.client == client
    for counted, most in (
        (for_account & from_address, MOST_FOR_ONE_ACCOUNT_FROM_ONE_ADDRESS),
        (for_account, MOST_FOR_ONE_ACCOUNT),
        (from_address, MOST_FROM_ONE_ADDRESS),
    ):
        tries = connection.scalar(select(func.count()).select_from(table).where(counted)) or 0
        if tries > most:
            raise TooManyTriesError  # undoes this try's own line: refused tries prolong nothing
    return number
