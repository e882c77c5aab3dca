"""Every message of this file for ever, and how it went on its way; rows are only added (aggregates.md 3)."""

from collections import defaultdict
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from db.record_access import RecordAccess
from db.records.counts import (
    CONTRIBUTION,
    CONTRIBUTION_DEPARTURE,
    CONTRIBUTION_RECEIPT,
    COUNTED_WEEK,
    NETWORK_ENROLMENT,
    OUTBOX,
)
from db.repositories.counts_rows import (
    departure_record,
    entry_record,
    kind_of,
    receipt_record,
    to_departure,
    to_entry,
)
from db.repositories.written_values import write_time, write_time_or_none
from vrn_desktop.application.ports.counts import SealedPeriod
from vrn_desktop.domain.counts_sent import (
    ChainPlace,
    Departure,
    LedgerEntry,
    NumbersState,
    OfficeReceipt,
    PeriodDrawnBeforeError,
)
from vrn_desktop.domain.errors import StorageError
from vrn_desktop.domain.period_closing import closing_order
from vrn_desktop.domain.programme_period import Period, period_from_text

_WITHDRAWN = NumbersState.WITHDRAWN.value
_CLOSED = select(CONTRIBUTION.c.period).where(CONTRIBUTION.c.state != _WITHDRAWN)
_SAME = _CLOSED.where(
    CONTRIBUTION.c.kind == bindparam("of_kind"), CONTRIBUTION.c.period == bindparam("of_period")
)
_CHAIN_END = (
    select(CONTRIBUTION.c.number, CONTRIBUTION.c.digest)
    .order_by(CONTRIBUTION.c.number.desc())
    .limit(1)
)
_ADD = insert(CONTRIBUTION)
_ADD_SEALED = insert(OUTBOX)
_ADD_COUNTED = insert(COUNTED_WEEK)
_LEDGER = (
    select(CONTRIBUTION, OUTBOX.c.failures, OUTBOX.c.next_try_at)
    .outerjoin(OUTBOX, OUTBOX.c.number == CONTRIBUTION.c.number)
    .order_by(CONTRIBUTION.c.number.desc())
)
_DEPARTURES = select(CONTRIBUTION_DEPARTURE).order_by(CONTRIBUTION_DEPARTURE.c.id)
_RECEIPTS = select(
    CONTRIBUTION_RECEIPT.c.number, CONTRIBUTION_RECEIPT.c.accepted, CONTRIBUTION_RECEIPT.c.day
).order_by(CONTRIBUTION_RECEIPT.c.id)
_SEALED = select(OUTBOX.c.sealed).where(OUTBOX.c.number == bindparam("of_number"))
_NAMES = select(CONTRIBUTION.c.id, CONTRIBUTION.c.digest).where(
    CONTRIBUTION.c.number == bindparam("of_number")
)
_ADD_DEPARTURE = insert(CONTRIBUTION_DEPARTURE)
_PUT_TRY = (
    update(OUTBOX)
    .where(OUTBOX.c.number == bindparam("of_number"))
    .values(failures=bindparam("failures"), next_try_at=bindparam("next_try_at"))
)
_ADD_RECEIPT = upsert(CONTRIBUTION_RECEIPT).on_conflict_do_nothing()
_MOVE_TRUSTED_DAY = (
    update(NETWORK_ENROLMENT)
    .where(NETWORK_ENROLMENT.c.trusted_day < bindparam("day"))
    .values(trusted_day=bindparam("day"))
)
_LET_GO = delete(OUTBOX).where(
    OUTBOX.c.number.in_(
        select(CONTRIBUTION_RECEIPT.c.number).where(CONTRIBUTION_RECEIPT.c.at < bindparam("before"))
    )
)


class LedgerRows:
    """The part of `Counts` (application/ports/counts.py) that knows the messages."""

    def __init__(self, access: RecordAccess) -> None:
        self._access = access

    def last_drawn(self) -> Period | None:
        """The period closed last, with numbers or as missing, in the order of closing."""
        closed = (period_from_text(text) for (text,) in self._access.rows(_CLOSED))
        return max(closed, key=closing_order, default=None)

    def chain_place(self) -> ChainPlace:
        """After which message the next one stands."""
        end = self._access.record(_CHAIN_END)
        return ChainPlace() if end is None else ChainPlace(**end)

    def keep_drawn(self, sealed: SealedPeriod) -> None:
        """Ledger, outbox and who was counted; chain and calendar are read from the ledger itself.

        Raises:
            PeriodDrawnBeforeError: it has its numbers, or was said to be missing.
        """
        entry = sealed.entry
        if entry.state is not NumbersState.WITHDRAWN and self._is_closed(entry.period):
            raise PeriodDrawnBeforeError("this period was closed before")
        self._access.write(_ADD, entry_record(entry))
        self._access.write(
            _ADD_SEALED,
            {"number": entry.number, "sealed": sealed.raw, "failures": 0, "next_try_at": None},
        )
        counted = [
            {"young_person_id": person, "week": str(week)}
            for person, week in sorted(sealed.newly_counted.items())
        ]
        if counted:
            self._access.write(_ADD_COUNTED, counted)

    def ledger(self) -> tuple[LedgerEntry, ...]:
        """Every message for ever, the newest first."""
        departures: dict[int, list[Departure]] = defaultdict(list)
        for record in self._access.records(_DEPARTURES):
            departures[record["number"]].append(to_departure(record))
        receipts: dict[int, list[Any]] = defaultdict(list)
        for record in self._access.records(_RECEIPTS):
            receipts[record["number"]].append(record)
        return tuple(
            to_entry(record, tuple(departures[record["number"]]), receipts[record["number"]])
            for record in self._access.records(_LEDGER)
        )

    def sealed(self, number: int) -> bytes | None:
        """The bytes of a message; None once they were let go."""
        raw = self._access.value(_SEALED, {"of_number": number})
        return None if raw is None else bytes(raw)

    def add_departure(self, number: int, departure: Departure) -> None:
        """It left once more."""
        self._access.write(_ADD_DEPARTURE, departure_record(number, departure))

    def put_try(self, number: int, *, failures: int, next_try_at: datetime | None) -> None:
        """How often in a row it failed and when to try again."""
        tried = {"failures": failures, "next_try_at": write_time_or_none(next_try_at)}
        self._access.write(_PUT_TRY, {"of_number": number, **tried})

    def add_receipt(self, number: int, receipt: OfficeReceipt, raw: bytes, at: datetime) -> None:
        """The centre's word; the same one twice changes nothing. Moves the trusted day on.

        Raises:
            StorageError: the receipt is about another message.
        """
        names = self._access.record(_NAMES, {"of_number": number})
        if names != {"id": receipt.message_id, "digest": receipt.digest}:
            raise StorageError("this receipt is about another message")
        self._access.write(_ADD_RECEIPT, receipt_record(number, receipt, raw, write_time(at)))
        self._access.write(_MOVE_TRUSTED_DAY, {"day": receipt.day.isoformat()})

    def let_go_of_sealed(self, received_before: datetime) -> None:
        """Drop the bytes of messages whose receipt is older; their numbers stay in the ledger."""
        self._access.write(_LET_GO, {"before": write_time(received_before)})

    def _is_closed(self, period: Period) -> bool:
        key = {"of_kind": kind_of(period), "of_period": str(period)}
        return self._access.value(_SAME, key) is not None
