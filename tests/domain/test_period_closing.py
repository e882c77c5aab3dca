"""Periods are drawn in order, each once, whatever the clock does."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vrn_desktop.domain.period_closing import (
    DuePeriods,
    clock_is_off,
    closing_order,
    due_periods,
    week_to_count,
)
from vrn_desktop.domain.programme_period import Period, ProgrammeYear, Quarter, Week

STARTS = Quarter(2026, 4)
DAYS = st.dates(date(2026, 7, 1), date(2028, 6, 30))


def due(today: date, last_drawn: Period | None = None, trusted: date | None = None) -> DuePeriods:
    return due_periods(
        starts=STARTS, last_drawn=last_drawn, today=today, trusted_day=trusted or today
    )


def test_the_first_weeks_of_a_site() -> None:
    assert due(date(2026, 10, 7)) == DuePeriods(periods=(), held_back=False)
    assert due(date(2026, 10, 8)).periods == (Week(2026, 40),)
    assert due(date(2026, 10, 22)).periods == (Week(2026, 40), Week(2026, 41), Week(2026, 42))
    assert due(date(2026, 10, 22), Week(2026, 41)).periods == (Week(2026, 42),)


def test_the_turn_of_a_year_of_53_weeks() -> None:
    assert due(date(2027, 1, 14), Week(2026, 52)).periods == (
        Week(2026, 53),
        Quarter(2026, 4),
        ProgrammeYear(2026),
        Week(2027, 1),
    )


@given(days=st.lists(DAYS, min_size=1, max_size=12))
def test_a_jumping_clock_draws_each_period_once_and_in_order(days: list[date]) -> None:
    drawn: list[Period] = []
    for today in days:
        drawn += due(today, drawn[-1] if drawn else None, date(2027, 9, 1)).periods
    assert all(closing_order(one) < closing_order(other) for one, other in pairwise(drawn))
    honest = due(max(days), None, date(2027, 9, 1)).periods
    assert drawn == list(honest)


@given(today=DAYS)
def test_nothing_is_drawn_before_it_is_closed(today: date) -> None:
    for period in due(today).periods:
        assert period.closed_from <= today
        assert period.last_day >= STARTS.first_day


@given(today=DAYS, trusted=DAYS)
def test_a_clock_far_ahead_draws_at_most_one_quarter_more(today: date, trusted: date) -> None:
    horizon = Week.of(trusted).quarter.next.last_day
    found = due(today, trusted=trusted)
    assert all(period.last_day <= horizon for period in found.periods)
    assert found.held_back == any(period.last_day > horizon for period in due(today).periods)


@given(held=DAYS, today=DAYS, last=st.none() | DAYS.map(Week.of))
def test_no_conversation_counts_in_a_week_that_is_drawn_or_not_begun(
    held: date, today: date, last: Week | None
) -> None:
    week = week_to_count(held_on=held, today=today, last_drawn_week=last)
    assert last is None or week > last
    assert week <= max(Week.of(today), last.next if last else Week.of(today))
    begun = min(Week.of(held), Week.of(today))
    assert week == (begun if last is None or begun > last else last.next)


@pytest.mark.parametrize(
    ("days", "off"), [(0, False), (1, False), (-1, False), (2, True), (-2, True)]
)
def test_more_than_a_day_apart_is_off(days: int, *, off: bool) -> None:
    day = date(2026, 11, 24)
    assert clock_is_off(today=day + timedelta(days=days), receipt_day=day) is off
