"""On which days a schedule takes place; odd rules are answered with "not known".

One day is tested by itself: python-dateutil looks for the next time up to the year 9999 where a rule has
none, which took five seconds a service. Tests hold this to dateutil's answer (docs/adr/0013).
"""

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from vrn_desktop.domain.directory.service_record import ServiceSchedule

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
LONGEST_RULE = timedelta(days=36_525)
"""A rule that counts its times from further back is not worked out."""

_BYDAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
_FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
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
    return _fits(rule, day)


def _is_counted(rule: _Rule, start: date, count: int, day: date) -> bool | None:
    """Whether it is one of so many times, counted from the first."""
    if day - start > LONGEST_RULE:
        return None
    if not _fits(rule, day):
        return False
    before = (start + timedelta(days=n) for n in range((day - start).days))
    return sum(_fits(rule, one) for one in before) < count


def _fits(rule: _Rule, day: date) -> bool:
    """Whether a day has the days and the step of a rule (tests hold it to python-dateutil's answer)."""
    if rule.month_days and not _has_month_day(rule.month_days, day):
        return False
    if rule.days and not any(_is_named(on, nth, day) for on, nth in rule.days):
        return False
    start = rule.start
    if start is None:
        return True
    if rule.frequency == "YEARLY" and day.month != start.month:
        return False
    return _steps(rule.frequency, start, day) % rule.interval == 0


def _steps(frequency: str, start: date, day: date) -> int:
    if frequency == "DAILY":
        return (day - start).days
    if frequency == "WEEKLY":
        return (_monday(day) - _monday(start)).days // 7
    if frequency == "MONTHLY":
        return (day.year - start.year) * _MONTHS + day.month - start.month
    return day.year - start.year


def _is_named(on: int, nth: int, day: date) -> bool:
    if day.weekday() != on:
        return False
    if nth > 0:
        return (day.day - 1) // 7 + 1 == nth
    return nth == 0 or -((_days_in_month(day) - day.day) // 7 + 1) == nth


def _has_month_day(wanted: tuple[int, ...], day: date) -> bool:
    return day.day in wanted or day.day - _days_in_month(day) - 1 in wanted


def _days_in_month(day: date) -> int:
    return monthrange(day.year, day.month)[1]


def _month_days(given: Sequence[int]) -> tuple[int, ...]:
    return tuple(day for day in given if day and abs(day) <= _MOST_DAYS)


def _weekday_of(day: date | None) -> tuple[tuple[int, int], ...]:
    return () if day is None else ((day.weekday(), 0),)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
