"""Coming in through the organisation's provider: only who was invited, and always as the same person."""

from datetime import datetime, timedelta

from sqlalchemy import Connection, Engine, delete, insert, select, update

from vrn_desktop.central.accounts import sessions
from vrn_desktop.central.accounts.open_id import ProvenPerson, Provider
from vrn_desktop.central.accounts.secrets_kept_hashed import RandomBytes, kept
from vrn_desktop.central.accounts.sessions import Step
from vrn_desktop.central.store.office_log import write_down
from vrn_desktop.central.store.people_tables import INVITATIONS, PEOPLE, PROVIDER_TRIES

TRY_LASTS = timedelta(minutes=10)


class NotInvitedError(Exception):
    """The provider knows them, this office does not."""


class StrangeReturnError(Exception):
    """A return that this browser did not set out for, or too late."""


def set_out(engine: Engine, provider: Provider, *, visit: str, back_to: str, now: datetime) -> str:
    """Send a browser to the provider; the address to go to.

    Args:
        engine: the office's database.
        provider: the organisation's sign-in.
        visit: the secret of the browser's cookie; only that browser may come back.
        back_to: our address to return to.
        now: the time.

    Raises:
        ProviderError: the provider cannot be reached.
    """
    away = provider.send_away(back_to)
    with engine.begin() as connection:
        old = PROVIDER_TRIES.c.started_at < now - TRY_LASTS
        connection.execute(delete(PROVIDER_TRIES).where(old))
        connection.execute(
            insert(PROVIDER_TRIES).values(
                state_hash=kept(away.state),
                visit_hash=kept(visit),
                nonce=away.nonce,
                verifier=away.verifier,
                started_at=now,
            )
        )
    return away.url


def come_back(
    engine: Engine,
    provider: Provider,
    *,
    visit: str,
    state: str,
    code: str,
    back_to: str,
    now: datetime,
    draw: RandomBytes,
) -> str:
    """Take somebody in whom the provider signed for; the token of their session.

    Raises:
        StrangeReturnError: this browser did not set out, or too long ago.
        ProviderError: what the provider said does not hold.
        NotInvitedError: nobody of that name was invited.
    """
    with engine.begin() as connection:
        row = connection.execute(
            delete(PROVIDER_TRIES)
            .where(
                PROVIDER_TRIES.c.state_hash == kept(state),
                PROVIDER_TRIES.c.visit_hash == kept(visit),
            )
            .returning(
                PROVIDER_TRIES.c.nonce, PROVIDER_TRIES.c.verifier, PROVIDER_TRIES.c.started_at
            )
        ).one_or_none()
    if row is None or now - row.started_at > TRY_LASTS:
        raise StrangeReturnError
    proven = provider.proven(code, back_to=back_to, nonce=row.nonce, verifier=row.verifier)
    with engine.begin() as connection:
        person_id = _person_behind(connection, proven, now)
        return sessions.begin(connection, person_id=person_id, step=Step.IN, now=now, draw=draw)


def _person_behind(connection: Connection, proven: ProvenPerson, now: datetime) -> str:
    known = connection.scalar(
        select(PEOPLE.c.id).where(
            PEOPLE.c.provider_subject == proven.subject, PEOPLE.c.removed_at.is_(None)
        )
    )
    if known is not None:
        return str(known)
    invited = connection.execute(
        select(PEOPLE.c.id, PEOPLE.c.name)
        .join(INVITATIONS, INVITATIONS.c.person_id == PEOPLE.c.id)
        .where(
            PEOPLE.c.email == proven.email,
            PEOPLE.c.provider_subject.is_(None),
            PEOPLE.c.removed_at.is_(None),
            INVITATIONS.c.ends_at > now,
        )
    ).one_or_none()
    if invited is None:
        raise NotInvitedError
    connection.execute(delete(INVITATIONS).where(INVITATIONS.c.person_id == invited.id))
    connection.execute(
        update(PEOPLE).where(PEOPLE.c.id == invited.id).values(provider_subject=proven.subject)
    )
    write_down(
        connection,
        at=now,
        who=invited.name,
        act="invitation accepted",
        about="through the organisation's sign-in",
    )
    return str(invited.id)
