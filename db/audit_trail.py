"""The audit log: each entry chained to the one before and signed by the signed-in person."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlalchemy import insert, select

from db.record_access import Record, RecordAccess
from db.records.audit_entries import AUDIT_ENTRY
from db.repositories.written_values import read_time, write_time
from vrn_desktop.application.ports.clock import Clock
from vrn_desktop.application.ports.vault import AuditAnchor
from vrn_desktop.domain.audit_entry import FIRST_PREVIOUS, Act, AuditEntry, entry_hash
from vrn_desktop.domain.identifiers import PractitionerId

_ADD = insert(AUDIT_ENTRY)
_ALL = select(AUDIT_ENTRY).order_by(AUDIT_ENTRY.c.seq)
_LAST = (
    select(AUDIT_ENTRY.c.seq, AUDIT_ENTRY.c.hash, AUDIT_ENTRY.c.change, AUDIT_ENTRY.c.at)
    .order_by(AUDIT_ENTRY.c.seq.desc())
    .limit(1)
)

PublicKeysOf = Callable[[PractitionerId], Iterable[bytes]]
"""A person's raw Ed25519 public keys, of now and of before a reset."""


class AuditTrail:
    """Writes entries in the running change and knows the end of the chain."""

    def __init__(
        self,
        access: RecordAccess,
        *,
        who: PractitionerId,
        sign: Callable[[bytes], bytes],
        clock: Clock,
    ) -> None:
        self._access = access
        self._who = who
        self._sign = sign
        self._clock = clock
        self._seq = 0
        self._hash = FIRST_PREVIOUS
        self._changes = 0
        self._at: datetime | None = None

    @property
    def last_at(self) -> datetime | None:
        """When the last entry was written that was read from the file."""
        return self._at

    @property
    def end(self) -> AuditAnchor:
        """Number and hash of the last entry and the count of changes, as the header keeps them."""
        return AuditAnchor(seq=self._seq, hash=self._hash, commit_counter=self._changes)

    def read_end(self) -> None:
        """Learn the end of the chain from the file: at opening, and after a change that did not happen."""
        last = self._access.record(_LAST)
        self._seq = last["seq"] if last else 0
        self._hash = bytes(last["hash"]) if last else FIRST_PREVIOUS
        self._changes = last["change"] if last else 0
        self._at = read_time(last["at"]) if last else None

    def append(self, act: Act, subject: str, *, change: int) -> None:
        """One more entry in the running change; `change` counts the changes of the file."""
        entry = self._next_entry(act, subject)
        self._access.write(_ADD, {**to_record(entry), "change": change})
        self._seq, self._hash, self._changes = entry.seq, entry.hash, change

    def entries(self) -> tuple[AuditEntry, ...]:
        """The whole chain in order."""
        return tuple(map(to_domain, self._access.records(_ALL)))

    def _next_entry(self, act: Act, subject: str) -> AuditEntry:
        # Through the written form and back, so that what is hashed is what will be read.
        at = read_time(write_time(self._clock()))
        seq = self._seq + 1
        digest = entry_hash(
            seq=seq, at=at, who=self._who, act=act, subject=subject, previous=self._hash
        )
        return AuditEntry(
            seq=seq,
            at=at,
            who=self._who,
            act=act,
            subject=subject,
            previous=self._hash,
            hash=digest,
            signature=self._sign(digest),
        )


def verify(
    entries: Sequence[AuditEntry],
    public_keys_of: PublicKeysOf,
    anchors: Iterable[AuditAnchor] = (),
) -> int | None:
    """The number of the first entry that is not as it was written, or None when the chain is whole.

    Anchors are ends of the chain kept elsewhere: without one, a cut-off tail cannot be seen.
    """
    previous = FIRST_PREVIOUS
    for expected, entry in enumerate(entries, start=1):
        if entry.seq != expected or not _holds(entry, previous, public_keys_of):
            return expected
        previous = entry.hash
    for anchor in sorted(anchors, key=lambda one: one.seq):
        if anchor.seq > len(entries):
            return len(entries) + 1
        if anchor.seq and entries[anchor.seq - 1].hash != anchor.hash:
            return anchor.seq
    return None


def to_record(entry: AuditEntry) -> Record:
    """The row of an entry, without the count of changes."""
    return {
        "seq": entry.seq,
        "at": write_time(entry.at),
        "who": entry.who,
        "act": entry.act.value,
        "subject": entry.subject,
        "previous": entry.previous,
        "hash": entry.hash,
        "signature": entry.signature,
    }


def to_domain(record: Record) -> AuditEntry:
    """The entry of a row."""
    return AuditEntry(
        seq=record["seq"],
        at=read_time(record["at"]),
        who=PractitionerId(record["who"]),
        act=Act(record["act"]),
        subject=record["subject"],
        previous=bytes(record["previous"]),
        hash=bytes(record["hash"]),
        signature=bytes(record["signature"]),
    )


def _holds(entry: AuditEntry, previous: bytes, public_keys_of: PublicKeysOf) -> bool:
    digest = entry_hash(
        seq=entry.seq,
        at=entry.at,
        who=entry.who,
        act=entry.act,
        subject=entry.subject,
        previous=entry.previous,
    )
    return (
        entry.previous == previous
        and entry.hash == digest
        and any(_signed(key, entry) for key in public_keys_of(entry.who))
    )


def _signed(key: bytes, entry: AuditEntry) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(entry.signature, entry.hash)
    except InvalidSignature:
        return False
    return True
