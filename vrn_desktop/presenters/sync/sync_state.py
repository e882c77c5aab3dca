"""What the page on counts that leave shows: joining, how it stands, the numbers, the ledger, the promise."""

from dataclasses import dataclass
from enum import StrEnum

from vrn_desktop.domain.counts_in_words import PromiseInWords
from vrn_desktop.presenters.service_sources.sources_state import Outcome
from vrn_desktop.presenters.sync.number_groups import TableView


class SyncPart(StrEnum):
    """Which part of the page is open."""

    NOW = "now"
    TO_SEND = "to_send"
    LEFT = "left"
    PROMISE = "promise"
    NETWORK = "network"
    MESSAGE = "message"
    """One message number by number; opened from a list and left with Back."""


class Joining(StrEnum):
    """How far this laptop is with the central office."""

    NOT_READ = "not_read"
    OUTSIDE = "outside"
    WORDS_WAIT = "words_wait"
    IN_FORCE = "in_force"
    ENDED = "ended"


class Question(StrEnum):
    """What is asked about once more before it is done."""

    WITHDRAW = "withdraw"
    NEW_KEY = "new_key"
    LEAVE = "leave"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """The question with what a yes means, and the words of both answers."""

    question: Question
    title: str
    text: str
    yes: str
    no: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CountOfMessages:
    """How many messages stand in one state."""

    number: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Warned:
    """Something to look into, with what to do about it."""

    title: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingLine:
    """One message that has no receipt yet."""

    number: int
    period: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How it stands with sending."""

    sentence: str = ""
    counts: tuple[CountOfMessages, ...] = ()
    next_closing: str = ""
    next_sending: str = ""
    offline: str = ""
    """That nothing answered last time; a fact, never a warning."""
    by_network: bool = False
    is_over: bool = False
    """The site has left the network: there is nothing more to send."""
    warnings: tuple[Warned, ...] = ()
    waiting: tuple[WaitingLine, ...] = ()
    more_waiting: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsToCompare:
    """The six words, once the central office's file was opened."""

    site: str
    words: tuple[str, ...]
    by_network: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedTableView:
    """One table before it is drawn: every heading, list by list, and how many numbers there will be."""

    title: str
    numbers: str
    lists: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedMessage:
    """The next message of one kind: what it will hold and when it is drawn and sent."""

    title: str
    days: str
    when: str
    tables: tuple[PlannedTableView, ...]


class LedgerFilter(StrEnum):
    """Which messages the ledger shows."""

    ALL = "all"
    WEEKS = "weeks"
    QUARTERS = "quarters"
    YEARS = "years"


class RowTone(StrEnum):
    """How a row of the ledger stands out; its words always say the same."""

    CALM = "calm"
    QUIET = "quiet"
    LOOK = "look"


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerRow:
    """One message of the ledger in words."""

    number: int
    period: str
    drawn: str
    left: str
    receipt: str
    state: str
    tone: RowTone


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageView:
    """One message in full, before it leaves and after."""

    number: int
    title: str
    facts: tuple[str, ...]
    tables: tuple[TableView, ...] = ()
    no_numbers: str = ""
    """Why there are none, where there are none."""
    warning: Warned | None = None
    literal: str = ""
    shows_literal: bool = False
    may_withdraw: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkView:
    """With whom this laptop counts, and whether a new key waits."""

    with_whom: str = ""
    by_network: bool = False
    new_key_waits: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncState:
    """The page; `asking` is what is asked about once more, `working` what is going on."""

    part: SyncPart = SyncPart.NOW
    joining: Joining = Joining.NOT_READ
    may_change: bool = False
    standing: Standing = Standing()
    compare: WordsToCompare | None = None
    planned: tuple[PlannedMessage, ...] = ()
    shown: LedgerFilter = LedgerFilter.ALL
    rows: tuple[LedgerRow, ...] = ()
    ledger_is_empty: bool = True
    promise: PromiseInWords | None = None
    promise_refused: str = ""
    network: NetworkView = NetworkView()
    message: MessageView | None = None
    outcome: Outcome | None = None
    asking: Asking | None = None
    working: str = ""
