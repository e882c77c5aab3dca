"""Dates and clock times as feeds write them; moments in UTC become the clock in London."""

import re
from datetime import UTC, date, datetime, time, tzinfo
from functools import cache, lru_cache

from dateutil.zoneinfo import get_zonefile_instance

from vrn_desktop.content.service_feeds.feed_fields import FeedFields

_ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_MOMENT = re.compile(
    r"(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?(Z|[+-]\d{2}:?\d{2})?"
)
_BRITISH_DAY = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
_CLOCK = re.compile(
    r"T?(\d{1,2})(?:[:.](\d{2}))?(?:[:.](\d{2}))?(?:\.\d+)?\s*(am|pm|a\.m\.|p\.m\.)?(Z|[+-]00:?00)?"
)
_FIRST_YEAR, _LAST_YEAR = 1900, 2200
_NOON, _DAY_END = 12, 24


def day_of(fields: FeedFields, *names: str) -> date | None:
    """The day of a field, None where none is given or it cannot be read (which is noted)."""
    name, value = fields.named(*names)
    if value is None:
        return None
    found = _day(str(value).strip()) if isinstance(value, str) else None
    if found is None or not _FIRST_YEAR <= found.year <= _LAST_YEAR:
        fields.warn(name, "this is not a day such as 2026-11-22")
        return None
    return found


def clock_of(fields: FeedFields, *names: str, day: date | None = None) -> tuple[time | None, bool]:
    """The clock time of a field, and whether something stands there that is none (which is noted).

    A time in UTC (`18:00Z`) is put on London's clock of `day`; without a day it is taken as it stands.
    """
    name, value = fields.named(*names)
    if value is None:
        return None, False
    text = str(value).strip() if isinstance(value, str) else ""
    found = _clock(text, day)
    if found is None:
        fields.warn(name, "this is not a time such as 18:30")
        return None, True
    if day is None and text.endswith("Z") and not _MOMENT.fullmatch(text):
        fields.warn(name, "a time in UTC without a day was taken as the clock in London")
    return found, False


@lru_cache(maxsize=4096)
def _day(text: str) -> date | None:
    try:
        if moment := _MOMENT.fullmatch(text):
            return _in_london(moment).date()
        if iso := _ISO_DAY.fullmatch(text):
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        if british := _BRITISH_DAY.fullmatch(text):
            return date(int(british[3]), int(british[2]), int(british[1]))
    except (ValueError, OverflowError):
        return None
    return None


@lru_cache(maxsize=4096)
def _clock(text: str, day: date | None) -> time | None:
    try:
        if moment := _MOMENT.fullmatch(text):
            return _in_london(moment).time()
        found = _CLOCK.fullmatch(text.casefold().replace("z", "Z").replace("t", "T"))
        if found is None or not (found[2] or found[4]):
            return None
        clock = time(_hour(int(found[1]), found[4]), int(found[2] or 0), int(found[3] or 0))
        if found[5] and day is not None:
            return _london(datetime.combine(day, clock, tzinfo=UTC)).time()
    except (ValueError, OverflowError):
        return None
    return clock


def _hour(hour: int, half: str | None) -> int:
    if half is None:
        return 0 if hour == _DAY_END else hour
    if not 1 <= hour <= _NOON:
        raise ValueError
    return hour % _NOON + (_NOON if half.startswith("p") else 0)


def _in_london(moment: re.Match[str]) -> datetime:
    zone = (moment[3] or "").replace("Z", "+00:00")
    read = datetime.fromisoformat(f"{moment[1]}T{moment[2]}{zone}")
    return read if read.tzinfo is None else _london(read)


def _london(moment: datetime) -> datetime:
    return moment.astimezone(_zone()).replace(tzinfo=None)


@cache
def _zone() -> tzinfo | None:
    """London's clock from the data that dateutil brings along: Windows has none of its own."""
    return get_zonefile_instance().get("Europe/London")
