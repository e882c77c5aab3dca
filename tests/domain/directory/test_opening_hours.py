"""When somebody is there: weeks, nights, months, closures, bank holidays, and never a guess."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import takewhile

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.invented_directory_services import weekly
from vrn_desktop.domain.directory.bank_holidays import is_bank_holiday
from vrn_desktop.domain.directory.opening_hours import london, open_on, open_state
from vrn_desktop.domain.directory.schedule_days import takes_place_on
from vrn_desktop.domain.directory.service_query import OpenState, ServiceQuery
from vrn_desktop.domain.directory.service_record import ServiceSchedule
from vrn_desktop.domain.directory.week_hours import (
    AskedTime,
    HoursKind,
    hours_kind,
    week_of,
    week_state,
)

OPEN, CLOSED = OpenState.OPEN, OpenState.CLOSED
HOLIDAY, UNKNOWN = OpenState.BANK_HOLIDAY, OpenState.NOT_KNOWN
MONDAY = date(2026, 11, 23)
CHRISTMAS = date(2026, 12, 25)
ALL_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def at(day: date, hour: int, minute: int = 0) -> datetime:
    """A time by the clock of London in winter."""
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("hour", "minute", "state"),
    [(8, 59, CLOSED), (9, 0, OPEN), (16, 59, OPEN), (17, 0, CLOSED)],
)
def test_a_week_is_open_from_its_first_minute_to_before_its_last(
    hour: int, minute: int, state: OpenState
) -> None:
    assert open_state((weekly("MO"),), at(MONDAY, hour, minute)) is state


def test_a_night_belongs_to_the_evening_it_began() -> None:
    night = (weekly("MO", opens=time(22), closes=time(2)),)
    assert open_state(night, at(MONDAY, 1)) is CLOSED
    assert open_state(night, at(MONDAY, 23)) is OPEN
    assert open_state(night, at(MONDAY + timedelta(days=1), 1, 59)) is OPEN
    assert open_state(night, at(MONDAY + timedelta(days=1), 2)) is CLOSED


@pytest.mark.parametrize(
    ("moment", "state"),
    [
        (datetime(2026, 7, 6, 8, 30, tzinfo=UTC), OPEN),
        (datetime(2026, 7, 6, 16, 30, tzinfo=UTC), CLOSED),
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), OPEN),
        (datetime(2026, 10, 25, 1, 30, tzinfo=UTC), OPEN),
        (datetime(2026, 10, 25, 2, 30, tzinfo=UTC), CLOSED),
    ],
    ids=["summer", "summer evening", "first half past one", "second half past one", "after"],
)
def test_hours_are_those_of_the_clock_in_london(moment: datetime, state: OpenState) -> None:
    hours = (weekly("MO"), weekly("SU", opens=time(1), closes=time(2)))
    assert open_state(hours, moment) is state


def test_nothing_said_is_not_known_and_never_closed() -> None:
    for said in ((), (ServiceSchedule(description="by appointment"),), (ServiceSchedule(),)):
        assert open_state(said, at(MONDAY, 12)) is UNKNOWN
        assert open_on(said, MONDAY) is UNKNOWN


def test_a_day_without_times_is_known_as_a_day_only() -> None:
    day = (weekly("MO", opens=None, closes=None),)
    assert open_on(day, MONDAY) is OPEN
    assert open_state(day, at(MONDAY, 12)) is UNKNOWN
    assert open_state(day, at(MONDAY + timedelta(days=1), 12)) is CLOSED


@pytest.mark.parametrize(
    "rule",
    [
        ServiceSchedule(freq="MONTHLY", byday=("4MO",)),
        ServiceSchedule(freq="WEEKLY", byday=("4MO",)),
        ServiceSchedule(freq="MONTHLY", byday=("-2MO",)),
        ServiceSchedule(freq="MONTHLY", bymonthday=(23,)),
        ServiceSchedule(freq="WEEKLY", byday=("MO",), bymonthday=(5,)),
        ServiceSchedule(freq="WEEKLY", byday=("mo",), interval=2, dtstart=date(2026, 11, 11)),
        ServiceSchedule(freq="MONTHLY", interval=2, dtstart=date(2026, 9, 23)),
        ServiceSchedule(freq="DAILY", interval=3, dtstart=date(2026, 11, 20)),
        ServiceSchedule(freq="YEARLY", dtstart=date(1999, 11, 23)),
        ServiceSchedule(freq="WEEKLY", dtstart=date(2026, 11, 9), count=3),
        ServiceSchedule(dtstart=MONDAY),
    ],
    ids=lambda rule: f"{rule.freq} {rule.byday} {rule.bymonthday} {rule.interval} {rule.count}",
)
def test_rules_of_every_kind_meet_their_day_and_not_the_one_a_week_later(
    rule: ServiceSchedule,
) -> None:
    assert open_on((rule,), MONDAY) is OPEN
    assert open_on((rule,), MONDAY - timedelta(days=1)) is not OPEN
    if rule.byday != ("MO",):
        assert open_on((rule,), MONDAY + timedelta(days=7)) is CLOSED


@pytest.mark.parametrize(
    "rule",
    [
        ServiceSchedule(freq="WEEKLY", byday=("MO",), interval=2),
        ServiceSchedule(freq="WEEKLY"),
        ServiceSchedule(freq="SECONDLY", byday=("MO",)),
        ServiceSchedule(freq="MONTHLY", bymonthday=(99,)),
        ServiceSchedule(freq="WEEKLY", byday=("XX",), interval=1),
        ServiceSchedule(freq="WEEKLY", byday=("MO",), interval=0),
        ServiceSchedule(freq="DAILY", dtstart=date(1, 1, 1), count=10**9),
    ],
    ids=str,
)
def test_a_rule_that_cannot_be_told_is_not_known(rule: ServiceSchedule) -> None:
    assert open_on((rule,), MONDAY) is UNKNOWN


def test_a_schedule_speaks_only_while_it_is_valid() -> None:
    summer = weekly("MO", valid_from=date(2026, 6, 1), valid_to=date(2026, 8, 31))
    assert open_on((summer,), date(2026, 7, 6)) is OPEN
    assert open_on((summer,), MONDAY) is UNKNOWN
    assert open_on((summer, weekly("TU")), MONDAY) is CLOSED


def test_a_closure_wins_over_the_week() -> None:
    shut = ServiceSchedule(is_closure=True, valid_from=MONDAY, valid_to=MONDAY)
    assert open_state((weekly("MO"), shut), at(MONDAY, 12)) is CLOSED
    assert open_on((weekly("MO"), shut), MONDAY) is CLOSED
    assert open_on((weekly("MO"), shut), MONDAY + timedelta(days=7)) is OPEN


def test_england_has_its_bank_holidays_and_their_days_instead() -> None:
    assert all(map(is_bank_holiday, (CHRISTMAS, date(2026, 12, 28), date(2026, 8, 31))))
    assert not any(map(is_bank_holiday, (MONDAY, date(2026, 3, 17), date(2026, 11, 30))))
    assert not is_bank_holiday(date(1, 1, 1))


def test_on_a_bank_holiday_one_calls_first_unless_the_service_speaks_of_that_day() -> None:
    week = weekly("MO", "TU", "WE", "TH", "FR")
    special = ServiceSchedule(
        freq="DAILY",
        valid_from=CHRISTMAS,
        valid_to=date(2026, 12, 27),
        opens_at=time(10),
        closes_at=time(12),
    )
    assert open_state((week,), at(CHRISTMAS, 11)) is HOLIDAY
    assert open_state((week,), at(CHRISTMAS, 18)) is CLOSED
    assert open_state((week, special), at(CHRISTMAS, 11)) is OPEN
    assert open_state((week, special), at(CHRISTMAS, 15)) is CLOSED


def test_a_line_that_never_closes_is_open_on_a_bank_holiday_too() -> None:
    always = (weekly(*ALL_DAYS, opens=time(0), closes=time(0)),)
    assert open_state(always, at(CHRISTMAS, 3)) is OPEN


def test_a_night_into_a_bank_holiday_is_the_evenings() -> None:
    night = (weekly("TH", opens=time(22), closes=time(2)),)
    assert open_state(night, at(CHRISTMAS, 1)) is OPEN


DAYS = st.lists(st.sampled_from([*ALL_DAYS, "1MO", "-1FR", "", "??"]), max_size=4).map(tuple)
TIMES = st.one_of(st.none(), st.times())
DATES = st.one_of(st.none(), st.dates())
ANY_SCHEDULE = st.builds(
    ServiceSchedule,
    freq=st.sampled_from(["", "WEEKLY", "weekly", "DAILY", "MONTHLY", "YEARLY", "HOURLY", "x"]),
    interval=st.integers(-3, 10**9),
    byday=DAYS,
    bymonthday=st.lists(st.integers(-40, 40), max_size=3).map(tuple),
    opens_at=TIMES,
    closes_at=TIMES,
    valid_from=DATES,
    valid_to=DATES,
    dtstart=DATES,
    until=DATES,
    count=st.one_of(st.none(), st.integers(-1, 10**9)),
    is_closure=st.booleans(),
)


@settings(deadline=None)
@given(
    st.lists(ANY_SCHEDULE, max_size=3),
    st.datetimes(min_value=datetime(1950, 1, 1), max_value=datetime(2200, 1, 1)),  # noqa: DTZ001 - made aware below
)
def test_no_rule_however_odd_is_an_error(said: list[ServiceSchedule], when: datetime) -> None:
    assert open_state(said, when.replace(tzinfo=UTC)) in OpenState
    assert open_on(said, when.date()) in OpenState


WEEKLY = st.builds(
    weekly,
    st.sampled_from(ALL_DAYS),
    st.sampled_from(ALL_DAYS),
    opens=st.sampled_from([time(0), time(9), time(13), time(22)]),
    closes=st.sampled_from([time(0), time(9), time(17), time(22), time(23, 59)]),
)


@given(
    st.lists(WEEKLY, min_size=1, max_size=3),
    st.integers(0, 60 * 24 * 60 - 1).map(
        lambda minute: datetime(2026, 11, 20, tzinfo=UTC) + timedelta(minutes=minute)
    ),
)
def test_hours_by_the_week_say_what_the_rules_say(
    said: list[ServiceSchedule], moment: datetime
) -> None:
    assert hours_kind(said) is HoursKind.EVERY_WEEK
    week, (day, _) = week_of(said), london(moment)
    asked, on_day = (
        AskedTime.of(ServiceQuery(open_at=moment)),
        AskedTime.of(ServiceQuery(open_on=day)),
    )
    assert asked is not None
    assert on_day is not None
    assert week_state(week, asked) is open_state(said, moment)
    assert week_state(week, on_day) is open_on(said, day)


RULES = st.builds(
    ServiceSchedule,
    freq=st.sampled_from(["DAILY", "WEEKLY", "MONTHLY"]),
    interval=st.integers(1, 4),
    byday=st.lists(st.sampled_from(ALL_DAYS), min_size=1, max_size=3, unique=True).map(tuple),
    dtstart=st.dates(date(2026, 1, 1), date(2026, 3, 1)),
    count=st.one_of(st.none(), st.integers(1, 30)),
)


@settings(deadline=None)
@given(RULES, st.integers(0, 200))
def test_rules_are_read_as_dateutil_reads_them(rule: ServiceSchedule, ahead: int) -> None:
    assert rule.dtstart is not None
    day = rule.dtstart + timedelta(days=ahead)
    text = f"FREQ={rule.freq};INTERVAL={rule.interval};BYDAY={','.join(rule.byday)}"
    if rule.count is not None:
        text += f";COUNT={rule.count}"
    midnight = datetime(rule.dtstart.year, rule.dtstart.month, rule.dtstart.day)  # noqa: DTZ001 - a day
    times = rrulestr(text, dtstart=midnight).xafter(midnight, count=300, inc=True)
    days = {at.date() for at in takewhile(lambda at: at.date() <= day, times)}
    assert (takes_place_on(rule, day) is True) == (day in days)


def test_a_rule_that_never_happens_costs_nothing() -> None:
    never = ServiceSchedule(byday=("MO", "-1FR"), bymonthday=(31,), freq="MONTHLY", interval=12)
    assert takes_place_on(never, MONDAY) is False
