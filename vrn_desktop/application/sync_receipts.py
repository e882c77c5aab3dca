"""What a receipt tells: checked against this centre and this message before anything is marked."""

from datetime import datetime
from enum import Enum

from vrn_desktop.application.ports.counts import CountOffice, Counts
from vrn_desktop.domain.counts_sent import Delivery, Enrolment, LedgerEntry, OfficeReceipt
from vrn_desktop.domain.errors import RefusedByOfficeError


class Told(Enum):
    """What became known."""

    DELIVERED = "delivered"
    CONFLICT = "conflict"
    KNOWN = "known"
    """It was told before."""
    NOT_OURS = "not_ours"
    """No message of this file has this number and these bytes."""
    UNSOUND = "unsound"
    """Not this centre's, cut off or changed."""


def receipt_told(
    office: CountOffice,
    counts: Counts,
    enrolment: Enrolment,
    raw: bytes,
    at: datetime,
    *,
    of: LedgerEntry | None = None,
) -> Told:
    """Mark the message that a receipt is for, if it is this centre's word about exactly these bytes.

    Args:
        office: checks the signature.
        counts: of the unit of work that keeps it.
        enrolment: with the centre whose word counts.
        raw: what came back, from wherever.
        at: when it came.
        of: the only message it may be for, where it answers one.
    """
    try:
        receipt = office.read_receipt(raw, enrolment)
    except RefusedByOfficeError:
        return Told.UNSOUND
    entry = of if of is not None else _named(counts, receipt)
    if entry is None or (entry.message_id, entry.digest) != (receipt.message_id, receipt.digest):
        return Told.NOT_OURS
    if entry.delivery in (Delivery.DELIVERED, Delivery.CONFLICT):
        return Told.KNOWN
    counts.add_receipt(entry.number, receipt, raw, at)
    return Told.DELIVERED if receipt.accepted else Told.CONFLICT


def _named(counts: Counts, receipt: OfficeReceipt) -> LedgerEntry | None:
    return next(
        (entry for entry in counts.ledger() if entry.message_id == receipt.message_id), None
    )
