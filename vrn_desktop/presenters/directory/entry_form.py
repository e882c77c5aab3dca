"""An entry of our own as it is typed: texts, ticks and a week of hours."""

from dataclasses import dataclass, field, replace
from datetime import date, time
from enum import StrEnum

from vrn_desktop.domain.directory.offered_entry import access_of
from vrn_desktop.domain.directory.schedule_days import WEEKDAYS, named_days
from vrn_desktop.domain.directory.service_record import ServicePlace, ServiceRecord, ServiceSchedule
from vrn_desktop.domain.identifiers import CategoryId

NUMBERS = 3
"""Telephone numbers the form has room for; further ones of a copied entry are kept as they are."""
ALL_DAY = time(0)


class Field(StrEnum):
    """A field that can be wrong, by the name the form gives it."""

    NAME = "name"
    NUMBERS = "numbers"
    WEB_PAGE = "web_page"
    EMAIL = "email"
    AGES = "ages"
    POSTCODE = "postcode"
    HOURS = "hours"
    CHECKED_ON = "checked_on"
    NEXT_CHECK = "next_check"


@dataclass(frozen=True, slots=True, kw_only=True)
class DayHours:
    """One day of the week: from and to as "09:00", and whether it goes on past midnight."""

    opens: str = ""
    closes: str = ""
    past_midnight: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedNumber:
    """A number and what it is for."""

    number: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryForm:
    """Everything a worker can say of a service; days are as "24/11/2026"."""

    name: str = ""
    organisation: str = ""
    what: str = ""
    numbers: tuple[TypedNumber, ...] = (TypedNumber(),) * NUMBERS
    web_page: str = ""
    email: str = ""
    first_age: str = ""
    last_age: str = ""
    cost: str = ""
    area: str = ""
    national: bool = False
    address: str = ""
    postcode: str = ""
    keep_secret: bool = False
    access: str = ""
    languages: str = ""
    self_referral: bool | None = None
    wait: str = ""
    kinds: tuple[CategoryId, ...] = ()
    workers_only: bool = False
    take_care: str = ""
    day_and_night: bool = False
    week: tuple[DayHours, ...] = field(default=(DayHours(),) * len(WEEKDAYS))
    hours_note: str = ""
    checked_by: str = ""
    checked_on: str = ""
    next_check: str = ""


def form_of(record: ServiceRecord) -> EntryForm:
    """The form of an entry."""
    place = first_place(record)
    typed = [TypedNumber(number=one.number, about=one.about) for one in record.phones[:NUMBERS]]
    form = EntryForm(
        name=record.name,
        organisation=record.organisation,
        what=record.description,
        numbers=(*typed, *(TypedNumber(),) * (NUMBERS - len(typed))),
        web_page=record.url,
        email=record.email,
        first_age=_number(record.first_age),
        last_age=_number(record.last_age),
        cost=record.fees,
        area=", ".join(record.areas),
        national=record.national,
        address=", ".join(place.address),
        postcode=place.postcode,
        keep_secret=place.masked,
        access=", ".join(dict.fromkeys(access_of(record))),
        languages=", ".join(record.languages),
        self_referral=record.self_referral,
        wait=record.wait,
        kinds=record.categories,
        workers_only=record.workers_only,
        take_care=record.caution,
        checked_by=record.checked_by,
        checked_on=typed_day(record.last_checked),
        next_check=typed_day(record.next_check),
    )
    return _with_hours(form, record)


def first_place(record: ServiceRecord) -> ServicePlace:
    """The place the form shows; an empty one where there is none."""
    return next(iter(record.places), ServicePlace())


def typed_day(day: date | None) -> str:
    """A day as it is typed: "24/11/2026"."""
    return "" if day is None else f"{day:%d/%m/%Y}"


def with_day(form: EntryForm, number: int, day: DayHours) -> EntryForm:
    """The form with the hours of one day of the week (Monday is 0)."""
    week = tuple(day if n == number else one for n, one in enumerate(form.week))
    return replace(form, week=week)


def with_number(form: EntryForm, place: int, number: TypedNumber) -> EntryForm:
    """The form with one of its numbers."""
    numbers = tuple(number if n == place else one for n, one in enumerate(form.numbers))
    return replace(form, numbers=numbers)


def is_simple(one: ServiceSchedule) -> bool:
    """Whether the form's week can show it: every week, by days, with both times."""
    return (
        one.freq.upper() == "WEEKLY"
        and one.interval == 1
        and not one.is_closure
        and one.opens_at is not None
        and one.closes_at is not None
        and bool(one.byday)
        and all(not nth for _, nth in named_days(one))
    )


def is_note(one: ServiceSchedule) -> bool:
    """Whether it only says something in words."""
    return not one.freq and one.opens_at is None and not one.is_closure and bool(one.description)


def _with_hours(form: EntryForm, record: ServiceRecord) -> EntryForm:
    simple = tuple(one for one in record.schedules if is_simple(one))
    always = any(
        len(one.byday) == len(WEEKDAYS) and one.opens_at == one.closes_at == ALL_DAY
        for one in simple
    )
    notes = [one.description for one in record.schedules if is_note(one)]
    days = () if always else simple
    return replace(
        form,
        day_and_night=always,
        week=tuple(_day(days, number) for number in range(len(WEEKDAYS))),
        hours_note=next(iter(notes), ""),
    )


def _day(simple: tuple[ServiceSchedule, ...], number: int) -> DayHours:
    for one in simple:
        if one.opens_at is None or one.closes_at is None:
            continue
        if any(day == number for day, _ in named_days(one)):
            return DayHours(
                opens=f"{one.opens_at:%H:%M}",
                closes=f"{one.closes_at:%H:%M}",
                past_midnight=one.closes_at <= one.opens_at,
            )
    return DayHours()


def _number(value: int | None) -> str:
    return "" if value is None or value < 0 else str(value)
