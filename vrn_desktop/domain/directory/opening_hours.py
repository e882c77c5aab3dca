"""Whether somebody is there: schedules read for a moment or a day in London, never guessing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from functools import lru_cache

from dateutil.zoneinfo import get_zonefile_instance

from vrn_desktop.domain.directory.bank_holidays import is_bank_holiday
from vrn_desktop.domain.directory.schedule_days import is_valid_on, named_days, takes_place_on
from vrn_desktop.domain.directory.service_query import OpenState, ServiceQuery
from vrn_desktop.domain.directory.service_record import ServiceSchedule

DAY_MINUTES = 24 * 60
WEEK_DAYS = 7
SPEAKS_OF_A_DATE = timedelta(days=14)
"""A schedule that is valid no longer than this was made for these dates, a bank holiday among them."""

ORDER = (OpenState.OPEN, OpenState.BANK_HOLIDAY, OpenState.NOT_KNOWN, OpenState.CLOSED)
"""What is better to find, first."""


@dataclass(frozen=True, slots=True)
class _Span:
    """Minutes of a day; `state` is said of a moment in it, `on_day` of the day."""

    start: int
    end: int
    state: OpenState
    on_day: OpenState


@dataclass(frozen=True, slots=True)
class _Day:
    """What a day's schedules say, in minutes after its midnight; `told` means they say something."""

    spans: tuple[_Span, ...]
    shut: tuple[tuple[int, int], ...]
    told: bool


def state_asked_for(schedules: Sequence[ServiceSchedule], query: ServiceQuery) -> OpenState | None:
    """The state at the moment or on the day that a query asks for; None where it asks for neither."""
    if query.open_at is not None:
        return open_state(schedules, query.open_at)
    if query.open_on is not None:
        return open_on(schedules, query.open_on)
    return None


def open_state(schedules: Sequence[ServiceSchedule], at: datetime) -> OpenState:
    """Whether somebody is there at an aware moment; a bank holiday says "call first"."""
    if not schedules:
        return OpenState.NOT_KNOWN
    day, minute = london(at)
    today = _day_of(schedules, day)
    if any(start <= minute < end for start, end in today.shut):
        return OpenState.CLOSED
    states = [span.state for span in today.spans if span.start <= minute < span.end]
    late = minute + DAY_MINUTES
    if any(_is_night(schedule) for schedule in schedules):
        before = _day_of(schedules, day - timedelta(days=1))
        states += [span.state for span in before.spans if span.start <= late < span.end]
    return _best(states, told=today.told)


def open_on(schedules: Sequence[ServiceSchedule], day: date) -> OpenState:
    """Whether somebody is there at any time of a day."""
    found = _day_of(schedules, day)
    left = [
        span.on_day
        for span in found.spans
        if not any(start <= span.start and span.end <= end for start, end in found.shut)
    ]
    return _best(left, told=found.told)


def london(at: datetime) -> tuple[date, int]:
    """The day in London at an aware moment, and the minutes its clocks show after midnight."""
    wall = at.astimezone(_zone())
    return wall.date(), wall.hour * 60 + wall.minute


def minutes(of_day: time) -> int:
    """Minutes after midnight."""
    return of_day.hour * 60 + of_day.minute


def span_of(schedule: ServiceSchedule) -> tuple[int, int] | None:
    """From when to when, the end past 1,440 where it is the next morning; None without both times."""
    if schedule.opens_at is None or schedule.closes_at is None:
        return None
    opens, closes = minutes(schedule.opens_at), minutes(schedule.closes_at)
    return opens, closes if closes > opens else closes + DAY_MINUTES


def is_round_the_clock(schedules: Sequence[ServiceSchedule]) -> bool:
    """Whether it never closes: every day of the week, all day, a bank holiday or not."""
    days = set()
    for schedule in schedules:
        span = span_of(schedule)
        if span is None or schedule.is_closure or span[1] - span[0] < DAY_MINUTES - 1:
            continue
        every = schedule.freq.upper() == "DAILY" and schedule.interval == 1 and not schedule.byday
        days |= (
            set(range(WEEK_DAYS))
            if every
            else {day for day, nth in named_days(schedule) if not nth}
        )
    return len(days) == WEEK_DAYS


@lru_cache(maxsize=1)
def _zone() -> tzinfo:
    # The library's own table of zones: Windows has none.
    found = get_zonefile_instance().get("Europe/London")
    if found is None:
        raise LookupError("the table of time zones has no London")
    return found


def _best(states: Sequence[OpenState], *, told: bool) -> OpenState:
    if states:
        return min(states, key=ORDER.index)
    return OpenState.CLOSED if told else OpenState.NOT_KNOWN


def _day_of(schedules: Sequence[ServiceSchedule], day: date) -> _Day:
    valid = [schedule for schedule in schedules if is_valid_on(schedule, day)]
    shut = [span for one in valid if one.is_closure for span in _shut(one, day)]
    if (0, DAY_MINUTES) in shut:
        return _Day((), tuple(shut), told=True)
    hours = [one for one in valid if not one.is_closure]
    usual = OpenState.OPEN
    if is_bank_holiday(day):
        made_for_it = [one for one in hours if _speaks_of(one, day)]
        if made_for_it:
            hours = made_for_it
        elif not is_round_the_clock(schedules):
            usual = OpenState.BANK_HOLIDAY
    spans = tuple(span for one in hours for span in _spans(one, day, usual))
    return _Day(spans, tuple(shut), told=bool(hours or shut))


def _shut(closure: ServiceSchedule, day: date) -> Iterator[tuple[int, int]]:
    if takes_place_on(closure, day):
        yield span_of(closure) or (0, DAY_MINUTES)


def _spans(schedule: ServiceSchedule, day: date, usual: OpenState) -> Iterator[_Span]:
    takes_place = takes_place_on(schedule, day)
    if takes_place is False:
        return
    span = span_of(schedule)
    unknown = OpenState.NOT_KNOWN
    if takes_place is None:
        yield _Span(*(span or (0, DAY_MINUTES)), unknown, unknown)
    elif span is None:
        yield _Span(0, DAY_MINUTES, unknown, usual)
    else:
        yield _Span(*span, usual, usual)


def _speaks_of(schedule: ServiceSchedule, day: date) -> bool:
    if schedule.dtstart == day and not schedule.freq:
        return True
    first, last = schedule.valid_from, schedule.valid_to
    if first is None or last is None or last - first > SPEAKS_OF_A_DATE:
        return False
    return takes_place_on(schedule, day) is True


def _is_night(schedule: ServiceSchedule) -> bool:
    span = span_of(schedule)
    return span is not None and span[1] > DAY_MINUTES
