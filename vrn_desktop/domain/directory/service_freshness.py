"""How long ago somebody looked whether a service's details are right, and when to look again (SP-03)."""

from collections.abc import Sequence
from datetime import date

from dateutil.relativedelta import relativedelta

from vrn_desktop.domain.directory.service_query import ServiceCheck
from vrn_desktop.domain.directory.service_record import LOCAL_SOURCE, ServiceRecord

MONTHS_UNTIL_NEXT = 3
"""The advice of Open Referral UK: an entry is fresh for less than three months (standards.md 1.4)."""


def next_check_after(checked_on: date) -> date:
    """The day by which to look again."""
    return checked_on + relativedelta(months=MONTHS_UNTIL_NEXT)


def last_look(record: ServiceRecord) -> date | None:
    """The newest day on which somebody here, or its publisher, looked; None is never."""
    days = [day for day in (record.last_checked, record.assured_on) if day is not None]
    return max(days, default=None)


def next_look(record: ServiceRecord) -> date | None:
    """The day by which to look again; None where nobody ever looked.

    The day an entry of our own names counts as it is written; elsewhere a later look moves it on.
    """
    last = last_look(record)
    if last is None:
        return None
    usual = next_check_after(last)
    if record.next_check is None or record.next_check <= last:
        return usual
    own = record.source == LOCAL_SOURCE
    return record.next_check if own else max(record.next_check, usual)


def is_doubted(record: ServiceRecord, checks: Sequence[ServiceCheck]) -> bool:
    """Whether the newest look found that something has changed, and nobody wrote it right since."""
    if not checks or checks[0].still_right:
        return False
    written = record.last_checked if record.source == LOCAL_SOURCE else None
    return written is None or written < checks[0].checked_on


def needs_look(record: ServiceRecord, today: date) -> bool:
    """Whether to check before it is given to anybody: the day has passed, or nobody ever looked."""
    next_day = next_look(record)
    return next_day is None or next_day < today
