"""Keys at an intake that decides nothing: checked, kept, and taken in by the office on its next round."""

from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256

from sqlalchemy import Connection, Engine, delete, func, insert, select

from vrn_desktop.central.clock import Clock
from vrn_desktop.central.office.device_rows import device_row
from vrn_desktop.central.office.key_arrivals import (
    REQUEST_BEGINS,
    KeyArrivals,
    KeyStanding,
    may_rotate,
    standing_of,
)
from vrn_desktop.central.store.database import judging
from vrn_desktop.central.store.message_tables import KEPT_KEY_FILES
from vrn_desktop.exchange.enrolment import read_request, read_rotation
from vrn_desktop.exchange.errors import MessageRefusedError, Refusal
from vrn_desktop.exchange.message_keys import fingerprint

MOST_KEPT = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptKeys:
    """The internet-facing door for keys: it may write letters to the office, and read who is enrolled."""

    engine: Engine
    clock: Clock

    def take(self, raw: bytes) -> KeyStanding:
        """Take a `.vrnkey` or `.vrnnewkey` file's bytes.

        Raises:
            MessageRefusedError: form, version, signature, a key that was revoked or refused, or more
                letters wait than an office could look through.
        """
        digest = sha256(raw).hexdigest()
        with self.engine.connect() as looking:  # what is no key keeps no message waiting
            known = device_row(looking, _key_asked_for(looking, raw))
        if known is not None:
            return standing_of(known.state)
        with judging(self.engine) as connection:
            kept = select(KEPT_KEY_FILES.c.digest).where(KEPT_KEY_FILES.c.digest == digest)
            if connection.scalar(kept) is None:
                _refuse_too_many(connection)
                connection.execute(
                    insert(KEPT_KEY_FILES).values(digest=digest, raw=raw, received_at=self.clock())
                )
        return KeyStanding.WAITS


def take_kept(engine: Engine, keys: KeyArrivals) -> int:
    """At the office: take in every kept key, and clear it away whatever became of it."""
    with engine.connect() as connection:
        kept = connection.execute(
            select(KEPT_KEY_FILES).order_by(KEPT_KEY_FILES.c.received_at)
        ).all()
    for row in kept:
        with suppress(MessageRefusedError):  # the site hears the same when it asks again
            keys.take(row.raw)
        with engine.begin() as connection:
            connection.execute(delete(KEPT_KEY_FILES).where(KEPT_KEY_FILES.c.digest == row.digest))
    return len(kept)


def _key_asked_for(connection: Connection, raw: bytes) -> str:
    if raw.startswith(REQUEST_BEGINS):
        return fingerprint(read_request(raw).device)
    return fingerprint(read_rotation(raw, lambda old: may_rotate(connection, old)).new)


def _refuse_too_many(connection: Connection) -> None:
    waiting = connection.scalar(select(func.count()).select_from(KEPT_KEY_FILES)) or 0
    if waiting >= MOST_KEPT:
        raise MessageRefusedError(
            Refusal.UNKNOWN_SENDER, "too many keys wait at this office: ask the office"
        )
