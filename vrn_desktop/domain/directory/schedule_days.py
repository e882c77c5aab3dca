"""On which days a schedule takes place: its rule by python-dateutil, odd rules answered with "not known"."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Literal

from dateutil import rrule

from vrn_desktop.domain.directory.service_record import ServiceSchedule

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
LONGEST_RULE = timedelta(days=36_525)
"""A rule that counts its times from further back is not worked out."""
MOST_TIMES = 2_000
"""Of a rule that ends after so many times, no more than these are counted."""

_BYDAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
_FREQUENCIES: Mapping[str, Literal[0, 1, 2, 3]] = {
    "DAILY": rrule.DAILY,
    "WEEKLY": rrule.WEEKLY,
    "MONTHLY": rrule.MONTHLY,
    "YEARLY": rrule.YEARLY,
}
_MOST_WEEKS, _MOST_DAYS = 5, 31
_MONTHS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rule:
    frequency: str
    interval: int
    days: tuple[tuple[int, int], ...]
    month_days: tuple[int, ...]
    start: date | None
    count: int | None

    @property
    def needs_start(self) -> bool:
        """Whether only a first day says which of the days are meant."""
        return self.interval > 1 or self.count is not None


def is_valid_on(schedule: ServiceSchedule, day: date) -> bool:
    """Whether a schedule says anything about a day at all."""
    return (schedule.valid_from is None or schedule.valid_from <= day) and (
        schedule.valid_to is None or day <= schedule.valid_to
    )


def named_days(schedule: ServiceSchedule) -> tuple[tuple[int, int], ...]:
    """The days of the week it names, Monday is 0, each with its number in the month (0 is every)."""
    found = (_BYDAY.fullmatch(code.strip().upper()) for code in schedule.byday)
    pairs = ((WEEKDAYS.index(day[2]), int(day[1] or 0)) for day in found if day)
    return tuple(pair for pair in pairs if abs(pair[1]) <= _MOST_WEEKS)


def takes_place_on(schedule: ServiceSchedule, day: date) -> bool | None:
    """Whether it takes place on a day for which it is valid; None where that cannot be told."""
    first, last = schedule.dtstart, schedule.until
    if (first is not None and day < first) or (last is not None and last < day):
        return False
    if not (schedule.freq or schedule.byday or schedule.bymonthday):
        return _without_rule(schedule, day)
    try:
        return _by_rule(schedule, day)
    except (ValueError, TypeError, OverflowError):
        return None


def _by_rule(schedule: ServiceSchedule, day: date) -> bool | None:
    rule = _rule_of(schedule)
    if rule is None:
        return None
    if rule.needs_start and rule.start is None:
        once = replace(rule, interval=1, count=None)
        return None if _is_day_of(once, day) else False
    return _is_day_of(rule, day)


def _without_rule(schedule: ServiceSchedule, day: date) -> bool | None:
    if schedule.dtstart is not None:
        return schedule.dtstart == day
    first, last = schedule.valid_from, schedule.valid_to
    if first is not None and last is not None and (schedule.is_closure or first == last):
        return True
    return None


def _rule_of(schedule: ServiceSchedule) -> _Rule | None:
    days, month_days = named_days(schedule), _month_days(schedule.bymonthday)
    frequency = schedule.freq.strip().upper()
    # Feeds write "1MO" and days of the month into weekly rules; a numbered day is of a month.
    if any(number for _, number in days) and frequency in ("", "WEEKLY"):
        frequency = "MONTHLY"
    frequency = frequency or ("WEEKLY" if schedule.byday else "MONTHLY")
    if frequency not in _FREQUENCIES or schedule.interval < 1:
        return None
    if frequency == "WEEKLY":
        month_days = ()
        days = days or _weekday_of(schedule.dtstart)
    elif frequency in ("MONTHLY", "YEARLY") and not (days or month_days):
        month_days = () if schedule.dtstart is None else (schedule.dtstart.day,)
    if frequency != "DAILY" and not (days or month_days):
        return None
    if frequency == "YEARLY" and (schedule.dtstart is None or days):
        return None
    return _Rule(
        frequency=frequency,
        interval=schedule.interval,
        days=days,
        month_days=month_days,
        start=schedule.dtstart,
        count=schedule.count,
    )


def _is_day_of(rule: _Rule, day: date) -> bool | None:
    if rule.count is not None and rule.start is not None:
        return _is_counted(rule, rule.start, rule.count, day)
    start = _near(rule, day)
    month = rule.start.month if rule.frequency == "YEARLY" and rule.start else None
    times = _times(rule, start, day, month=month)
    return any(at.date() == day for at in times)


def _is_counted(rule: _Rule, start: date, count: int, day: date) -> bool | None:
    if day - start > LONGEST_RULE:
        return None
    month = start.month if rule.frequency == "YEARLY" else None
    times = _times(rule, start, day, month=month)
    counted = [at.date() for at in islice(times, min(count, MOST_TIMES))]
    if len(counted) == MOST_TIMES < count and counted[-1] < day:
        return None
    return day in counted


def _times(rule: _Rule, start: date, day: date, *, month: int | None) -> rrule.rrule:
    every = [rrule.weekday(on) if not nth else rrule.weekday(on, nth) for on, nth in rule.days]
    return rrule.rrule(
        _FREQUENCIES[rule.frequency],
        dtstart=_midnight(start),
        until=_midnight(day),
        interval=rule.interval,
        byweekday=every or None,
        bymonthday=rule.month_days or None,
        bymonth=month,
    )


def _near(rule: _Rule, day: date) -> date:
    """The last possible start before the day that keeps the rule's step, so that little is counted."""
    start = rule.start
    if start is None or rule.interval == 1:
        return day if rule.frequency != "YEARLY" else day.replace(month=1, day=1)
    if rule.frequency == "DAILY":
        return day - timedelta(days=(day - start).days % rule.interval)
    if rule.frequency == "WEEKLY":
        first, this = _monday(start), _monday(day)
        return this - timedelta(weeks=(this - first).days // 7 % rule.interval)
    if rule.frequency == "MONTHLY":
        months = (day.year - start.year) * _MONTHS + day.month - start.month
        back = day.year * _MONTHS + day.month - 1 - months % rule.interval
        return date(back // _MONTHS, back % _MONTHS + 1, 1)
    return date(day.year - (day.year - start.year) % rule.interval, 1, 1)


def _month_days(given: Sequence[int]) -> tuple[int, ...]:
    return tuple(day for day in given if day and abs(day) <= _MOST_DAYS)


def _weekday_of(day: date | None) -> tuple[tuple[int, int], ...]:
    return () if day is None else ((day.weekday(), 0),)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time())
