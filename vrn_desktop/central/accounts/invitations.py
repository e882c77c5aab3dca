"""Coming in by an invitation: the link shows who is meant, a passphrase of one's own ends it."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, select, update

from vrn_desktop.central.accounts import sessions
from vrn_desktop.central.accounts.passphrases import hashed, refuse_easy
from vrn_desktop.central.accounts.secrets_kept_hashed import RandomBytes, kept
from vrn_desktop.central.accounts.sign_in import StartedSession
from vrn_desktop.central.accounts.sign_in_rules import SignInRules
from vrn_desktop.central.store.office_log import write_down
from vrn_desktop.central.store.people_tables import INVITATIONS, PEOPLE


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """Whom an invitation is for."""

    person_id: str
    name: str
    email: str


class InvitationOverError(Exception):
    """It was used, ran out, was replaced by a newer one, or never was one."""


def invitation_behind(connection: Connection, token: str, now: datetime) -> Invitation:
    """The invitation of a link.

    Raises:
        InvitationOverError: it is none, or none any more.
    """
    row = connection.execute(
        select(PEOPLE.c.id, PEOPLE.c.name, PEOPLE.c.email)
        .join(INVITATIONS, INVITATIONS.c.person_id == PEOPLE.c.id)
        .where(
            INVITATIONS.c.token_hash == kept(token),
            INVITATIONS.c.ends_at > now,
            PEOPLE.c.removed_at.is_(None),
        )
    ).one_or_none()
    if row is None:
        raise InvitationOverError
    return Invitation(person_id=row.id, name=row.name, email=row.email)


def accept(
    connection: Connection,
    token: str,
    passphrase: str,
    *,
    now: datetime,
    draw: RandomBytes,
    rules: SignInRules,
) -> StartedSession:
    """Choose one's own passphrase and sign in. The link is of no use afterwards.

    Raises:
        InvitationOverError: it is none, or none any more.
        PassphraseTooEasyError: the passphrase could be guessed.
    """
    invitation = invitation_behind(connection, token, now)
    refuse_easy(passphrase, (invitation.name, invitation.email))
    used = delete(INVITATIONS).where(INVITATIONS.c.token_hash == kept(token))
    if not connection.execute(used.returning(INVITATIONS.c.person_id)).all():
        raise InvitationOverError
    connection.execute(
        update(PEOPLE)
        .where(PEOPLE.c.id == invitation.person_id)
        .values(passphrase=hashed(passphrase, rules.cost, draw))
    )
    write_down(
        connection, at=now, who=invitation.name, act="invitation accepted", about="own passphrase"
    )
    step = sessions.first_step(connection, invitation.person_id, keys_required=rules.keys_required)
    token = sessions.begin(
        connection, person_id=invitation.person_id, step=step, now=now, draw=draw
    )
    return StartedSession(token=token, step=step)
