"""A typed entry made into a service record; what the form does not show is kept as it was."""

from dataclasses import replace

from vrn_desktop.domain.directory.known_place import KnownPlace
from vrn_desktop.domain.directory.schedule_days import WEEKDAYS
from vrn_desktop.domain.directory.service_record import (
    Point,
    ServicePhone,
    ServicePlace,
    ServiceRecord,
    ServiceSchedule,
)
from vrn_desktop.domain.directory.whereabouts import streets_of, without_whereabouts
from vrn_desktop.presenters.directory.entry_checks import read_age, read_day, read_time
from vrn_desktop.presenters.directory.entry_form import (
    ALL_DAY,
    NUMBERS,
    EntryForm,
    first_place,
    form_of,
    is_note,
    is_simple,
)

_WEB = ("http://", "https://")


def record_of(form: EntryForm, base: ServiceRecord, place: KnownPlace | None) -> ServiceRecord:
    """The record of a form without problems; `place` is where its address lies.

    A secret address is in no text either, and no other place of a copied entry is kept beside it.
    """
    made = _as_typed(form, base, place)
    if not form.keep_secret:
        return made
    typed = ServicePlace(address=_listed(form.address), postcode=form.postcode.strip())
    return without_whereabouts(made, streets_of((typed, *base.places)))


def _as_typed(form: EntryForm, base: ServiceRecord, place: KnownPlace | None) -> ServiceRecord:
    before = form_of(base)
    numbers = tuple(
        ServicePhone(number=_line(typed.number), about=_line(typed.about))
        for typed in form.numbers
        if typed.number.strip()
    )
    cost_is_as_before = form.cost == before.cost
    return replace(
        base,
        name=_line(form.name),
        organisation=_line(form.organisation),
        description=form.what.strip(),
        description_html="" if form.what != before.what else base.description_html,
        phones=(*numbers, *base.phones[NUMBERS:]),
        url=_web_page(form.web_page),
        email=form.email.strip(),
        first_age=read_age(form.first_age),
        last_age=read_age(form.last_age),
        fees=_line(form.cost),
        costs=base.costs if cost_is_as_before else (),
        areas=_listed(form.area),
        national=form.national,
        places=_places(form, before, base, place),
        languages=_listed(form.languages),
        self_referral=form.self_referral,
        wait=_line(form.wait),
        categories=form.kinds,
        workers_only=form.workers_only,
        caution=_line(form.take_care),
        schedules=_schedules(form, before, base),
        checked_by=_line(form.checked_by),
        last_checked=read_day(form.checked_on),
        next_check=read_day(form.next_check),
    )


def _places(
    form: EntryForm, before: EntryForm, base: ServiceRecord, place: KnownPlace | None
) -> tuple[ServicePlace, ...]:
    typed = (form.address, form.postcode, form.keep_secret, form.access)
    if typed == (before.address, before.postcode, before.keep_secret, before.access):
        return base.places
    access = _listed(form.access)
    if form.keep_secret:
        return (ServicePlace(masked=True, accessibility=access),)
    moved = (form.address, form.postcode) != (before.address, before.postcode)
    one = first_place(base)
    point = one.point if not moved and one.point is not None else _point(place)
    address = tuple(_listed(form.address))
    postcode = " ".join(form.postcode.upper().split())
    if not (address or postcode or access or point):
        return base.places[1:]
    changed = replace(
        one,
        address=address,
        postcode=postcode,
        point=point,
        masked=False,
        accessibility=access,
    )
    return (changed, *base.places[1:])


def _point(place: KnownPlace | None) -> Point | None:
    return None if place is None else place.point


def _schedules(
    form: EntryForm, before: EntryForm, base: ServiceRecord
) -> tuple[ServiceSchedule, ...]:
    typed = (form.day_and_night, form.week, form.hours_note)
    if typed == (before.day_and_night, before.week, before.hours_note):
        return base.schedules
    kept = tuple(one for one in base.schedules if not is_simple(one) and not is_note(one))
    note = form.hours_note.strip()
    notes = (ServiceSchedule(description=note),) if note else ()
    return (*_week(form), *notes, *kept)


def _week(form: EntryForm) -> tuple[ServiceSchedule, ...]:
    if form.day_and_night:
        return (
            ServiceSchedule(freq="WEEKLY", byday=WEEKDAYS, opens_at=ALL_DAY, closes_at=ALL_DAY),
        )
    days = zip(form.week, WEEKDAYS, strict=True)
    read = [(read_time(day.opens), read_time(day.closes), code) for day, code in days]
    alike = dict.fromkeys(
        (opens, closes) for opens, closes, _ in read if None not in (opens, closes)
    )
    return tuple(
        ServiceSchedule(
            freq="WEEKLY",
            byday=tuple(code for *hours, code in read if tuple(hours) == span),
            opens_at=span[0],
            closes_at=span[1],
        )
        for span in alike
    )


def _web_page(text: str) -> str:
    tidy = text.strip()
    return f"https://{tidy}" if tidy and not tidy.casefold().startswith(_WEB) else tidy


def _listed(text: str) -> tuple[str, ...]:
    return tuple(
        part for part in (_line(part) for part in text.replace("\n", ",").split(",")) if part
    )


def _line(text: str) -> str:
    return " ".join(text.split())
