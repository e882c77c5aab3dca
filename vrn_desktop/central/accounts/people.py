"""The people of the office: who they are, and how somebody is invited, changed and removed."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from vrn_desktop.central.accounts import sessions
from vrn_desktop.central.accounts.roles import (
    NEEDED_ROLES,
    Role,
    roles_as_text,
    roles_from_text,
)
from vrn_desktop.central.accounts.secrets_kept_hashed import RandomBytes, kept, new_token
from vrn_desktop.central.accounts.signed_in import SignedIn
from vrn_desktop.central.store.office_log import write_down
from vrn_desktop.central.store.people_tables import INVITATIONS, PEOPLE, SECURITY_KEYS

INVITATION_LASTS = timedelta(days=7)

_EMAIL = re.compile(r"[^\s@]+@[^\s@.]+(\.[^\s@.]+)+")
_LONGEST_NAME, _LONGEST_EMAIL = 80, 254
_ID_BYTES = 16


class PeopleRuleError(Exception):
    """What was asked for is against the rules for people; the sentence says what to do instead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonOnList:
    """One person as the page of people shows them."""

    id: str
    name: str
    email: str
    roles: frozenset[Role]
    has_come_in: bool
    """They chose a passphrase or came through the organisation's sign-in."""
    security_keys: int
    invited_until: datetime | None


def is_anybody_here(connection: Connection) -> bool:
    """Whether the first person has been set up."""
    return connection.scalar(select(func.count()).select_from(PEOPLE)) != 0


def everybody(connection: Connection) -> tuple[PersonOnList, ...]:
    """Everybody who has not been removed, by name."""
    keys = (
        select(SECURITY_KEYS.c.person_id, func.count().label("keys"))
        .group_by(SECURITY_KEYS.c.person_id)
        .subquery()
    )
    rows = connection.execute(
        select(PEOPLE, keys.c["keys"], INVITATIONS.c.ends_at)
        .outerjoin(keys, keys.c.person_id == PEOPLE.c.id)
        .outerjoin(INVITATIONS, INVITATIONS.c.person_id == PEOPLE.c.id)
        .where(PEOPLE.c.removed_at.is_(None))
        .order_by(func.lower(PEOPLE.c.name), PEOPLE.c.id)
    ).mappings()
    return tuple(
        PersonOnList(
            id=row["id"],
            name=row["name"],
            email=row["email"],
            roles=roles_from_text(row["roles"]),
            has_come_in=row["passphrase"] is not None or row["provider_subject"] is not None,
            security_keys=row["keys"] or 0,
            invited_until=row["ends_at"],
        )
        for row in rows
    )


def add_person(
    connection: Connection,
    *,
    name: str,
    email: str,
    roles: Iterable[Role],
    now: datetime,
    draw: RandomBytes,
    passphrase: str | None = None,
) -> str:
    """Put somebody on the list; their id.

    Raises:
        PeopleRuleError: no name, no e-mail address, no role, or the address is taken.
    """
    name, email = " ".join(name.split()), email.strip().lower()
    if not name or len(name) > _LONGEST_NAME:
        raise PeopleRuleError("Write the person's name, in at most 80 characters.")
    if len(email) > _LONGEST_EMAIL or not _EMAIL.fullmatch(email):
        raise PeopleRuleError("Write a whole e-mail address, such as name@example.org.")
    if not (roles := frozenset(roles)):
        raise PeopleRuleError("Choose at least one role.")
    person_id = draw(_ID_BYTES).hex()
    row = insert(PEOPLE).values(
        id=person_id,
        name=name,
        email=email,
        roles=roles_as_text(roles),
        passphrase=passphrase,
        added_at=now,
    )
    try:
        with connection.begin_nested():
            connection.execute(row)
    except IntegrityError:
        raise PeopleRuleError(
            "Somebody with this e-mail address is or was on the list. Use another address."
        ) from None
    return person_id


def invite(
    connection: Connection,
    *,
    name: str,
    email: str,
    roles: Iterable[Role],
    by: SignedIn,
    now: datetime,
    draw: RandomBytes,
) -> str:
    """Put somebody on the list and make their invitation; the secret of its link.

    Raises:
        PeopleRuleError: as `add_person`.
    """
    roles = frozenset(roles)
    person_id = add_person(connection, name=name, email=email, roles=roles, now=now, draw=draw)
    about = f"{' '.join(name.split())}: {roles_as_text(roles)}"
    write_down(connection, at=now, who=by.name, act="person invited", about=about)
    return _new_invitation(connection, person_id, now, draw)


