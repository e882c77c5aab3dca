"""When a service is there: schedules of every dialect as rules, or as words where they are no rule."""

import re
from collections.abc import Iterator
from datetime import date

from vrn_desktop.content.service_feeds.day_and_clock import clock_of, day_of
from vrn_desktop.content.service_feeds.feed_fields import FeedFields
from vrn_desktop.content.service_feeds.feed_limits import MOST_SCHEDULES, TEXT
from vrn_desktop.domain.directory.service_record import ServiceSchedule

_LISTS = ("schedules", "regular_schedules", "regular_schedule", "schedule")
_HOLIDAYS = ("holiday_schedules", "holiday_schedule", "holiday_schedule_collection")
_HOLDING = frozenset({*_LISTS, *_HOLIDAYS})
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_SPELT = (
    "monday mon",
    "tuesday tue tues",
    "wednesday wed",
    "thursday thu thur thurs",
    "friday fri",
    "saturday sat",
    "sunday sun",
)
_DAY_NAMES = {
    name: code
    for code, names in zip(_DAYS, _SPELT, strict=True)
    for name in (code.casefold(), *names.split())
}
_BYDAY = re.compile(r"([+-]?\d{1,2})?([A-Z]{2})")
_MONTH_DAYS = 31
_MOST_INTERVAL = 520
_MOST_COUNT = 10_000


def schedules_of(*holders: FeedFields) -> tuple[ServiceSchedule, ...]:
    """The schedules of a service and of its places, each once; broken ones become their words."""
    found: dict[ServiceSchedule, None] = {}
    for holder in holders:
        if _HOLDING.isdisjoint(holder.values):
            continue
        for fields in holder.children(*_LISTS, most=MOST_SCHEDULES):
            found.setdefault(_regular(fields))
        for fields in holder.children(*_HOLIDAYS, most=MOST_SCHEDULES):
            found.setdefault(_holiday(fields))
    found.pop(ServiceSchedule(), None)
    return tuple(found)[:MOST_SCHEDULES]


def _regular(fields: FeedFields) -> ServiceSchedule:
    dtstart = day_of(fields, "dtstart", "dt_start")
    valid_from, valid_to = _validity(fields, "valid_from", "valid_to")
    opens, opens_broken = clock_of(fields, "opens_at", day=dtstart or valid_from)
    closes, closes_broken = clock_of(fields, "closes_at", day=dtstart or valid_from)
    freq, byday = _frequency(fields)
    interval = _whole(fields, "interval", 1, _MOST_INTERVAL) or 1
    words = _words(fields)
    rule = ServiceSchedule(
        freq=freq,
        interval=interval,
        byday=byday,
        bymonthday=_month_days(fields, freq),
        opens_at=opens,
        closes_at=closes,
        valid_from=valid_from,
        valid_to=valid_to,
        dtstart=dtstart,
        until=day_of(fields, "until"),
        count=_whole(fields, "count", 1, _MOST_COUNT),
        description=words,
        is_closure=fields.flag("vrn_is_closure") or False,
    )
    if opens_broken or closes_broken or not _is_a_rule(fields, rule):
        return _in_words(fields, rule)
    return rule


def _is_a_rule(fields: FeedFields, rule: ServiceSchedule) -> bool:
    """Whether days follow from it; what is missing for that is noted."""
    if rule.dtstart is not None:
        return True
    if rule.interval > 1:
        fields.warn(
            "interval", "every second or later time without a first day (dtstart): only words"
        )
        return False
    if rule.count is not None:
        fields.warn("count", "a number of times without a first day (dtstart): only words")
        return False
    if rule.freq and not rule.byday and not rule.bymonthday:
        fields.warn("byday", "no day is given: only words")
        return False
    return True


def _in_words(fields: FeedFields, rule: ServiceSchedule) -> ServiceSchedule:
    """A schedule that only speaks; without words of its own it says what stood in its fields."""
    words = rule.description
    if not words:
        days = fields.line("byday", "weekday") or ",".join(rule.byday)
        opens, closes = fields.line("opens_at"), fields.line("closes_at")
        words = " ".join(part for part in (days, opens and f"{opens} -", closes) if part)
    return ServiceSchedule(
        valid_from=rule.valid_from, valid_to=rule.valid_to, description=words.strip(" -")
    )


