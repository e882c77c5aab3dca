"""How long ago somebody looked whether a service's details are right, and when to look again (SP-03)."""

from datetime import date

from dateutil.relativedelta import relativedelta

from vrn_desktop.domain.directory.service_record import ServiceRecord

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
    """The day by which to look again; None where nobody ever looked."""
    last = last_look(record)
    if record.next_check is not None and last == record.last_checked:
        return record.next_check
    return next_check_after(last) if last is not None else None


def needs_look(record: ServiceRecord, today: date) -> bool:
    """Whether to check before it is given to anybody: the day has passed, or nobody ever looked."""
    next_day = next_look(record)
    return next_day is None or next_day < today
