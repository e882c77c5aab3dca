"""Security keys as the second step of a sign-in (WebAuthn): added, used, removed."""

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from sqlalchemy import Connection, delete, insert, select, update
from sqlalchemy.exc import IntegrityError
from webauthn import (
    generate_authentication_options,
    generate_registration_options,
    options_to_json,
    verify_authentication_response,
    verify_registration_response,
)
from webauthn.helpers import (
    base64url_to_bytes,
    bytes_to_base64url,
    parse_authentication_credential_json,
)
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from vrn_desktop.central.accounts.secrets_kept_hashed import RandomBytes
from vrn_desktop.central.accounts.sessions import Session
from vrn_desktop.central.store.office_log import write_down
from vrn_desktop.central.store.people_tables import SECURITY_KEYS, SESSIONS

OFFICE_NAME = "Violence Reduction Network"
MOST_KEYS = 10
LONGEST_NAME = 60
_CHALLENGE_BYTES = 32


class SecurityKeyError(Exception):
    """The key's answer was not taken; the sentence says what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SecurityKey:
    """One key of a person."""

    id: str
    name: str
    added_at: datetime
    used_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyPlace:
    """To which address keys are bound; a page at any other address cannot use them."""

    address: str

    @property
    def host(self) -> str:
        """The name without its port, as keys know it."""
        return urlsplit(self.address).hostname or ""


def keys_of(connection: Connection, person_id: str) -> tuple[SecurityKey, ...]:
    """A person's keys, the oldest first."""
    rows = connection.execute(
        select(SECURITY_KEYS)
        .where(SECURITY_KEYS.c.person_id == person_id)
        .order_by(SECURITY_KEYS.c.added_at, SECURITY_KEYS.c.credential_id)
    )
    return tuple(
        SecurityKey(id=row.credential_id, name=row.name, added_at=row.added_at, used_at=row.used_at)
        for row in rows
    )


def ask_to_add(connection: Connection, session: Session, place: KeyPlace, draw: RandomBytes) -> str:
    """What the browser asks a new key, as JSON; the challenge is kept with the session."""
    return options_to_json(
        generate_registration_options(
            rp_id=place.host,
            rp_name=OFFICE_NAME,
            user_id=bytes.fromhex(session.person.id),
            user_name=session.person.email,
            user_display_name=session.person.name,
            challenge=_fresh_challenge(connection, session, draw),
            authenticator_selection=AuthenticatorSelectionCriteria(
                resident_key=ResidentKeyRequirement.DISCOURAGED,
                user_verification=UserVerificationRequirement.PREFERRED,
            ),
            exclude_credentials=_descriptors(connection, session.person.id),
        )
    )


def add_key(
    connection: Connection,
    session: Session,
    place: KeyPlace,
    *,
    answer: str,
    name: str,
    now: datetime,
) -> None:
    """Take a new key's answer.

    Raises:
        SecurityKeyError: it answers another question, for another address, or is known already.
    """
    challenge = _used_challenge(connection, session)
    if len(keys_of(connection, session.person.id)) >= MOST_KEYS:
        raise SecurityKeyError("Remove a key first: ten are the most.")
    try:
        checked = verify_registration_response(
            credential=answer,
            expected_challenge=challenge,
            expected_rp_id=place.host,
            expected_origin=place.address,
        )
    except WebAuthnException as error:
        raise SecurityKeyError("The key's answer did not fit. Try again.") from error
    row = insert(SECURITY_KEYS).values(
        credential_id=bytes_to_base64url(checked.credential_id),
        person_id=session.person.id,
        public_key=checked.credential_public_key,
        sign_count=checked.sign_count,
        name=name[:LONGEST_NAME] or "Security key",
        added_at=now,
    )
    try:
        with connection.begin_nested():
            connection.execute(row)
    except IntegrityError:
        raise SecurityKeyError("This key is known already.") from None
    write_down(connection, at=now, who=session.person.name, act="security key added", about="own")


def ask_to_use(connection: Connection, session: Session, place: KeyPlace, draw: RandomBytes) -> str:
    """What the browser asks one of the person's keys, as JSON."""
    return options_to_json(
        generate_authentication_options(
            rp_id=place.host,
            challenge=_fresh_challenge(connection, session, draw),
            allow_credentials=_descriptors(connection, session.person.id),
            user_verification=UserVerificationRequirement.PREFERRED,
        )
    )


def use_key(
    connection: Connection, session: Session, place: KeyPlace, *, answer: str, now: datetime
) -> None:
    """Check a key's answer and note its use.

    Raises:
        SecurityKeyError: another key, another question, another address, or a copied key.
    """
    challenge = _used_challenge(connection, session)
    try:
        credential = parse_authentication_credential_json(answer)
        row = connection.execute(
            select(SECURITY_KEYS).where(
                SECURITY_KEYS.c.credential_id == bytes_to_base64url(credential.raw_id),
                SECURITY_KEYS.c.person_id == session.person.id,
            )
        ).one_or_none()
        if row is None:
            raise SecurityKeyError("This key is not one of yours. Use another, or ask Intake.")
        checked = verify_authentication_response(
            credential=credential,
            expected_challenge=challenge,
            expected_rp_id=place.host,
            expected_origin=place.address,
            credential_public_key=row.public_key,
            credential_current_sign_count=row.sign_count,
        )
    except WebAuthnException as error:
        raise SecurityKeyError("The key's answer did not fit. Try again.") from error
    connection.execute(
        update(SECURITY_KEYS)
        .where(SECURITY_KEYS.c.credential_id == row.credential_id)
        .values(sign_count=checked.new_sign_count, used_at=now)
    )


def remove_key(
    connection: Connection, session: Session, key_id: str, *, now: datetime, keep_one: bool
) -> None:
    """Forget a key of one's own.

    Raises:
        SecurityKeyError: it is the last one and the office asks for keys.
    """
    mine = keys_of(connection, session.person.id)
    if keep_one and len(mine) == 1:
        raise SecurityKeyError("This is your last key. Add another one first, then remove it.")
    gone = connection.execute(
        delete(SECURITY_KEYS)
        .where(
            SECURITY_KEYS.c.credential_id == key_id,
            SECURITY_KEYS.c.person_id == session.person.id,
        )
        .returning(SECURITY_KEYS.c.credential_id)
    ).all()
    if gone:
        write_down(
            connection, at=now, who=session.person.name, act="security key removed", about="own"
        )


def _descriptors(connection: Connection, person_id: str) -> list[PublicKeyCredentialDescriptor]:
    return [
        PublicKeyCredentialDescriptor(id=base64url_to_bytes(key.id))
        for key in keys_of(connection, person_id)
    ]


def _fresh_challenge(connection: Connection, session: Session, draw: RandomBytes) -> bytes:
    challenge = draw(_CHALLENGE_BYTES)
    connection.execute(
        update(SESSIONS).where(SESSIONS.c.token_hash == session.id).values(challenge=challenge)
    )
    return challenge


def _used_challenge(connection: Connection, session: Session) -> bytes:
    """The challenge asked last; it can be answered once."""
    if session.challenge is None:
        raise SecurityKeyError("The page was open too long. Load it again and try once more.")
    used = connection.execute(
        update(SESSIONS)
        .where(SESSIONS.c.token_hash == session.id, SESSIONS.c.challenge == session.challenge)
        .values(challenge=None)
        .returning(SESSIONS.c.token_hash)
    ).all()
    if not used:
        raise SecurityKeyError("The page was open too long. Load it again and try once more.")
    return session.challenge