def _holiday(fields: FeedFields) -> ServiceSchedule:
    first, last = _validity(fields, "start_date", "end_date")
    closed = fields.flag("closed")
    opens, opens_broken = clock_of(fields, "opens_at", day=first)
    closes, closes_broken = clock_of(fields, "closes_at", day=first)
    words = fields.line("description", limit=TEXT)
    if first is None:
        return ServiceSchedule(description=words)
    if closed or (closed is None and opens is None):
        return ServiceSchedule(
            valid_from=first, valid_to=last or first, is_closure=True, description=words
        )
    if opens_broken or closes_broken:
        return ServiceSchedule(valid_from=first, valid_to=last or first, description=words)
    return ServiceSchedule(
        freq="WEEKLY",
        byday=_DAYS,
        opens_at=opens,
        closes_at=closes,
        valid_from=first,
        valid_to=last or first,
        description=words,
    )


def _validity(fields: FeedFields, first: str, last: str) -> tuple[date | None, date | None]:
    start, end = day_of(fields, first), day_of(fields, last)
    if start is not None and end is not None and start > end:
        fields.warn(first, "it begins after it ends: neither day is used")
        return None, None
    return start, end


def _words(fields: FeedFields) -> str:
    said = (fields.line("description", limit=TEXT), fields.line("notes", limit=TEXT))
    return " ".join(dict.fromkeys(part for part in said if part))


def _frequency(fields: FeedFields) -> tuple[str, tuple[str, ...]]:
    freq = fields.line("freq").upper()
    days = tuple(dict.fromkeys(_named_days(fields)))
    if freq == "DAILY" and not days:
        return "WEEKLY", _DAYS
    if freq in {"WEEKLY", "DAILY"} or ((not freq or freq.isdigit()) and days):
        return "WEEKLY", _plain_days(fields, days)
    if freq == "MONTHLY":
        return freq, days
    if freq:
        fields.warn("freq", "only weekly and monthly schedules are used")
    return "", ()


def _plain_days(fields: FeedFields, days: tuple[str, ...]) -> tuple[str, ...]:
    plain = tuple(dict.fromkeys(day[-2:] for day in days))
    if plain != days:
        fields.warn("byday", "a numbered day in a weekly schedule lost its number")
    return plain


def _named_days(fields: FeedFields) -> Iterator[str]:
    name, value = fields.named("byday", "by_day", "weekday")
    if value is None:
        return
    parts = value if isinstance(value, list) else re.split(r"[,;\s]+", fields.line(name))
    for part in parts[:50]:
        day = _day_code(str(part).strip(), numbered=name == "weekday")
        if day:
            yield day
        elif part:
            fields.warn(name, "this is not a day of the week")


def _day_code(part: str, *, numbered: bool) -> str | None:
    if numbered and part.isdecimal() and part.isascii():
        return _DAYS[int(part) - 1] if 1 <= int(part) <= len(_DAYS) else None
    named = _DAY_NAMES.get(part.casefold().split("/")[-1])
    if named:
        return named
    found = _BYDAY.fullmatch(part.upper())
    if found is None or found[2] not in _DAYS:
        return None
    number = int(found[1] or 0)
    return f"{number}{found[2]}" if number else found[2]


def _month_days(fields: FeedFields, freq: str) -> tuple[int, ...]:
    name, value = fields.named("bymonthday", "by_month_day")
    if value is None:
        return ()
    if freq != "MONTHLY":
        fields.warn(name, "days of the month do not belong in a weekly schedule and were dropped")
        return ()
    parts = value if isinstance(value, list) else fields.line(name).split(",")
    found = [_month_day(str(part).strip()) for part in parts[:62]]
    if None in found:
        fields.warn(name, "this is not a day of the month")
    return tuple(dict.fromkeys(day for day in found if day is not None))


def _month_day(text: str) -> int | None:
    if not re.fullmatch(r"[+-]?\d{1,2}", text, re.ASCII):
        return None
    return int(text) if 1 <= abs(int(text)) <= _MONTH_DAYS else None


def _whole(fields: FeedFields, name: str, least: int, most: int) -> int | None:
    number = fields.number(name)
    if number is None:
        return None
    if number.is_integer() and least <= number <= most:
        return int(number)
    fields.warn(name, f"a whole number from {least} to {most} is expected here")
    return None
