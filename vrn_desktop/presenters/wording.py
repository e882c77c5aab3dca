"""Dates, times, counts and short names in words; British English, whatever the computer is set to.

Moments are aware and in UTC inside the program; only here do they become the time on the wall.
`zone` is for tests; without it the computer's own time zone is used.
"""

from collections.abc import Sequence
from datetime import date, datetime, tzinfo

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
NOON, EVENING = 12, 18
DAYS_SAID_IN_DAYS = 14
DAYS_SAID_IN_WEEKS = 60
DAYS_SAID_IN_MONTHS = 730
MOST_INITIALS = 3

NEARBY_DAYS = ("Yesterday", "Today", "Tomorrow")


def local_date(moment: datetime, zone: tzinfo | None = None) -> date:
    """Return the date on the wall at `moment`."""
    return moment.astimezone(zone).date()


def day(value: date) -> str:
    """Return "Tuesday 24 November"."""
    return f"{WEEKDAYS[value.weekday()]} {value.day} {MONTHS[value.month - 1]}"


def short_day(value: date) -> str:
    """Return "Tue 24 Nov", for rows of a table."""
    return f"{WEEKDAYS[value.weekday()][:3]} {value.day} {MONTHS[value.month - 1][:3]}"


def full_date(value: date) -> str:
    """Return "24 November 2026"."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def clock_time(moment: datetime, zone: tzinfo | None = None) -> str:
    """Return "08:52"."""
    local = moment.astimezone(zone)
    return f"{local.hour:02d}:{local.minute:02d}"


def day_seen_from(value: date, today: date) -> str:
    """Return "Today", "Yesterday", "Tomorrow", "Fri 20 Nov", or with the year when it is another."""
    days = (value - today).days
    if -1 <= days <= 1:
        return NEARBY_DAYS[days + 1]
    return short_day(value) if value.year == today.year else full_date(value)


def moment_seen_from(moment: datetime, today: date, zone: tzinfo | None = None) -> str:
    """Return "Today, 08:52" or "Fri 20 Nov, 08:52"."""
    return f"{day_seen_from(local_date(moment, zone), today)}, {clock_time(moment, zone)}"


def mid_sentence(words: str) -> str:
    """Return words about a day as they stand inside a sentence: "begun today"."""
    first = words.split(",", maxsplit=1)[0]
    return words.replace(first, first.lower(), 1) if first in NEARBY_DAYS else words


def large_at_first(words: str) -> str:
    """Words that begin a line; what is written large in them (NHS) stays so."""
    return words[:1].upper() + words[1:]


def how_long_ago(value: date, today: date) -> str:
    """Return "today", "3 days ago", "5 weeks ago", "7 months ago", "2 years ago"."""
    days = (today - value).days
    if days <= 0:
        return "today"
    if days <= DAYS_SAID_IN_DAYS:
        return f"{count(days, 'day')} ago"
    if days <= DAYS_SAID_IN_WEEKS:
        return f"{count(days // 7, 'week')} ago"
    if days <= DAYS_SAID_IN_MONTHS:
        return f"{count(max(1, round(days / 30.44)), 'month')} ago"
    return f"{count(days // 365, 'year')} ago"


def greeting(moment: datetime, zone: tzinfo | None = None) -> str:
    """Return "Good morning", "Good afternoon" or "Good evening"."""
    hour = moment.astimezone(zone).hour
    if hour < NOON:
        return "Good morning"
    return "Good afternoon" if hour < EVENING else "Good evening"


def count(number: int, one: str, many: str = "") -> str:
    """Return "1 letter", "3 letters", "1,200 people"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def listed(parts: Sequence[str], last_word: str = "and") -> str:
    """Return "school", "school and home", "school, home and friends"."""
    if len(parts) < len(("first", "last")):
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {last_word} {parts[-1]}"


def masked_name(name: str) -> str:
    """Return up to three initials, as a person is shown while names are hidden: "A.K."."""
    return "".join(f"{part[0].upper()}." for part in name.replace("-", " ").split()[:MOST_INITIALS])