def invite_again(
    connection: Connection, person_id: str, *, by: SignedIn, now: datetime, draw: RandomBytes
) -> str:
    """A fresh link for somebody who lost theirs or their way to sign in; the old ways end at once.

    Raises:
        PeopleRuleError: nobody of that kind, or themselves.
    """
    name = _name_of(connection, person_id)
    if person_id == by.id:
        raise PeopleRuleError("Somebody else with the role Intake has to do this for you.")
    connection.execute(
        update(PEOPLE)
        .where(PEOPLE.c.id == person_id)
        .values(passphrase=None, provider_subject=None)
    )
    connection.execute(delete(SECURITY_KEYS).where(SECURITY_KEYS.c.person_id == person_id))
    connection.execute(delete(INVITATIONS).where(INVITATIONS.c.person_id == person_id))
    sessions.end_all_of(connection, person_id)
    _refuse_without_holders(connection)
    write_down(connection, at=now, who=by.name, act="person invited again", about=name)
    return _new_invitation(connection, person_id, now, draw)


def change_roles(
    connection: Connection,
    person_id: str,
    roles: Iterable[Role],
    *,
    by: SignedIn,
    now: datetime,
) -> None:
    """Give somebody else exactly these roles.

    Raises:
        PeopleRuleError: no role, one's own, or nobody would be left who can invite people.
    """
    if not (roles := frozenset(roles)):
        raise PeopleRuleError("Choose at least one role, or remove the person.")
    if person_id == by.id:
        raise PeopleRuleError("Nobody changes their own roles. Ask another person with Intake.")
    _lock_people(connection)
    about = f"{_name_of(connection, person_id)}: {roles_as_text(roles)}"
    changed = update(PEOPLE).where(PEOPLE.c.id == person_id)
    connection.execute(changed.values(roles=roles_as_text(roles)))
    _refuse_without_holders(connection)
    write_down(connection, at=now, who=by.name, act="roles changed", about=about)


def remove(connection: Connection, person_id: str, *, by: SignedIn, now: datetime) -> None:
    """Take somebody off the list and sign them out everywhere; what they did stays in the log.

    Raises:
        PeopleRuleError: oneself, or nobody would be left who can invite people.
    """
    if person_id == by.id:
        raise PeopleRuleError("Nobody removes themselves. Ask another person with Intake.")
    _lock_people(connection)
    name = _name_of(connection, person_id)
    connection.execute(
        update(PEOPLE)
        .where(PEOPLE.c.id == person_id)
        .values(removed_at=now, passphrase=None, provider_subject=None)
    )
    connection.execute(delete(SECURITY_KEYS).where(SECURITY_KEYS.c.person_id == person_id))
    connection.execute(delete(INVITATIONS).where(INVITATIONS.c.person_id == person_id))
    sessions.end_all_of(connection, person_id)
    _refuse_without_holders(connection)
    write_down(connection, at=now, who=by.name, act="person removed", about=name)


def _new_invitation(
    connection: Connection, person_id: str, now: datetime, draw: RandomBytes
) -> str:
    token = new_token(draw)
    connection.execute(
        insert(INVITATIONS).values(
            person_id=person_id, token_hash=kept(token), ends_at=now + INVITATION_LASTS
        )
    )
    return token


def _name_of(connection: Connection, person_id: str) -> str:
    name = connection.scalar(
        select(PEOPLE.c.name).where(PEOPLE.c.id == person_id, PEOPLE.c.removed_at.is_(None))
    )
    if name is None:
        raise PeopleRuleError("This person is no longer on the list.")
    return str(name)


def _lock_people(connection: Connection) -> None:
    """Two people who take roles from each other at the same moment wait for one another."""
    connection.execute(select(PEOPLE.c.id).order_by(PEOPLE.c.id).with_for_update())


def _refuse_without_holders(connection: Connection) -> None:
    rows = connection.execute(
        select(PEOPLE.c.roles).where(
            PEOPLE.c.removed_at.is_(None),
            PEOPLE.c.passphrase.is_not(None) | PEOPLE.c.provider_subject.is_not(None),
        )
    )
    held = frozenset(role for row in rows for role in roles_from_text(row.roles))
    for role in NEEDED_ROLES:
        if role not in held:
            raise PeopleRuleError(
                f"Nobody else holds the role {role.value.capitalize()}. Give it to somebody who"
                " has signed in before, then try again."
            )
