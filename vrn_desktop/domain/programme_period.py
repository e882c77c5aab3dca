"""Weeks, quarters and years of the programme: the ISO calendar cut into quarters of 13 weeks (decisions.md 20)."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeAlias

from vrn_desktop.domain.errors import DomainError

FIRST_YEAR, LAST_YEAR = 2000, 2999
QUARTERS = 4
_WEEKS_A_QUARTER = 13
_DAYS = 7
_WEEK_OPEN_AFTER = timedelta(days=3)
_QUARTER_OPEN_AFTER = timedelta(days=7)
_WRITTEN = re.compile(r"(2[0-9]{3})(?:-W([0-9]{2})|-Q([1-4]))?", re.ASCII)


class NoSuchPeriodError(DomainError):
    """A text or a number names no week, quarter or year of the programme."""


@dataclass(frozen=True, slots=True, order=True)
class ProgrammeYear:
    """An ISO week-year of 52 or 53 weeks, Monday to Sunday; written `2026`."""

    year: int

    def __post_init__(self) -> None:
        if not FIRST_YEAR <= self.year <= LAST_YEAR:
            raise NoSuchPeriodError(f"{self.year} is not a year of the programme")

    def __str__(self) -> str:
        return str(self.year)

    @property
    def weeks(self) -> int:
        """52 or 53: the 28th of December always lies in the last week."""
        return date(self.year, 12, 28).isocalendar().week

    @property
    def quarters(self) -> tuple["Quarter", ...]:
        """The four quarters in order."""
        return tuple(Quarter(self.year, number) for number in range(1, QUARTERS + 1))

    @property
    def first_day(self) -> date:
        """The Monday of week 1; may lie in the December before."""
        return date.fromisocalendar(self.year, 1, 1)

    @property
    def last_day(self) -> date:
        """The Sunday of the last week; may lie in the January after."""
        return date.fromisocalendar(self.year, self.weeks, _DAYS)

    @property
    def closed_from(self) -> date:
        """The first day on which its tables may be drawn: with its last quarter's."""
        return self.last_day + timedelta(days=1) + _QUARTER_OPEN_AFTER

    @property
    def next(self) -> "ProgrammeYear":
        """The year after."""
        return ProgrammeYear(self.year + 1)


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """Thirteen ISO weeks, the fourth of a 53-week year fourteen; written `2026-Q4`."""

    year: int
    number: int

    def __post_init__(self) -> None:
        ProgrammeYear(self.year)
        if not 1 <= self.number <= QUARTERS:
            raise NoSuchPeriodError(f"a year has quarters 1 to 4, not {self.number}")

    def __str__(self) -> str:
        return f"{self.year}-Q{self.number}"

    @property
    def programme_year(self) -> ProgrammeYear:
        """The year it belongs to."""
        return ProgrammeYear(self.year)

    @property
    def weeks(self) -> tuple["Week", ...]:
        """Its weeks in order; week 53 is the last of quarter 4."""
        first = (self.number - 1) * _WEEKS_A_QUARTER + 1
        last = self.number * _WEEKS_A_QUARTER
        if self.number == QUARTERS:
            last = self.programme_year.weeks
        return tuple(Week(self.year, number) for number in range(first, last + 1))

    @property
    def first_day(self) -> date:
        """A Monday."""
        return self.weeks[0].first_day

    @property
    def last_day(self) -> date:
        """A Sunday."""
        return self.weeks[-1].last_day

    @property
    def closed_from(self) -> date:
        """The first day on which its tables may be drawn: seven days after its end."""
        return self.last_day + timedelta(days=1) + _QUARTER_OPEN_AFTER

    @property
    def next(self) -> "Quarter":
        """The quarter after."""
        return quarter_at(self.place + 1)

    @property
    def place(self) -> int:
        """Its place in the row of all quarters, so that neighbours differ by one."""
        return self.year * QUARTERS + self.number - 1


@dataclass(frozen=True, slots=True, order=True)
class Week:
    """One ISO week, Monday to Sunday; written `2026-W47`."""

    year: int
    number: int

    def __post_init__(self) -> None:
        if not 1 <= self.number <= ProgrammeYear(self.year).weeks:
            raise NoSuchPeriodError(f"{self.year} has no week {self.number}")

    def __str__(self) -> str:
        return f"{self.year}-W{self.number:02}"

    @classmethod
    def of(cls, day: date) -> "Week":
        """The week a day lies in."""
        year, number, _ = day.isocalendar()
        return cls(year, number)

    @property
    def quarter(self) -> Quarter:
        """The quarter it belongs to; week 53 belongs to the fourth."""
        return Quarter(self.year, min(QUARTERS, (self.number - 1) // _WEEKS_A_QUARTER + 1))

    @property
    def first_day(self) -> date:
        """Its Monday."""
        return date.fromisocalendar(self.year, self.number, 1)

    @property
    def last_day(self) -> date:
        """Its Sunday."""
        return date.fromisocalendar(self.year, self.number, _DAYS)

    @property
    def closed_from(self) -> date:
        """The first day on which its table may be drawn: three days after its end."""
        return self.last_day + timedelta(days=1) + _WEEK_OPEN_AFTER

    @property
    def next(self) -> "Week":
        """The week after, in the next year where this one is the last."""
        return Week.of(self.first_day + timedelta(days=_DAYS))


Period: TypeAlias = Week | Quarter | ProgrammeYear


def quarter_at(place: int) -> Quarter:
    """The quarter at a place in the row of all quarters.

    Raises:
        NoSuchPeriodError: the programme has no such quarter.
    """
    return Quarter(place // QUARTERS, place % QUARTERS + 1)


def period_from_text(text: str) -> Period:
    """A period as it is written in messages: `2026-W47`, `2026-Q4` or `2026`.

    Raises:
        NoSuchPeriodError: the text is none of these, or the year has no such week.
    """
    found = _WRITTEN.fullmatch(text)
    if found is None:
        raise NoSuchPeriodError("a period is written like 2026-W47, 2026-Q4 or 2026")
    year, week, quarter = found.groups()
    if week is not None:
        return Week(int(year), int(week))
    if quarter is not None:
        return Quarter(int(year), int(quarter))
    return ProgrammeYear(int(year))
