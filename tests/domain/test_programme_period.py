"""The programme's calendar leaves no day out and counts none twice."""

import contextlib
from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from vrn_desktop.domain.programme_period import (
    NoSuchPeriodError,
    Period,
    ProgrammeYear,
    Quarter,
    Week,
    period_from_text,
    quarter_at,
)

DAYS = st.dates(date(2001, 1, 1), date(2990, 12, 31))
YEARS = st.integers(2000, 2998).map(ProgrammeYear)
YEARS_OF_53 = (2004, 2009, 2015, 2020, 2026, 2032, 2037, 2043, 2048)


def test_2026_has_53_weeks_and_the_last_lies_in_quarter_4() -> None:
    assert ProgrammeYear(2026).weeks == 53
    assert Week(2026, 53).quarter == Quarter(2026, 4)
    assert len(Quarter(2026, 4).weeks) == 14
    assert [len(quarter.weeks) for quarter in ProgrammeYear(2025).quarters] == [13, 13, 13, 13]


def test_known_days() -> None:
    assert str(Week.of(date(2026, 11, 24))) == "2026-W48"
    assert str(Week.of(date(2027, 1, 3))) == "2026-W53"
    assert str(Week.of(date(2024, 12, 30))) == "2025-W01"
    assert Quarter(2026, 4).first_day == date(2026, 9, 28)
    assert Quarter(2026, 4).last_day == date(2027, 1, 3)


def test_closing_days_leave_three_and_seven_days() -> None:
    assert Week(2026, 47).closed_from == date(2026, 11, 26)  # ends on Sunday the 22nd
    assert Quarter(2026, 4).closed_from == date(2027, 1, 11)
    assert ProgrammeYear(2026).closed_from == date(2027, 1, 11)


@pytest.mark.parametrize("year", YEARS_OF_53)
def test_years_of_53_weeks_are_known(year: int) -> None:
    assert ProgrammeYear(year).weeks == 53


@given(day=DAYS)
@example(day=date(2026, 12, 31))
@example(day=date(2021, 1, 3))
def test_every_day_lies_in_one_week_one_quarter_one_year(day: date) -> None:
    week = Week.of(day)
    quarter = week.quarter
    assert week.first_day <= day <= week.last_day
    assert week in quarter.weeks
    assert quarter in quarter.programme_year.quarters
    assert quarter.first_day <= week.first_day
    assert week.last_day <= quarter.last_day


@given(year=YEARS)
def test_the_quarters_of_a_year_share_out_its_weeks(year: ProgrammeYear) -> None:
    weeks = [week for quarter in year.quarters for week in quarter.weeks]
    assert weeks == [Week(year.year, number) for number in range(1, year.weeks + 1)]
    assert weeks[0].first_day == year.first_day
    assert weeks[-1].last_day == year.last_day


@given(year=YEARS)
def test_each_period_begins_where_the_one_before_ends(year: ProgrammeYear) -> None:
    periods: list[Period] = [year, *year.quarters, *year.quarters[3].weeks]
    for period in periods:
        assert period.next.first_day == period.last_day + timedelta(days=1)
        assert period.next.first_day > period.first_day
        assert period.closed_from > period.last_day


@given(year=YEARS, number=st.integers(1, 4))
def test_places_of_neighbouring_quarters_differ_by_one(year: ProgrammeYear, number: int) -> None:
    quarter = Quarter(year.year, number)
    assert quarter_at(quarter.place) == quarter
    assert quarter.next.place == quarter.place + 1


@given(day=DAYS)
def test_a_period_reads_back_as_it_was_written(day: date) -> None:
    week = Week.of(day)
    for period in (week, week.quarter, week.quarter.programme_year):
        assert period_from_text(str(period)) == period


@given(day=DAYS, other=DAYS)
def test_written_weeks_sort_like_the_days(day: date, other: date) -> None:
    assert (str(Week.of(day)) < str(Week.of(other))) == (Week.of(day) < Week.of(other))


OTHER_TEXTS = (
    *(
        "",
        "2026-W54",
        "2025-W53",
        "2026-W00",
        "2026-W7",
        "2026-Q0",
        "2026-Q5",
        "26",
        "2026-",
        "1999",
    ),
    *("2026-W47 ", " 2026", "2026-W47\n", "2026-w47", "2026Q4", "٢٠٢٦", "3000", "2026-W-1"),
)


@pytest.mark.parametrize("text", OTHER_TEXTS)
def test_other_texts_are_no_period(text: str) -> None:
    with pytest.raises(NoSuchPeriodError):
        period_from_text(text)


@given(text=st.text(max_size=10))
def test_any_text_is_a_period_or_is_refused(text: str) -> None:
    with contextlib.suppress(NoSuchPeriodError):
        assert str(period_from_text(text)) == text
