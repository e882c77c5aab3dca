"""The key ring's rows: private keys sealed under one key, that key wrapped under the passphrase."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select, update

from vrn_desktop.central.office.key_pair import KeyPair, KeyPurpose, PublicPair
from vrn_desktop.central.office.passphrase_seal import (
    SALT_BYTES,
    KeyCost,
    random_bytes,
    sealed,
    slow_key,
    unsealed,
)
from vrn_desktop.central.store.office_tables import KEY_LOCK, KEY_RING
from vrn_desktop.exchange.message_keys import OpeningKey, SigningKey, fingerprint

_LOCK_ID = 1
_LOCK_PURPOSE = b"vrn-central/lock/1"
_KEY_PURPOSE = b"vrn-central/key/1/"


def is_founded(connection: Connection) -> bool:
    """Whether there is a ring of keys at all."""
    return connection.scalar(select(KEY_LOCK.c.id)) is not None


def put_lock(
    connection: Connection, key: bytes, passphrase: str, *, cost: KeyCost, now: datetime
) -> None:
    """Wrap the ring's key under a passphrase, in place of any wrapping before."""
    salt = random_bytes(SALT_BYTES)
    connection.execute(delete(KEY_LOCK))
    connection.execute(
        insert(KEY_LOCK).values(
            id=_LOCK_ID,
            salt=salt,
            memory_kib=cost.memory_kib,
            passes=cost.passes,
            lanes=cost.lanes,
            wrapped=sealed(slow_key(passphrase, salt, cost), key, _LOCK_PURPOSE),
            set_at=now,
        )
    )


def key_behind(connection: Connection, passphrase: str) -> bytes | None:
    """The ring's key; None if it is another passphrase or there is no ring."""
    row = connection.execute(select(KEY_LOCK)).one_or_none()
    if row is None:
        return None
    cost = KeyCost(memory_kib=row.memory_kib, passes=row.passes, lanes=row.lanes)
    return unsealed(slow_key(passphrase, row.salt, cost), row.wrapped, _LOCK_PURPOSE)


def put_pair(connection: Connection, key: bytes, pair: KeyPair) -> None:
    """Keep a pair, its private halves sealed under the ring's key; a signer that stays goes with it."""
    for purpose, half in ((KeyPurpose.BOX, pair.box), (KeyPurpose.SIGNER, pair.signer)):
        kid = fingerprint(half.public)
        connection.execute(delete(KEY_RING).where(KEY_RING.c.kid == kid))
        connection.execute(
            insert(KEY_RING).values(
                kid=kid,
                pair=pair.number,
                purpose=purpose,
                public=half.public,
                sealed_private=sealed(key, half.private, _KEY_PURPOSE + kid.encode("ascii")),
                begins_at=pair.begins_at,
                ends_at=pair.ends_at,
            )
        )


def remove_all_pairs(connection: Connection) -> None:
    """Take every key out, before they are put back from a copy."""
    connection.execute(delete(KEY_RING))


def set_end(connection: Connection, number: int, ends_at: datetime) -> None:
    """Say until when a replaced pair opens messages."""
    connection.execute(update(KEY_RING).where(KEY_RING.c.pair == number).values(ends_at=ends_at))


def erase_ended(connection: Connection, now: datetime) -> Sequence[int]:
    """Erase the private halves of pairs whose time is over; the numbers of these pairs."""
    ended = connection.scalars(
        update(KEY_RING)
        .where(KEY_RING.c.ends_at < now, KEY_RING.c.sealed_private.is_not(None))
        .values(sealed_private=None)
        .returning(KEY_RING.c.pair)
    )
    return sorted(set(ended))


def pairs_under(connection: Connection, key: bytes) -> Iterable[KeyPair]:
    """Every pair whose time is not over, opened.

    Raises:
        ValueError: a row was changed by somebody without the key.
    """
    rows = connection.execute(
        select(KEY_RING).where(KEY_RING.c.sealed_private.is_not(None)).order_by(KEY_RING.c.pair)
    )
    halves: dict[int, dict[str, bytes]] = {}
    times: dict[int, tuple[datetime, datetime | None]] = {}
    for row in rows:
        private = unsealed(key, row.sealed_private, _KEY_PURPOSE + row.kid.encode("ascii"))
        if private is None:
            raise ValueError("a key of the ring was changed")
        halves.setdefault(row.pair, {})[row.purpose] = private
        times[row.pair] = (row.begins_at, row.ends_at)
    return [
        KeyPair(
            number=number,
            begins_at=times[number][0],
            ends_at=times[number][1],
            box=OpeningKey.from_private(half[KeyPurpose.BOX]),
            signer=SigningKey.from_private(_signer_since(halves, number)),
        )
        for number, half in halves.items()
    ]


def _signer_since(halves: Mapping[int, Mapping[str, bytes]], number: int) -> bytes:
    """A signer lies with the newest pair that it signs for."""
    return next(
        halves[later][KeyPurpose.SIGNER]
        for later in sorted(halves)
        if later >= number and KeyPurpose.SIGNER in halves[later]
    )


def public_in_force(connection: Connection) -> PublicPair | None:
    """What everybody may see of the newest pair; None before there is one."""
    rows = connection.execute(
        select(KEY_RING.c.pair, KEY_RING.c.purpose, KEY_RING.c.public).order_by(KEY_RING.c.pair)
    ).all()
    if not rows:
        return None
    newest = rows[-1].pair
    public = {row.purpose: row.public for row in rows if row.pair == newest}
    return PublicPair(number=newest, box=public[KeyPurpose.BOX], signer=public[KeyPurpose.SIGNER])


def signer_fingerprints(connection: Connection) -> frozenset[str]:
    """Every signing key this office ever had."""
    return frozenset(
        connection.scalars(select(KEY_RING.c.kid).where(KEY_RING.c.purpose == KeyPurpose.SIGNER))
    )
