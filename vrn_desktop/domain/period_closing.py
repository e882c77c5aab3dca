"""Which periods may be drawn by now: strictly in order, by the calendar alone, never by what was recorded."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from vrn_desktop.domain.programme_period import Period, ProgrammeYear, Quarter, Week

_SKEW = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class DuePeriods:
    """The periods to draw now, first one first, and whether the clock held some back."""

    periods: tuple[Period, ...]
    held_back: bool


def due_periods(
    *, starts: Quarter, last_drawn: Period | None, today: date, trusted_day: date
) -> DuePeriods:
    """Every period that may be drawn and was not yet.

    Args:
        starts: the first quarter of which this site sends anything.
        last_drawn: the period drawn last; all before it in the order are drawn too.
        today: the day by this computer's clock, which may be wrong.
        trusted_day: the day in the last receipt of the centre (before the first: of the enrolment).
            No period ending later than the quarter after that day's is drawn: a clock far ahead
            would draw empty quarters for ever.
    """
    horizon = Week.of(trusted_day).quarter.next.last_day
    waiting = [
        period
        for period in _ended(starts, today)
        if last_drawn is None or closing_order(period) > closing_order(last_drawn)
    ]
    waiting.sort(key=closing_order)
    trusted = tuple(period for period in waiting if period.last_day <= horizon)
    return DuePeriods(periods=trusted, held_back=len(trusted) < len(waiting))


def closing_order(period: Period) -> tuple[date, int]:
    """Sorts periods as they are drawn: by the day they may be, a quarter before its year."""
    length = (Week, Quarter, ProgrammeYear).index(type(period))
    return period.closed_from, length


def week_to_count(*, held_on: date, today: date, last_drawn_week: Week | None) -> Week:
    """The week in which a conversation counts that is approved today.

    The week in which it was held while that is open; later ones and back-dated ones count in the
    first open week, and none counts in a week that has not begun.
    """
    week = min(Week.of(held_on), Week.of(today))
    return week if last_drawn_week is None else max(week, last_drawn_week.next)


def clock_is_off(*, today: date, receipt_day: date) -> bool:
    """Whether this computer's day is more than 24 hours from the centre's, as a receipt just said it."""
    return abs(today - receipt_day) > _SKEW


def _ended(starts: Quarter, today: date) -> Iterator[Period]:
    quarter = starts
    while quarter.first_day <= today:
        yield from (week for week in quarter.weeks if week.closed_from <= today)
        if quarter.closed_from <= today:
            yield quarter
            year = quarter.programme_year
            if quarter == year.quarters[-1]:
                yield year
        quarter = quarter.next
