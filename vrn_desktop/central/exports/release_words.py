"""What every export says of a release in words: its name, its licence, and what must be read before use."""

from dataclasses import dataclass
from datetime import date

from vrn_desktop.central.published_table import Release
from vrn_desktop.domain.programme_period import Period, Quarter, Week


@dataclass(frozen=True, slots=True, kw_only=True)
class Licence:
    """Under which terms the data may be used."""

    code: str
    title: str
    address: str


LICENCE = Licence(
    code="OGL-UK-3.0",
    title="Open Government Licence v3.0",
    address="https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
)
PUBLISHER = "Violence Reduction Network"
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

ABOUT_PERIODS = (
    "Weeks, quarters and years follow the ISO calendar: a quarter is 13 ISO weeks (14 at the end of a"
    " year of 53 weeks) and not a calendar quarter; its first and last day stand beside it."
)
READ_BEFORE_USE = (
    (
        "These are estimates. Every number that a site sends carries random noise, drawn once on the"
        " site's own computer; no true count exists anywhere in the network's office."
    ),
    (
        "Published numbers are to the nearest 5; a number under 10, or whose 95 % interval is wider than"
        " 30 % either way, is not shown. The interval covers the noise and the rounding. It does not"
        " cover young people whom nobody spoke to, nor sites that did not report."
    ),
    (
        "Estimates do not always add up: every cell is rounded by itself. Take a total from a table that"
        " has it, never by adding up cells."
    ),
    ABOUT_PERIODS,
    "Where a release has more than one edition, use the highest only; the earlier are superseded.",
    "A difference between groups shows a difference, not its cause.",
)


def period_in_words(period: Period) -> str:
    """Such as `quarter 4 of programme year 2026 (28 September to 27 December 2026)`."""
    days = f"{_day(period.first_day)} to {_day(period.last_day)}"
    if isinstance(period, Week):
        named = f"week {period.number} of programme year {period.year}"
    elif isinstance(period, Quarter):
        named = f"quarter {period.number} of programme year {period.year}"
    else:
        named = f"programme year {period}"
    return f"{named} ({days})"


def _day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def release_title(release: Release) -> str:
    """What the release is, in one line."""
    return f"{PUBLISHER}: counts of {period_in_words(release.period)}, edition {release.edition}"


def package_name(release: Release) -> str:
    """A name for files and packages, such as `vrn-counts-2026-q4-edition-1`."""
    return f"vrn-counts-{str(release.period).lower()}-edition-{release.edition}"
