"""The ports of counting and sending: what the file keeps of it, what seals it, and the way to the centre."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import Protocol

from vrn_desktop.domain.counted_person import PersonQuarter
from vrn_desktop.domain.counts_in_words import NumberTable, PlannedTable, PromiseInWords
from vrn_desktop.domain.counts_sent import (
    ChainPlace,
    Departure,
    Enrolment,
    LedgerEntry,
    NumbersState,
    OfficeReceipt,
)
from vrn_desktop.domain.identifiers import ScreeningId, YoungPersonId
from vrn_desktop.domain.programme_period import Period, Week


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedPeriod:
    """What is kept in one transaction when a period closes."""

    entry: LedgerEntry
    raw: bytes
    """The sealed bytes; every try sends these same ones."""
    newly_counted: Mapping[YoungPersonId, Week]


class Counts(Protocol):
    """What one unit of work reads and changes of counting and sending. Ledger rows are only ever added."""

    def enrolment(self) -> Enrolment | None:
        """The one in force, waiting or ended; its private key is left out."""
        ...

    def put_enrolment(self, enrolment: Enrolment) -> None:
        """Keep or change it; the private key is kept where it is given, else stays as it is."""
        ...

    def device_private(self) -> bytes:
        """The site's private key, for signing only."""
        ...

    def forget_enrolment(self) -> None:
        """Offer and keys are gone: the six words differed. Nothing was drawn under them."""
        ...

    def next_private(self) -> bytes | None:
        """A key that waits to take the present one's place; all signing is with the present one."""
        ...

    def put_next_private(self, private: bytes | None) -> None:
        """Keep the key that waits, or let it go."""
        ...

    def set_week(self, screening_id: ScreeningId, week: Week) -> None:
        """In which week an approved conversation counts; written once, at its first approval."""
        ...

    def people(self, period: Period) -> tuple[PersonQuarter, ...]:
        """The flat facts of every approved conversation that counts in a week of the period, all people.

        Of one person the conversations stand in the order of their approval. Conversations of other
        periods are left out: those before the first quarter of this site never use anybody's turn up.
        """
        ...

    def counted_before(self) -> Mapping[YoungPersonId, Collection[Week]]:
        """In which weeks each person was counted in drawings so far."""
        ...

    def last_drawn(self) -> Period | None:
        """The period drawn (or said to be missing) last, in the order of closing."""
        ...

    def chain_place(self) -> ChainPlace:
        """After which message the next one stands."""
        ...

    def keep_drawn(self, sealed: SealedPeriod) -> None:
        """Ledger, outbox, chain, calendar and who was counted, together.

        Raises:
            PeriodDrawnBeforeError: it has its numbers, or was said to be missing; nothing is kept.
        """
        ...

    def keep_counted(self, counted: Mapping[YoungPersonId, Collection[Week]]) -> None:
        """Who must be taken as counted after an older file was brought back."""
        ...

    def unsettled_restore(self) -> bool:
        """Whether this file is a backup brought back and `settle_restore` has not marked it yet."""
        ...

    def settle_restore(self) -> None:
        """Mark once after which message of the chain the file was brought back."""
        ...

    def lost_until(self) -> date | None:
        """Periods that could be drawn by that day may have been drawn by a lost file; None: no file was lost.

        No day is certain (the last there is) until a message made after the restoring is receipted:
        the restoring lies before the centre's day in that receipt, whatever this computer's clock said.
        """
        ...

    def ledger(self) -> tuple[LedgerEntry, ...]:
        """Every message for ever, the newest first."""
        ...

    def sealed(self, number: int) -> bytes | None:
        """The bytes of a message; None once they were let go, 26 weeks after the receipt."""
        ...

    def add_departure(self, number: int, departure: Departure) -> None:
        """It left once more."""
        ...

    def put_try(self, number: int, *, failures: int, next_try_at: datetime | None) -> None:
        """How often in a row it failed and when to try again; survives restarts."""
        ...

    def add_receipt(self, number: int, receipt: OfficeReceipt, raw: bytes, at: datetime) -> None:
        """The centre's word; the same one twice changes nothing. Moves the trusted day on."""
        ...

    def let_go_of_sealed(self, received_before: datetime) -> None:
        """Drop the bytes of messages whose receipt is older; their numbers stay in the ledger."""
        ...


