"""What the centre answers to one message, before it is put into HTTP or onto a stick."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from vrn_desktop.exchange.receipt import ReceiptOutcome


class IntakeRefusal(StrEnum):
    """Why a message is not taken, beside the reasons that lie in the message itself (`Refusal`)."""

    REVOKED = "revoked"
    """Its key was revoked, or replaced so long ago that nothing of it should be on its way any more."""
    TOO_LARGE = "too_large"
    TOO_SLOW = "too_slow"
    TOO_MANY = "too_many"
    """One device sends faster than any laptop would; later is fine."""
    UNAVAILABLE = "unavailable"
    """The office cannot keep it now; nothing was decided about it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipted:
    """Judged: the signed receipt, the same bytes for the same message each time."""

    outcome: ReceiptOutcome
    raw: bytes


@dataclass(frozen=True, slots=True)
class Kept:
    """On the disk, not judged yet; the same message sent again later gets its receipt."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """Not taken, and why: a code to count and a sentence without any number of a site."""

    refusal: str
    reason: str


Answer: TypeAlias = Receipted | Kept | Refused
"""Receipted and Kept are given only once what they say lies on the disk."""
