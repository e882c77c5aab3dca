"""The office's keys as pairs: what sites seal to, and what the receipts for it are signed with.

A site knows the pair it was offered, so a message sealed to an old key is answered by the old signer.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from vrn_desktop.exchange.message_keys import OpeningKey, SigningKey, fingerprint

KEPT_AFTER = timedelta(weeks=26)
"""How long a replaced pair still opens messages; sites keep what they sent as long (aggregates.md 3)."""


class KeyPurpose(StrEnum):
    """What a key is for."""

    BOX = "box"
    SIGNER = "signer"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyPair:
    """A box and the signer that goes with it, opened."""

    number: int
    begins_at: datetime
    ends_at: datetime | None
    box: OpeningKey
    signer: SigningKey


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicPair:
    """What everybody may see of the pair in force."""

    number: int
    box: bytes
    signer: bytes


def new_pair(number: int, begins_at: datetime, signer: SigningKey | None = None) -> KeyPair:
    """A fresh box, with a fresh signer or the one that sites know already.

    A site takes a newer file only from the signer that it compared six words with.
    """
    return KeyPair(
        number=number,
        begins_at=begins_at,
        ends_at=None,
        box=OpeningKey.new(),
        signer=signer or SigningKey.new(),
    )


class HeldPairs:
    """The pairs that are unlocked now, by the box's fingerprint."""

    def __init__(self, pairs: Iterable[KeyPair]) -> None:
        self.pairs = tuple(sorted(pairs, key=lambda pair: pair.number))
        self.boxes = {fingerprint(pair.box.public): pair.box for pair in self.pairs}
        self._signers = {fingerprint(pair.box.public): pair.signer for pair in self.pairs}

    @property
    def in_force(self) -> KeyPair:
        """The newest pair: offers name it."""
        return self.pairs[-1]

    def signer_for(self, box: str) -> SigningKey:
        """Who signs for what was sealed to this box."""
        return self._signers[box]
