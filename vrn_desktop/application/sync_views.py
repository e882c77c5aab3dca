"""What the page of sending shows and hands on: frozen values, and never a true count among them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import Enum

from vrn_desktop.domain.counts_in_words import PlannedTable, PromiseInWords
from vrn_desktop.domain.counts_sent import Delivery, EnrolmentStep, LedgerEntry
from vrn_desktop.domain.programme_period import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockView:
    """Whether this computer's clock and the centre's days fit together."""

    behind: bool = False
    """The last receipt was signed on a day that this computer has not reached."""
    ahead: bool = False
    """When the last receipt came, this computer was more than a day ahead of the centre."""
    held_back: bool = False
    """Periods that have ended by this clock are not drawn, because the centre has not got so far."""

    @property
    def is_off(self) -> bool:
        """Whether somebody should look at the clock."""
        return self.behind or self.ahead or self.held_back


@dataclass(frozen=True, slots=True, kw_only=True)
class ComingPeriod:
    """One period that is not closed yet: when it closes, when it may leave, which tables; no numbers."""

    period: Period
    closes_on: date
    """The first day on which its noisy numbers are drawn."""
    leaves_from: datetime | None
    """From then by network (the site's own delay); None while no centre is known."""
    tables: tuple[PlannedTable, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncOverview:
    """How it stands with counts and the network, as one look."""

    step: EnrolmentStep | None
    """None: this file never met a centre."""
    site: str | None
    words: tuple[str, ...]
    """The six words to compare, while they wait; empty otherwise."""
    new_key_waits: bool
    """Whether a new key has yet to be taken in at the centre."""
    address: str
    """Where to send by network; empty where the site sends by stick only."""
    ledger: tuple[LedgerEntry, ...]
    """Every message for ever, newest first."""
    next_closing: ComingPeriod
    next_sending_at: datetime | None
    """When the next message may leave by network; None without centre or address."""
    clock: ClockView
    promise: PromiseInWords | None
    promise_refused: str
    """Why there is no promise and nothing is drawn; empty where there is one."""
    trouble: str
    """What the centre said when it last refused something, since signing in; empty if it did not."""
    may_change: bool
    """Whether the signed-in person may do more than look and let things be sent."""

    def how_many(self, delivery: Delivery) -> int:
        """Messages that stand so."""
        return sum(entry.delivery is delivery for entry in self.ledger)

    @property
    def by_network(self) -> bool:
        """Whether an address of the centre is known."""
        return bool(self.address)


@dataclass(frozen=True, slots=True, kw_only=True)
class ToSend:
    """One message to post, the same bytes as on every other try."""

    number: int
    address: str
    raw: bytes = field(repr=False)


class PostedAs(Enum):
    """How one try by network ended."""

    ANSWERED = "answered"
    """Bytes came back that claim to be a receipt; they are checked when they are kept."""
    KEPT = "kept"
    """The centre keeps it and answers later."""
    REFUSED = "refused"
    UNANSWERED = "unanswered"
    """It may have left, nothing that settles it came back."""
    NO_CONNECTION = "no_connection"
    """It did not leave this computer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Posted:
    """What came of one try, to be written down on the store thread."""

    number: int
    outcome: PostedAs
    receipt: bytes = field(default=b"", repr=False)
    words: str = ""
    again_after: timedelta | None = None

    @property
    def may_go_on(self) -> bool:
        """Whether another message has a chance right now."""
        return self.outcome not in (PostedAs.NO_CONNECTION, PostedAs.UNANSWERED)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyToSend:
    """The site's key for the centre: a request to be enrolled, or a new key in the old one's place."""

    address: str
    raw: bytes = field(repr=False)
    replaces: bool = False
    """It comes in the place of one that goes on meanwhile."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyPosted:
    """What the centre said to a key."""

    raw: bytes = field(repr=False)
    in_force: bool
    waits: bool = False
    """It is there and somebody at the centre has yet to say yes."""
    replaces: bool = False
    """It comes in the place of one that goes on meanwhile."""
    words: str = ""
    """Why it was refused; empty where it was not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SendingOutcome:
    """What one round of sending came to."""

    delivered: int = 0
    kept: int = 0
    """The centre has them and answers later."""
    in_conflict: int = 0
    tried_in_vain: int = 0
    refused: str = ""
    """The centre's words, if it refused something."""
    no_connection: bool = False
    key_waits: bool = False
    """Nothing left: the centre has our key and has yet to approve it, so it would refuse all."""

    @classmethod
    def together(cls, outcomes: Iterable["SendingOutcome"]) -> "SendingOutcome":
        """Several tries as one."""
        each = tuple(outcomes)
        return cls(
            delivered=sum(one.delivered for one in each),
            kept=sum(one.kept for one in each),
            in_conflict=sum(one.in_conflict for one in each),
            tried_in_vain=sum(one.tried_in_vain for one in each),
            refused=next((one.refused for one in each if one.refused), ""),
            no_connection=any(one.no_connection for one in each),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftAlone:
    """A file on the stick that changed nothing, and why."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StickOutcome:
    """What a stick took or brought. All of it may be done again at any time and changes nothing more."""

    put: int = 0
    """Messages written now."""
    there_already: int = 0
    delivered: int = 0
    """Messages whose receipt was on the stick and is new here."""
    in_conflict: int = 0
    known_already: int = 0
    left_alone: tuple[LeftAlone, ...] = ()
    trouble: str = ""
    """Why it broke off; what was done before stands."""
