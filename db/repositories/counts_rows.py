"""How enrolment, ledger, departures and receipts are written in rows, and read back."""

import json
from collections.abc import Iterable

from db.record_access import Record
from db.repositories.written_values import (
    read_day,
    read_time,
    read_time_or_none,
    write_time,
)
from vrn_desktop.domain.counts_sent import (
    Delivery,
    Departure,
    Enrolment,
    EnrolmentStep,
    LedgerEntry,
    NumbersState,
    OfficeReceipt,
    Way,
)
from vrn_desktop.domain.errors import FileDamagedError
from vrn_desktop.domain.identifiers import PractitionerId
from vrn_desktop.domain.programme_period import (
    Period,
    ProgrammeYear,
    Quarter,
    Week,
    period_from_text,
)

_KINDS = {Week: "P", Quarter: "Q", ProgrammeYear: "Y"}


def kind_of(period: Period) -> str:
    """The letter of the messages about a week, quarter or year (decisions.md 20)."""
    return _KINDS[type(period)]


def enrolment_record(enrolment: Enrolment, device_private: bytes) -> Record:
    """The row of an enrolment, with the key that signs."""
    return {
        "id": 1,
        "site": enrolment.site,
        "starts": str(enrolment.starts),
        "address": enrolment.address,
        "box": enrolment.box,
        "centre_signer": enrolment.centre_signer,
        "device_public": enrolment.device_public,
        "device_private": device_private,
        "step": enrolment.step.value,
        "trusted_day": enrolment.trusted_day.isoformat(),
    }


def to_enrolment(record: Record) -> Enrolment:
    """The enrolment of a row, without its key."""
    starts = period_from_text(record["starts"])
    if not isinstance(starts, Quarter):
        raise FileDamagedError("an enrolment starts with a quarter")
    return Enrolment(
        site=record["site"],
        starts=starts,
        address=record["address"],
        box=bytes(record["box"]),
        centre_signer=bytes(record["centre_signer"]),
        device_public=bytes(record["device_public"]),
        step=EnrolmentStep(record["step"]),
        trusted_day=read_day(record["trusted_day"]),
    )


def entry_record(entry: LedgerEntry) -> Record:
    """The row of a message in the ledger; which specification it follows is read from its content."""
    return {
        "number": entry.number,
        "id": entry.message_id,
        "kind": kind_of(entry.period),
        "period": str(entry.period),
        "state": entry.state.value,
        "spec": json.loads(entry.content)["spec"],
        "drawn_at": write_time(entry.drawn_at),
        "digest": entry.digest,
        "content": entry.content,
    }


def to_entry(
    record: Record, departures: tuple[Departure, ...], receipts: Iterable[Record]
) -> LedgerEntry:
    """The message of a row, with its tries, its ways out and what the centre said of it."""
    said = tuple(receipts)
    accepted = [receipt for receipt in said if receipt["accepted"]]
    return LedgerEntry(
        number=record["number"],
        message_id=record["id"],
        period=period_from_text(record["period"]),
        state=NumbersState(record["state"]),
        drawn_at=read_time(record["drawn_at"]),
        digest=record["digest"],
        content=bytes(record["content"]),
        delivery=_delivery(left=bool(departures), answered=bool(said), accepted=bool(accepted)),
        departures=departures,
        delivered_on=read_day(accepted[0]["day"]) if accepted else None,
        failures=record["failures"] or 0,
        next_try_at=read_time_or_none(record["next_try_at"]),
    )


def departure_record(number: int, departure: Departure) -> Record:
    """The row of one leaving."""
    return {
        "number": number,
        "at": write_time(departure.at),
        "way": departure.way.value,
        "by": departure.by,
    }


def to_departure(record: Record) -> Departure:
    """The leaving of a row."""
    by = record["by"]
    return Departure(
        at=read_time(record["at"]),
        way=Way(record["way"]),
        by=None if by is None else PractitionerId(by),
    )


def receipt_record(number: int, receipt: OfficeReceipt, raw: bytes, at: str) -> Record:
    """The row of a receipt, with its signed bytes."""
    return {
        "number": number,
        "accepted": int(receipt.accepted),
        "day": receipt.day.isoformat(),
        "raw": raw,
        "at": at,
    }


def _delivery(*, left: bool, answered: bool, accepted: bool) -> Delivery:
    if accepted:
        return Delivery.DELIVERED
    if answered:
        return Delivery.CONFLICT
    return Delivery.ON_ITS_WAY if left else Delivery.WAITING
