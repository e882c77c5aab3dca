"""Until when somebody is there now, and when somebody is there next, in London's own time."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from vrn_desktop.domain.directory.opening_hours import (
    DAY_MINUTES,
    is_round_the_clock,
    london,
    open_state,
    span_of,
)
from vrn_desktop.domain.directory.service_query import OpenState
from vrn_desktop.domain.directory.service_record import ServiceSchedule

DAYS_AHEAD = 14
"""Further ahead than this nobody waits for an opening; the page says the week in words instead."""
_LONDON = "Europe/London"


def open_until(schedules: Sequence[ServiceSchedule], at: datetime) -> datetime | None:
    """When what is open at an aware moment closes; None where it never does within two days."""
    if is_round_the_clock(schedules):
        return None
    today, _ = london(at)
    ends = sorted(
        moment
        for day in (today - timedelta(days=1), today, today + timedelta(days=1))
        for moment in _ends(schedules, day)
        if moment > at
    )
    return next((end for end in ends if open_state(schedules, end) is not OpenState.OPEN), None)


def next_opening(schedules: Sequence[ServiceSchedule], at: datetime) -> datetime | None:
    """When somebody is there next after an aware moment; None where the next days do not say."""
    today, _ = london(at)
    begins = sorted({one.opens_at for one in schedules if _has_hours(one) and one.opens_at})
    for ahead in range(DAYS_AHEAD + 1):
        day = today + timedelta(days=ahead)
        for opens in begins:
            moment = _moment(day, opens)
            if moment > at and open_state(schedules, moment) is OpenState.OPEN:
                return moment
    return None


def _has_hours(schedule: ServiceSchedule) -> bool:
    return not schedule.is_closure and span_of(schedule) is not None


def _ends(schedules: Sequence[ServiceSchedule], day: date) -> Iterator[datetime]:
    """The times at which something may end that began on a day; a closure's beginning is one."""
    for schedule in schedules:
        span = span_of(schedule)
        if schedule.is_closure:
            yield _moment(day, schedule.opens_at or time(0))
        elif span is not None and schedule.closes_at is not None:
            late = 1 if span[1] >= DAY_MINUTES else 0
            yield _moment(day + timedelta(days=late), schedule.closes_at)


def _moment(day: date, of_day: time) -> datetime:
    return datetime.combine(day, of_day, tzinfo=ZoneInfo(_LONDON))
