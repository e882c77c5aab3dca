"""What is still wrong in an entry of our own, one clear sentence a field."""

import re
from datetime import date, time

from vrn_desktop.domain.directory.postcode import postcode_key
from vrn_desktop.domain.directory.whereabouts import speaks_of_refuge
from vrn_desktop.presenters.directory.entry_form import DayHours, EntryForm, Field
from vrn_desktop.presenters.directory.service_filters import OLDEST
from vrn_desktop.presenters.wording import WEEKDAYS

LONGEST_NAME, LONGEST_TEXT = 200, 4_000
FEWEST_DIGITS = 3
NAME_MISSING = "Write the name by which people know it."
NAME_LONG = f"Shorten the name to {LONGEST_NAME} letters."
NUMBER_ODD = "Write the number with digits, such as 0116 496 0000. Words go beside it."
WEB_ODD = "Write the page as www.name.org or https://www.name.org, without spaces."
EMAIL_ODD = "Write the e-mail address as name@place.org."
AGES_ODD = "Write ages in whole years, for example 11 and 19."
AGES_ROUND = "The first age is higher than the last one. Turn them round."
POSTCODE_ODD = "This is not a postcode. Write it as LE1 1AA, or leave it empty."
REFUGE = (
    "This reads like a refuge, and nobody may find one through us. "
    "Tick “Keep the address secret”, or leave the address and the postcode empty."
)
DAY_ODD = "Write the day as 24/11/2026."
DAY_AHEAD = "This day has not come yet. When did somebody look?"
NEXT_FIRST = "The next check lies before the last one."
TIMES_ODD = "{day}: write times as 09:00 and 17:30, from and to."
PAST_MIDNIGHT = (
    "{day}: it closes before it opens. If it goes on past midnight, tick “past midnight”."
)

_NUMBER = re.compile(r"[+(]?[\d][\d ()+\-/]*")
_WEB = re.compile(r"(?:https?://)?[\w-]+(?:\.[\w-]+)+(?:[:/?#]\S*)?", re.IGNORECASE)
_EMAIL = re.compile(r"[^@\s]+@[\w-]+(?:\.[\w-]+)+")
_TIME = re.compile(r"([01]?\d|2[0-4])[:.]?([0-5]\d)?")
_DAY = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})")
_END_OF_DAY = 24


def problems_of(form: EntryForm, today: date) -> dict[Field, str]:
    """The fields that are not right yet; empty where the entry can be kept."""
    found = {
        Field.NAME: _name(form.name),
        Field.NUMBERS: _numbers(form),
        Field.WEB_PAGE: _matches(_WEB, form.web_page, WEB_ODD),
        Field.EMAIL: _matches(_EMAIL, form.email, EMAIL_ODD),
        Field.AGES: _ages(form),
        Field.POSTCODE: _refuge(form) or _postcode(form.postcode),
        Field.HOURS: _hours(form),
        Field.CHECKED_ON: _checked_on(form, today),
        Field.NEXT_CHECK: _next_check(form),
    }
    return {name: problem for name, problem in found.items() if problem}


def read_day(text: str) -> date | None:
    """A typed day, or None where it is none."""
    found = _DAY.fullmatch(text.strip())
    if found is None:
        return None
    day, month, year = (int(part) for part in found.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None


def read_time(text: str) -> time | None:
    """A typed time of day; 24:00 is midnight. None where it is none."""
    found = _TIME.fullmatch(text.strip())
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    if hour == _END_OF_DAY:
        return None if minute else time(0)
    return time(hour, minute)


def read_age(text: str) -> int | None:
    """A typed age; None where nothing is typed or it is none."""
    tidy = text.strip()
    return int(tidy) if tidy.isdecimal() and int(tidy) <= OLDEST else None


def _name(name: str) -> str:
    tidy = " ".join(name.split())
    if not tidy:
        return NAME_MISSING
    return NAME_LONG if len(tidy) > LONGEST_NAME else ""


def _numbers(form: EntryForm) -> str:
    for typed in form.numbers:
        number = typed.number.strip()
        digits = sum(letter.isdecimal() for letter in number)
        odd = _NUMBER.fullmatch(number) is None or digits < FEWEST_DIGITS
        if (number and odd) or (typed.about.strip() and not number):
            return NUMBER_ODD
    return ""


def _matches(shape: re.Pattern[str], text: str, problem: str) -> str:
    tidy = text.strip()
    return problem if tidy and shape.fullmatch(tidy) is None else ""


def _ages(form: EntryForm) -> str:
    first, last = read_age(form.first_age), read_age(form.last_age)
    if (form.first_age.strip() and first is None) or (form.last_age.strip() and last is None):
        return AGES_ODD
    return AGES_ROUND if first is not None and last is not None and first > last else ""


def _postcode(text: str) -> str:
    return POSTCODE_ODD if text.strip() and not postcode_key(text).half else ""


def _refuge(form: EntryForm) -> str:
    is_open = not form.keep_secret and bool(form.address.strip() or form.postcode.strip())
    return REFUGE if is_open and speaks_of_refuge(form.name, form.what) else ""


def _hours(form: EntryForm) -> str:
    if form.day_and_night:
        return ""
    problems = (_day(day, name) for day, name in zip(form.week, WEEKDAYS, strict=True))
    return next((problem for problem in problems if problem), "")


def _day(day: DayHours, name: str) -> str:
    if not (day.opens.strip() or day.closes.strip()):
        return ""
    opens, closes = read_time(day.opens), read_time(day.closes)
    if opens is None or closes is None:
        return TIMES_ODD.format(day=name)
    backwards = closes <= opens and closes != time(0)
    return PAST_MIDNIGHT.format(day=name) if backwards and not day.past_midnight else ""


def _checked_on(form: EntryForm, today: date) -> str:
    if not form.checked_on.strip():
        return ""
    day = read_day(form.checked_on)
    if day is None:
        return DAY_ODD
    return DAY_AHEAD if day > today else ""


def _next_check(form: EntryForm) -> str:
    if not form.next_check.strip():
        return ""
    day, before = read_day(form.next_check), read_day(form.checked_on)
    if day is None:
        return DAY_ODD
    return NEXT_FIRST if before is not None and day < before else ""
