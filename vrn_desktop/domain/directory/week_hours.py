"""Hours that are the same every week, in a form that can be asked thousands of times a second.

Most services have such hours. What it says is what `opening_hours` says of the same schedules.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum

from vrn_desktop.domain.directory.bank_holidays import is_bank_holiday
from vrn_desktop.domain.directory.opening_hours import (
    DAY_MINUTES,
    WEEK_DAYS,
    is_round_the_clock,
    london,
    span_of,
)
from vrn_desktop.domain.directory.schedule_days import named_days
from vrn_desktop.domain.directory.service_query import OpenState, ServiceQuery
from vrn_desktop.domain.directory.service_record import ServiceSchedule

EVERY_DAY = (1 << WEEK_DAYS) - 1
"""A bit for each day of the week, Monday's the lowest."""


class HoursKind(IntEnum):
    """How much has to be looked at to know whether a service is open."""

    NOT_KNOWN = 0
    EVERY_WEEK = 1
    BY_RULES = 2


@dataclass(frozen=True, slots=True)
class WeekHours:
    """Spans as day of the week, first and last minute of it (the last past 1,440 is the next morning)."""

    spans: tuple[tuple[int, int, int], ...]
    never_closes: bool = False

    @property
    def days(self) -> int:
        """The bits of the days on which it opens."""
        bits = 0
        for day, _, _ in self.spans:
            bits |= 1 << day
        return bits


@dataclass(frozen=True, slots=True)
class AskedTime:
    """The moment or day of a query as a place in the week; `minute` is None where a day is asked for."""

    weekday: int
    minute: int | None
    is_holiday: bool
    was_holiday: bool

    @classmethod
    def of(cls, query: ServiceQuery) -> "AskedTime | None":
        """None where a query asks for no time."""
        if query.open_at is not None:
            day, minute = london(query.open_at)
            return cls._on(day, minute)
        return None if query.open_on is None else cls._on(query.open_on, None)

    @classmethod
    def _on(cls, day: date, minute: int | None) -> "AskedTime":
        before = day - timedelta(days=1)
        return cls(day.weekday(), minute, is_bank_holiday(day), is_bank_holiday(before))


def hours_kind(schedules: Sequence[ServiceSchedule]) -> HoursKind:
    """Which of the three kinds of hours these are."""
    if all(map(_says_nothing, schedules)):
        return HoursKind.NOT_KNOWN
    if all(map(_is_weekly, schedules)):
        return HoursKind.EVERY_WEEK
    return HoursKind.BY_RULES


def week_of(schedules: Sequence[ServiceSchedule]) -> WeekHours:
    """The week of schedules whose kind is `EVERY_WEEK`."""
    spans = {
        (day, *span)
        for schedule in schedules
        if (span := span_of(schedule)) is not None
        for day, _ in named_days(schedule)
    }
    return WeekHours(tuple(sorted(spans)), is_round_the_clock(schedules))


def week_state(week: WeekHours, asked: AskedTime) -> OpenState:
    """Whether somebody is there at the time that is asked for."""
    today, minute = asked.weekday, asked.minute
    yesterday = (today - 1) % WEEK_DAYS
    state = OpenState.CLOSED
    for day, start, end in week.spans:
        if day == today and (minute is None or start <= minute < end):
            holiday = asked.is_holiday
        elif day == yesterday and minute is not None and minute + DAY_MINUTES < end:
            holiday = asked.was_holiday
        else:
            continue
        if not holiday or week.never_closes:
            return OpenState.OPEN
        state = OpenState.BANK_HOLIDAY
    return state


def _says_nothing(schedule: ServiceSchedule) -> bool:
    return not schedule.is_closure and not (
        schedule.freq
        or schedule.byday
        or schedule.bymonthday
        or schedule.opens_at is not None
        or schedule.closes_at is not None
        or schedule.valid_from
        or schedule.valid_to
        or schedule.dtstart
        or schedule.until
    )


def _is_weekly(schedule: ServiceSchedule) -> bool:
    plain = (
        schedule.freq.strip().upper() in ("", "WEEKLY")
        and schedule.interval == 1
        and schedule.opens_at is not None
        and schedule.closes_at is not None
        and not schedule.is_closure
    )
    bounds = (
        schedule.valid_from,
        schedule.valid_to,
        schedule.dtstart,
        schedule.until,
        schedule.count,
    )
    days = named_days(schedule)
    return (
        plain
        and all(bound is None for bound in bounds)
        and bool(days)
        and not any(nth for _, nth in days)
    )
