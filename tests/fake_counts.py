"""What a file keeps of counting and sending, in memory: ledger rows are only ever added."""

from collections.abc import Collection, Mapping
from copy import copy
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from vrn_desktop.application.ports.counts import SealedPeriod
from vrn_desktop.domain.counted_person import PersonQuarter
from vrn_desktop.domain.counts_sent import (
    ChainPlace,
    Delivery,
    Departure,
    Enrolment,
    LedgerEntry,
    NumbersState,
    OfficeReceipt,
    PeriodDrawnBeforeError,
)
from vrn_desktop.domain.identifiers import ScreeningId, YoungPersonId
from vrn_desktop.domain.period_closing import closing_order
from vrn_desktop.domain.programme_period import Period, Week


@dataclass
class FakeCountRecords:
    """`people` are the facts that a test says are there; the oldest message stands first in `ledger`."""

    enrolment: Enrolment | None = None
    device_private: bytes = b""
    next_private: bytes | None = None
    weeks: dict[ScreeningId, Week] = field(default_factory=dict)
    people: list[PersonQuarter] = field(default_factory=list)
    counted: dict[YoungPersonId, Collection[Week]] = field(default_factory=dict)
    ledger: list[LedgerEntry] = field(default_factory=list)
    sealed: dict[int, bytes] = field(default_factory=dict)
    received: dict[int, tuple[tuple[datetime, bytes], ...]] = field(default_factory=dict)
    restored: bool = False
    lost_until: date | None = None
    settled_after: int = 0

    def __copy__(self) -> "FakeCountRecords":
        return FakeCountRecords(**{name: copy(part) for name, part in vars(self).items()})


class FakeCounts:
    """A `Counts`."""

    def __init__(self, records: FakeCountRecords) -> None:
        self._records = records

    def enrolment(self) -> Enrolment | None:
        return self._records.enrolment

    def put_enrolment(self, enrolment: Enrolment) -> None:
        if enrolment.device_private is not None:
            self._records.device_private = enrolment.device_private
        self._records.enrolment = replace(enrolment, device_private=None)

    def device_private(self) -> bytes:
        return self._records.device_private

    def forget_enrolment(self) -> None:
        self._records.enrolment, self._records.device_private = None, b""
        self._records.next_private = None

    def next_private(self) -> bytes | None:
        return self._records.next_private

    def put_next_private(self, private: bytes | None) -> None:
        self._records.next_private = private

    def set_week(self, screening_id: ScreeningId, week: Week) -> None:
        self._records.weeks.setdefault(screening_id, week)

    def people(self, period: Period) -> tuple[PersonQuarter, ...]:
        first, last = period.first_day, period.last_day
        return tuple(row for row in self._records.people if first <= row.week.first_day <= last)

    def counted_before(self) -> Mapping[YoungPersonId, Collection[Week]]:
        return dict(self._records.counted)

    def last_drawn(self) -> Period | None:
        drawn = [
            entry.period
            for entry in self._records.ledger
            if entry.state is not NumbersState.WITHDRAWN
        ]
        return max(drawn, key=closing_order, default=None)

    def chain_place(self) -> ChainPlace:
        if not self._records.ledger:
            return ChainPlace()
        last = self._records.ledger[-1]
        return ChainPlace(number=last.number, digest=last.digest)

    def keep_drawn(self, sealed: SealedPeriod) -> None:
        entry = sealed.entry
        if entry.state is not NumbersState.WITHDRAWN and any(
            known.period == entry.period and known.state is not NumbersState.WITHDRAWN
            for known in self._records.ledger
        ):
            raise PeriodDrawnBeforeError(str(entry.period))
        self._records.ledger.append(entry)
        self._records.sealed[entry.number] = sealed.raw
        for person, week in sealed.newly_counted.items():
            self._records.counted[person] = {*self._records.counted.get(person, ()), week}

    def keep_counted(self, counted: Mapping[YoungPersonId, Collection[Week]]) -> None:
        self._records.counted.update(counted)

    def unsettled_restore(self) -> bool:
        return self._records.restored

    def settle_restore(self) -> None:
        self._records.restored, self._records.lost_until = False, date.max
        self._records.settled_after = len(self._records.ledger)

    def lost_until(self) -> date | None:
        return self._records.lost_until

    def ledger(self) -> tuple[LedgerEntry, ...]:
        return tuple(reversed(self._records.ledger))

    def sealed(self, number: int) -> bytes | None:
        return self._records.sealed.get(number)

    def add_departure(self, number: int, departure: Departure) -> None:
        entry = self._entry(number)
        waiting = entry.delivery is Delivery.WAITING
        self._put(
            replace(
                entry,
                departures=(*entry.departures, departure),
                delivery=Delivery.ON_ITS_WAY if waiting else entry.delivery,
            )
        )

    def put_try(self, number: int, *, failures: int, next_try_at: datetime | None) -> None:
        self._put(replace(self._entry(number), failures=failures, next_try_at=next_try_at))

    def add_receipt(self, number: int, receipt: OfficeReceipt, raw: bytes, at: datetime) -> None:
        known = self._records.received.get(number, ())
        if any(raw == seen for _, seen in known):
            return
        self._records.received[number] = (*known, (at, raw))
        delivery = Delivery.DELIVERED if receipt.accepted else Delivery.CONFLICT
        self._put(replace(self._entry(number), delivery=delivery, delivered_on=receipt.day))
        enrolment = self._records.enrolment
        if enrolment is not None and receipt.day > enrolment.trusted_day:
            self._records.enrolment = replace(enrolment, trusted_day=receipt.day)
        if self._records.lost_until == date.max and number > self._records.settled_after:
            self._records.lost_until = receipt.day

    def let_go_of_sealed(self, received_before: datetime) -> None:
        for number, received in self._records.received.items():
            if received[0][0] < received_before:
                self._records.sealed.pop(number, None)

    def _entry(self, number: int) -> LedgerEntry:
        return next(entry for entry in self._records.ledger if entry.number == number)

    def _put(self, entry: LedgerEntry) -> None:
        place = [known.number for known in self._records.ledger].index(entry.number)
        self._records.ledger[place] = entry