class CountOffice(Protocol):
    """Draws, seals, signs and reads, by the table pack in force; holds no key and no file itself."""

    def promise(self) -> PromiseInWords:
        """What may be promised, computed from the pack.

        Raises:
            RefusedByOfficeError: the pack asks for more than the organisation allows; nothing is drawn.
        """
        ...

    def draw(
        self,
        period: Period,
        rows: Iterable[PersonQuarter],
        counted_before: Mapping[YoungPersonId, Collection[Week]],
        *,
        enrolment: Enrolment,
        device_private: bytes,
        place: ChainPlace,
        at: datetime,
    ) -> SealedPeriod:
        """Draw a closed period, ever once, and seal it."""
        ...

    def word(
        self,
        period: Period,
        state: NumbersState,
        *,
        enrolment: Enrolment,
        device_private: bytes,
        place: ChainPlace,
        at: datetime,
    ) -> SealedPeriod:
        """A message without numbers: missing or withdrawn."""
        ...

    def tables(self, content: bytes) -> tuple[NumberTable, ...]:
        """Every number of a message's content in words."""
        ...

    def planned(self, period: Period) -> tuple[PlannedTable, ...]:
        """Every table and heading that a period of this length sends, without numbers."""
        ...

    def new_device_private(self) -> bytes:
        """A fresh key for this site."""
        ...

    def device_public(self, device_private: bytes) -> bytes:
        """The half of a key that everybody may see."""
        ...

    def read_offer(self, raw: bytes, device_private: bytes, today: datetime) -> Enrolment:
        """The enrolment that a centre's file offers, waiting for the six words.

        Raises:
            RefusedByOfficeError: not a sound enrolment file; says why.
        """
        ...

    def request(self, enrolment: Enrolment, device_private: bytes) -> bytes:
        """The file with this site's key for the centre."""
        ...

    def spoken_words(self, enrolment: Enrolment) -> tuple[str, ...]:
        """Six words that sound the same on both sides only if both saw the same keys."""
        ...

    def rotation(self, device_private: bytes, new_private: bytes) -> bytes:
        """The signed word that a new key takes the old one's place."""
        ...

    def read_receipt(self, raw: bytes, enrolment: Enrolment) -> OfficeReceipt:
        """The receipt, if it is this centre's.

        Raises:
            RefusedByOfficeError: not a sound receipt of this centre.
        """
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the centre answered to one message: a receipt, or that it keeps it and answers later."""

    receipt: bytes | None


class KeyAnswer(Enum):
    """What the centre answered to a key."""

    IN_FORCE = "in_force"
    WAITS = "waits"
    """Somebody at the centre has yet to approve it."""


class CentreLine(Protocol):
    """The way by network; one POST a message."""

    def post(self, address: str, raw: bytes) -> Answer:
        """Send one message.

        Raises:
            NoConnectionError: nothing came back that a centre would say.
            RefusedByOfficeError: the centre refuses the message; the text says why.
        """
        ...

    def post_key(self, address: str, raw: bytes) -> KeyAnswer:
        """Send a key request or a rotation; raises as `post`."""
        ...


class Stick(Protocol):
    """A folder on a stick; files are written whole or not at all, and read in any order.

    Both raise StickTroubleError where the folder cannot be used.
    """

    def put(self, folder: Path, name: str, raw: bytes) -> bool:
        """Write one file (beside, fsync, rename); False where the same bytes lie there already."""
        ...

    def receipts(self, folder: Path) -> Mapping[str, bytes]:
        """Every file with a receipt's ending, by name; longer than a receipt can be: cut off there.

        A zip file that lies there is looked into for such files too, as a central office hands them out.
        """
        ...
