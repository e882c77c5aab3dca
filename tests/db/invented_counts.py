"""One invented record of each kind that counting and sending keeps; the texts carry the canary."""

import json
from dataclasses import replace
from datetime import date, timedelta

from tests.db.invented_holder import ASH, START
from tests.db.invented_people import invented_people, invented_screening
from vrn_desktop.application.ports.counts import SealedPeriod
from vrn_desktop.application.ports.store import UnitOfWork
from vrn_desktop.domain.audit_entry import Act
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
from vrn_desktop.domain.identifiers import YoungPersonId
from vrn_desktop.domain.programme_period import Period, Quarter, Week

CANARY = "Zebrafinch-Marmalade-7731"
"""The same as that of `invented_records`, which names this module."""

YOUNG = invented_people(1)[0].id
TALK = invented_screening(invented_people(1)[0]).id
WEEK = Week(2026, 47)
ENROLMENT = Enrolment(
    site="S001",
    starts=Quarter(2026, 4),
    address=f"https://centre.example/{CANARY}",
    box=CANARY.encode(),
    centre_signer=b"s" * 32,
    device_public=b"p" * 32,
    step=EnrolmentStep.IN_FORCE,
    trusted_day=date(2026, 11, 20),
)
PRIVATE, NEXT_PRIVATE = b"device key " + CANARY.encode(), b"next key " + CANARY.encode()
DEPARTURE = Departure(at=START, way=Way.STICK, by=ASH)
RECEIPT_RAW = b"an invented receipt " + CANARY.encode()


def sealed_period(
    number: int = 1,
    period: Period = WEEK,
    state: NumbersState = NumbersState.OK,
    counted: tuple[YoungPersonId, ...] = (),
) -> SealedPeriod:
    """What an office gives for a period; the numbers are invented."""
    content = json.dumps({"spec": "vrn-tables/1", "period": str(period), "says": CANARY})
    return SealedPeriod(
        entry=LedgerEntry(
            number=number,
            message_id=f"{number:032x}",
            period=period,
            state=state,
            drawn_at=START,
            digest=f"{number:064x}",
            content=content.encode(),
            delivery=Delivery.WAITING,
        ),
        raw=f"sealed {number} {CANARY}".encode(),
        newly_counted=dict.fromkeys(counted, WEEK),
    )


def receipt(
    number: int = 1, *, accepted: bool = True, day: date = date(2026, 11, 23)
) -> OfficeReceipt:
    """The centre's word about one of them."""
    return OfficeReceipt(
        message_id=f"{number:032x}", digest=f"{number:064x}", accepted=accepted, day=day
    )


def write_the_counts(work: UnitOfWork) -> None:
    """Write one record of each kind; the conversation is there already."""
    work.counts.put_enrolment(replace(ENROLMENT, device_private=PRIVATE))
    work.counts.put_next_private(NEXT_PRIVATE)
    work.counts.set_week(TALK, WEEK)
    work.counts.keep_drawn(sealed_period(counted=(YOUNG,)))
    work.counts.add_departure(1, DEPARTURE)
    work.counts.put_try(1, failures=2, next_try_at=START + timedelta(minutes=3))
    work.counts.add_receipt(1, receipt(), RECEIPT_RAW, START)
    work.note(Act.RESTORED, "")
    work.counts.settle_restore()
