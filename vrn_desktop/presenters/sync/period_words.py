"""Weeks, quarters and years of the programme as people say them, with their days."""

from datetime import date

from vrn_desktop.domain.programme_period import Period, Quarter, Week
from vrn_desktop.presenters.wording import MONTHS, full_date


def period_name(period: Period) -> str:
    """Return "Week 47 of 2026", "Quarter 4 of 2026" or "Programme year 2026"."""
    if isinstance(period, Week):
        return f"Week {period.number} of {period.year}"
    if isinstance(period, Quarter):
        return f"Quarter {period.number} of {period.year}"
    return f"Programme year {period.year}"


def period_days(period: Period) -> str:
    """Return "16 to 22 November 2026": its first and last day."""
    return f"{_first(period.first_day, period.last_day)} to {full_date(period.last_day)}"


def period_in_words(period: Period) -> str:
    """Return "Week 47 of 2026 (16 to 22 November 2026)"."""
    return f"{period_name(period)} ({period_days(period)})"


def _first(first: date, last: date) -> str:
    if first.year != last.year:
        return full_date(first)
    month = MONTHS[first.month - 1]
    return f"{first.day}" if first.month == last.month else f"{first.day} {month}"
