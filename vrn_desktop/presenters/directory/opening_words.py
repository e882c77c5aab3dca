"""When somebody is there, in words: now, next, and the week."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from vrn_desktop.domain.directory.next_opening import next_opening, open_until
from vrn_desktop.domain.directory.opening_hours import is_round_the_clock, london, open_state
from vrn_desktop.domain.directory.schedule_days import named_days
from vrn_desktop.domain.directory.service_query import OpenState
from vrn_desktop.domain.directory.service_record import ServiceSchedule
from vrn_desktop.presenters.wording import WEEKDAYS, full_date, listed, short_day

NOT_KNOWN = "Hours not known"
ALWAYS = "Open day and night"
CALL_FIRST = "Bank holiday: call before you go"
_EVERY = "Every day"
_NTH = {1: "First", 2: "Second", 3: "Third", 4: "Fourth", 5: "Fifth", -1: "Last"}
_UNITS = {"DAILY": "day", "WEEKLY": "week", "MONTHLY": "month", "YEARLY": "year"}
_DAYS_IN_A_WEEK = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursLine:
    """One line of the week: which days, and what holds for them."""

    days: str
    hours: str


def now_words(schedules: Sequence[ServiceSchedule], at: datetime) -> str:
    """Whether somebody is there now, and until when or from when on."""
    state = open_state(schedules, at)
    if state is OpenState.BANK_HOLIDAY:
        return CALL_FIRST
    if state is OpenState.NOT_KNOWN:
        return NOT_KNOWN
    if state is OpenState.OPEN:
        if is_round_the_clock(schedules):
            return ALWAYS
        end = open_until(schedules, at)
        return f"Open now until {_clock(end)}" if end is not None else "Open now"
    opens = next_opening(schedules, at)
    return f"Closed. Opens {_when(opens, at)}" if opens is not None else "Closed now"


def week_lines(schedules: Sequence[ServiceSchedule], today: date) -> tuple[HoursLine, ...]:
    """The week from Monday, then what is not every week, then when it is shut; nothing is guessed."""
    valid = [one for one in schedules if one.valid_to is None or one.valid_to >= today]
    if is_round_the_clock(valid):
        return (HoursLine(days=_EVERY, hours="day and night"),)
    weekly = [one for one in valid if _is_weekly(one)]
    lines = [*_weekdays(weekly)]
    lines += [_other(one) for one in valid if one not in weekly and not one.is_closure]
    lines += [_closure(one) for one in valid if one.is_closure]
    return tuple(dict.fromkeys(line for line in lines if line.days or line.hours))


def span_words(opens: time | None, closes: time | None) -> str:
    """Return "09:00 to 17:00"; past midnight it says so."""
    if opens is None or closes is None:
        return "times not given"
    late = " the next morning" if closes <= opens and closes != time(0) else ""
    until = "midnight" if closes == time(0) else f"{closes:%H:%M}"
    return f"{opens:%H:%M} to {until}{late}"


def _weekdays(weekly: Sequence[ServiceSchedule]) -> Iterator[HoursLine]:
    if not weekly:
        return
    spans: list[str] = []
    for number in range(_DAYS_IN_A_WEEK):
        mine = [one for one in weekly if _names(one, number)]
        mine.sort(key=lambda one: one.opens_at or time(0))
        spans.append(", ".join(dict.fromkeys(_with_validity(one) for one in mine)) or "closed")
    first = 0
    for number in range(1, _DAYS_IN_A_WEEK + 1):
        if number == _DAYS_IN_A_WEEK or spans[number] != spans[first]:
            yield HoursLine(days=_from_to(first, number - 1), hours=spans[first])
            first = number


def _from_to(first: int, last: int) -> str:
    if first == last:
        return WEEKDAYS[first]
    if (first, last) == (0, _DAYS_IN_A_WEEK - 1):
        return _EVERY
    return f"{WEEKDAYS[first]} to {WEEKDAYS[last]}"


def _with_validity(one: ServiceSchedule) -> str:
    words = span_words(one.opens_at, one.closes_at)
    from_words = f"from {full_date(one.valid_from)}" if one.valid_from is not None else ""
    to_words = f"until {full_date(one.valid_to)}" if one.valid_to is not None else ""
    said = " ".join(filter(None, (from_words, to_words)))
    return f"{words} ({said})" if said else words


def _other(one: ServiceSchedule) -> HoursLine:
    """What does not come every week, or has no times: its own words first."""
    hours = "" if one.opens_at is None else span_words(one.opens_at, one.closes_at)
    return HoursLine(days=_rule(one), hours="; ".join(filter(None, (hours, one.description))))


def _rule(one: ServiceSchedule) -> str:
    days = listed([f"{_NTH.get(nth, '')} {WEEKDAYS[day]}".strip() for day, nth in named_days(one)])
    unit = _UNITS.get(one.freq.upper(), "")
    if not unit:
        return full_date(one.dtstart) if one.dtstart is not None else days
    if unit == "month" and days:
        return (
            f"{days} of the month" if one.interval == 1 else f"{days}, every {one.interval} months"
        )
    often = f"Every {unit}" if one.interval == 1 else f"Every {one.interval} {unit}s"
    return f"{often}, {days}" if days else often


def _closure(one: ServiceSchedule) -> HoursLine:
    first = one.dtstart or one.valid_from
    last = one.valid_to or first
    if first is None:
        return HoursLine(days=_rule(one), hours=one.description or "closed")
    until = f" to {full_date(last)}" if last is not None and last != first else ""
    return HoursLine(days=f"{full_date(first)}{until}", hours=one.description or "closed")


def _is_weekly(one: ServiceSchedule) -> bool:
    every_day = one.freq.upper() == "DAILY" and one.interval == 1
    by_day = one.freq.upper() == "WEEKLY" and one.interval == 1 and bool(named_days(one))
    return not one.is_closure and one.opens_at is not None and (every_day or by_day)


def _names(one: ServiceSchedule, number: int) -> bool:
    days = named_days(one)
    return not days or any(day == number for day, _ in days)


def _when(opens: datetime, at: datetime) -> str:
    day, _ = london(opens)
    today, _ = london(at)
    ahead = (day - today).days
    if ahead == 0:
        return f"today {_clock(opens)}"
    if ahead == 1:
        return f"tomorrow {_clock(opens)}"
    name = WEEKDAYS[day.weekday()] if ahead < _DAYS_IN_A_WEEK else short_day(day)
    return f"{name} {_clock(opens)}"


def _clock(moment: datetime) -> str:
    _, minute = london(moment)
    return f"{minute // 60:02d}:{minute % 60:02d}"
