"""A laptop of the first quarter, before and after it was enrolled, and when its first week may be sent."""

from datetime import UTC, datetime, timedelta

from tests.invented_site import InventedSite
from vrn_desktop.application.sync_calendar import first_try_at
from vrn_desktop.domain.programme_period import Quarter

STARTS = Quarter(2026, 4)
ENROLLED_ON = datetime(2026, 9, 29, 10, 0, tzinfo=UTC)
FIRST_WEEK = STARTS.weeks[0]


def site(**parts: object) -> InventedSite:
    """A laptop at the beginning of the first quarter, in the hands of a supervisor."""
    made = InventedSite(**parts)  # type: ignore[arg-type]  # a test names real fields
    made.go_to(ENROLLED_ON)
    return made


def enrolled(**offered: object) -> InventedSite:
    return site().enrol(**offered)


def after_first_week(made: InventedSite) -> InventedSite:
    """The first week has closed and the site's own delay is over."""
    made.go_to(first_try_at(made.site, FIRST_WEEK) + timedelta(minutes=1))
    return made
