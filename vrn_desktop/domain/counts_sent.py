"""What leaves this file for the network: the enrolment, each period drawn once, its way and its receipt."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from vrn_desktop.domain.errors import DomainError
from vrn_desktop.domain.identifiers import PractitionerId
from vrn_desktop.domain.programme_period import Period, Quarter


class PeriodDrawnBeforeError(DomainError):
    """A period is drawn once, ever: its numbers are in the ledger, or the word that they are missing."""


class NothingToWithdrawError(DomainError):
    """This message has no numbers of its own, or they are withdrawn already."""


class EnrolmentStep(StrEnum):
    """How far this file is known to a centre."""

    WORDS_WAIT = "words_wait"
    """The centre's file was read and our key made; the six words were not compared yet."""
    IN_FORCE = "in_force"
    """A supervisor heard the same six words; what is drawn is sealed to this centre."""
    ENDED = "ended"
    """The site left the network, or its key was revoked; nothing is drawn any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Enrolment:
    """With which centre this file counts, and the site's own key; lies in the encrypted file only."""

    site: str
    starts: Quarter
    address: str
    """Where to send when connected; empty for a site that sends by stick only."""
    box: bytes
    """The centre's public key to seal to."""
    centre_signer: bytes
    """The centre's public key that receipts are signed with."""
    device_public: bytes
    step: EnrolmentStep
    trusted_day: date
    """The centre's day as the last receipt said it; before the first, the day of enrolling."""
    device_private: bytes | None = None
    """Read only where something is signed; shown and logged nowhere."""

    def __repr__(self) -> str:
        return f"Enrolment({self.site!r}, {self.step.value})"


class NumbersState(StrEnum):
    """What a message says of its period."""

    OK = "ok"
    MISSING = "missing"
    """Went with a file that was restored: no numbers."""
    WITHDRAWN = "withdrawn"
    """A supervisor says that the numbers sent before must not be used."""


class Delivery(StrEnum):
    """How it stands with one message; only a receipt of the centre ends the waiting."""

    WAITING = "waiting"
    """Never left this computer, as far as it knows."""
    ON_ITS_WAY = "on_its_way"
    """Copied to a stick, or sent without a receipt so far."""
    DELIVERED = "delivered"
    CONFLICT = "conflict"
    """The centre holds other numbers of this period: somebody must look into it."""


class Way(StrEnum):
    """How bytes left this computer."""

    NETWORK = "network"
    STICK = "stick"


@dataclass(frozen=True, slots=True, kw_only=True)
class Departure:
    """Once that a message left: when, how, and by whom (nobody: by itself)."""

    at: datetime
    way: Way
    by: PractitionerId | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerEntry:
    """One message of this file for ever: what it says, when it was drawn, how often it left, its receipt."""

    number: int
    """The place in this file's chain, from 1."""
    message_id: str
    period: Period
    state: NumbersState
    drawn_at: datetime
    digest: str
    content: bytes
    """The noisy numbers exactly as they were sealed: JSON that anybody may read."""
    delivery: Delivery
    departures: tuple[Departure, ...] = ()
    delivered_on: date | None = None
    """The centre's day in the receipt."""
    failures: int = 0
    """Tries in a row that failed, since the last that did not."""
    next_try_at: datetime | None = None
    """Not before then by network; a stick may take it at any time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainPlace:
    """The last message's number and digest, to which the next one is chained; 0 and zeros before the first."""

    number: int = 0
    digest: str = "0" * 64


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeReceipt:
    """The centre's signed word about one message."""

    message_id: str
    digest: str
    accepted: bool
    """False: the centre holds other numbers of the same period."""
    day: date
