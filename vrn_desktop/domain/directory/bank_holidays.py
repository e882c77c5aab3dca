"""Bank holidays of England, by the `holidays` library, looked up only when somebody asks for hours."""

from collections.abc import Collection
from datetime import date
from functools import lru_cache

FIRST_YEAR, LAST_YEAR = 1990, 2100
"""Outside of these nobody asks when a service is open."""


def is_bank_holiday(day: date) -> bool:
    """Whether it is a bank holiday in England, days given instead of a Saturday or Sunday included."""
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        return False
    return day in _of_year(day.year)


@lru_cache(maxsize=8)
def _of_year(year: int) -> Collection[date]:
    # Loaded here: unlocking must not wait for it.
    from holidays import country_holidays  # noqa: PLC0415

    return frozenset(country_holidays("GB", subdiv="ENG", years=year))
