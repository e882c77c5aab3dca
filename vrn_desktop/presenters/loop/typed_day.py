"""A day as people type it: today, yesterday, 14/12, 14 December, 14.12.2026."""

import re
from datetime import date, timedelta

from vrn_desktop.presenters.wording import MONTHS

DAY_HINT = "For example 14/12 or 14 December."
NOT_A_DAY = "Write a day such as 14/12 or 14 December."

_NEAR = {"yesterday": -1, "today": 0, "tomorrow": 1}
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_FIGURES = re.compile(r"(\d{1,2})[./ -](\d{1,2})(?:[./ -](\d{2}|\d{4}))?\.?")
_NAMED = re.compile(r"(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3,9})\.?(?: (\d{4}))?")
_CENTURY = 2000
_TWO_FIGURES = 100


def typed_day(words: str, today: date) -> date | None:
    """The day meant, or None where it is none; without a year the nearest such day is meant."""
    plain = " ".join(words.casefold().replace(",", " ").split())
    if plain in _NEAR:
        return today + timedelta(days=_NEAR[plain])
    if iso := _ISO.fullmatch(plain):
        return _day(int(iso[1]), int(iso[2]), int(iso[3]))
    if figures := _FIGURES.fullmatch(plain):
        return _with_year(int(figures[1]), int(figures[2]), figures[3], today)
    named = _NAMED.fullmatch(plain)
    month = _month(named[2]) if named else None
    return _with_year(int(named[1]), month, named[3], today) if named and month else None


def _month(name: str) -> int | None:
    fits = (n for n, full in enumerate(MONTHS, start=1) if full.casefold().startswith(name))
    return next(fits, None)


def _with_year(day: int, month: int, year: str | None, today: date) -> date | None:
    if year:
        number = int(year)
        return _day(number + _CENTURY if number < _TWO_FIGURES else number, month, day)
    near = (_day(today.year + step, month, day) for step in (-1, 0, 1))
    return min(
        (found for found in near if found is not None),
        key=lambda found: abs(found - today),
        default=None,
    )


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
