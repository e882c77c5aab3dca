"""Sessions: eight hours at most, half an hour without a request, known by a hash only."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import Connection, delete, func, insert, select, update

from vrn_desktop.central.accounts.roles import roles_from_text
from vrn_desktop.central.accounts.secrets_kept_hashed import RandomBytes, kept, new_token
from vrn_desktop.central.accounts.signed_in import SignedIn
from vrn_desktop.central.store.people_tables import PEOPLE, SECURITY_KEYS, SESSIONS

LONGEST = timedelta(hours=8)
LONGEST_IDLE = timedelta(minutes=30)
LONGEST_SECOND_STEP = timedelta(minutes=10)
_NOTED_EVERY = timedelta(minutes=1)


class Step(StrEnum):
    """How far somebody has signed in."""

    KEY_WAITS = "key"
    """The passphrase was right; the security key is asked for."""
    KEY_MISSING = "add"
    """The passphrase was right, but the office asks for a security key and they have none yet."""
    IN = "in"


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A session in force."""

    id: str
    """The hash it is kept under."""
    person: SignedIn
    step: Step
    challenge: bytes | None = None


def begin(
    connection: Connection, *, person_id: str, step: Step, now: datetime, draw: RandomBytes
) -> str:
    """Start a session; the token for the browser's cookie."""
    token = new_token(draw)
    connection.execute(
        insert(SESSIONS).values(
            token_hash=kept(token), person_id=person_id, step=step, started_at=now, seen_at=now
        )
    )
    return token


def first_step(connection: Connection, person_id: str, *, keys_required: bool) -> Step:
    """Where a right passphrase leads."""
    keys = select(func.count()).where(SECURITY_KEYS.c.person_id == person_id)
    if connection.scalar(keys):
        return Step.KEY_WAITS
    return Step.KEY_MISSING if keys_required else Step.IN


def go_in(connection: Connection, session: Session, now: datetime, draw: RandomBytes) -> str:
    """The last step is done: a fresh session with a token of its own."""
    end(connection, session.id)
    return begin(connection, person_id=session.person.id, step=Step.IN, now=now, draw=draw)


def session_behind(connection: Connection, token: str, now: datetime) -> Session | None:
    """The session of a cookie if it is still in force; noted as seen at most once a minute."""
    row = connection.execute(
        select(SESSIONS, PEOPLE.c.name, PEOPLE.c.email, PEOPLE.c.roles)
        .join(PEOPLE, PEOPLE.c.id == SESSIONS.c.person_id)
        .where(SESSIONS.c.token_hash == kept(token), PEOPLE.c.removed_at.is_(None))
    ).one_or_none()
    if row is None:
        return None
    longest = LONGEST if row.step == Step.IN else LONGEST_SECOND_STEP
    if now - row.started_at > longest or now - row.seen_at > LONGEST_IDLE:
        end(connection, row.token_hash)
        return None
    if now - row.seen_at >= _NOTED_EVERY:
        seen = update(SESSIONS).where(SESSIONS.c.token_hash == row.token_hash)
        connection.execute(seen.values(seen_at=now))
    return Session(
        id=row.token_hash,
        person=SignedIn(
            id=row.person_id, name=row.name, email=row.email, roles=roles_from_text(row.roles)
        ),
        step=Step(row.step),
        challenge=row.challenge,
    )


def end(connection: Connection, session_id: str) -> None:
    """Sign one session out."""
    connection.execute(delete(SESSIONS).where(SESSIONS.c.token_hash == session_id))


def end_all_of(connection: Connection, person_id: str) -> None:
    """Sign a person out everywhere."""
    connection.execute(delete(SESSIONS).where(SESSIONS.c.person_id == person_id))


def end_all_that_ran_out(connection: Connection, now: datetime) -> None:
    """Forget sessions that nobody can use any more."""
    connection.execute(
        delete(SESSIONS).where(
            (SESSIONS.c.started_at < now - LONGEST) | (SESSIONS.c.seen_at < now - LONGEST_IDLE)
        )
    )
