"""Weeks, quarters and years in words and dates, and from how many sites a table comes."""

from datetime import date

from vrn_desktop.central.published_table import NetworkTable
from vrn_desktop.domain.programme_period import Period, ProgrammeYear, Quarter

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def day_words(day: date) -> str:
    """`28 September 2026`."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def short_day(day: date) -> str:
    """`28 Sep`."""
    return f"{day.day} {_MONTHS[day.month - 1][:3]}"


def period_words(period: Period) -> str:
    """`Quarter 4 of 2026 (28 September 2026 to 3 January 2027)`."""
    span = f"{day_words(period.first_day)} to {day_words(period.last_day)}"
    match period:
        case Quarter():
            return f"Quarter {period.number} of {period.year} ({span})"
        case ProgrammeYear():
            return f"Programme year {period.year} ({span})"
        case _:
            return f"Week {period.number} of {period.year} ({span})"


def short_period(period: Period) -> str:
    """`Q4 2026`, `W40 2026` or `2026`."""
    match period:
        case Quarter():
            return f"Q{period.number} {period.year}"
        case ProgrammeYear():
            return str(period.year)
        case _:
            return f"W{period.number:02} {period.year}"


def coverage_words(table: NetworkTable) -> str:
    """`52 of 60 sites. Quarter 4 of 2026 (...)`."""
    return f"{sites_words(table)}. {period_words(table.period)}."


def sites_words(table: NetworkTable) -> str:
    """`52 of 60 sites`."""
    return f"{table.sites_reporting} of {table.sites_expected} sites"
