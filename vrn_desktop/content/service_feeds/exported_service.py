"""A service of the directory as a nested record of Open Referral UK 3.0, valid against its schema.

What the standard has no field for stands under HSDS's name where there is one (`wait_time`, `phones`), else
under `vrn_...`. Ids are made of the service's own, so that two exports of the same services are the same.
"""

import re
from typing import Any
from uuid import UUID, uuid5

from vrn_desktop.content.service_feeds.exported_place import exported_place
from vrn_desktop.content.service_feeds.phone_reading import is_a_number
from vrn_desktop.domain.directory.service_record import ServiceRecord, ServiceSchedule
from vrn_desktop.domain.directory.whereabouts import (
    speaks_of_refuge,
    streets_of,
    without_whereabouts,
)

_OURS = UUID("6f7f0f3e-5f0c-5b8e-9f7e-3d1f2f6a9c41")
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")

Nested = dict[str, Any]


def may_be_exported(record: ServiceRecord) -> bool:
    """Whether a service may leave the program: one for workers only never does."""
    return not record.workers_only


class ExportedIds:
    """Ids for the world: the publisher's own where that is a UUID, else one made of our key.

    Two feeds may hold the same service; the second to be exported gets an id of its own.
    """

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def of(self, record: ServiceRecord) -> tuple[str, str]:
        """The id, and the publisher's own where it is another and not taken."""
        own, made = record.external_id, str(uuid5(_OURS, record.id))
        is_taken = own.casefold() in self._taken
        self._taken.add(own.casefold())
        if is_taken:
            return made, ""
        return (own, "") if _UUID.fullmatch(own) else (made, own)


def exported_service(record: ServiceRecord, ids: ExportedIds) -> Nested:
    """The nested record of a service that may be exported."""
    key, own_id = ids.of(record)
    hidden = speaks_of_refuge(record.name, record.description, *record.terms)
    if hidden or any(place.masked for place in record.places):
        record = without_whereabouts(record, streets_of(record.places) if hidden else ())
    nested: Nested = {
        "id": key,
        "name": record.name,
        "description": record.description,
        "url": record.url,
        "email": record.email,
        "status": str(record.status),
        "fees": record.fees,
        "minimum_age": record.first_age,
        "maximum_age": record.last_age,
        "assured_date": _day(record.assured_on),
        "alert": record.alert,
        "last_modified": f"{record.modified_on}T00:00:00Z" if record.modified_on else None,
        "wait_time": record.wait,
        "organization": _organisation(record.organisation),
        "schedules": [_schedule(key, n, entry) for n, entry in enumerate(record.schedules)],
        "service_areas": [{"id": _part(key, "area", area), "name": area} for area in record.areas],
        "service_at_locations": [
            exported_place(_part(key, "place", n), place, hidden=hidden)
            for n, place in enumerate(record.places)
        ],
        "languages": [
            {"id": _part(key, "language", name), "name": name} for name in record.languages
        ],
        "cost_options": [
            _filled(
                {
                    "id": _part(key, "cost", n),
                    "amount": cost.amount,
                    "amount_description": cost.words,
                }
            )
            for n, cost in enumerate(record.costs)
        ],
        "contacts": _contacts(key, record),
        "attributes": [_attribute(key, term) for term in record.terms],
        **_own_fields(record, own_id),
    }
    return _filled(nested)


def _own_fields(record: ServiceRecord, own_id: str) -> Nested:
    return {
        "vrn_id": own_id,
        "vrn_description_html": record.description_html,
        "vrn_categories": list(record.categories) or ["none"],
        "vrn_self_referral": record.self_referral,
        "vrn_note": record.note,
        "vrn_caution": record.caution,
        "vrn_bill": record.bill,
        "vrn_national": record.national,
        "vrn_checked": str(record.checked),
        "vrn_last_checked": _day(record.last_checked),
        "vrn_next_check": _day(record.next_check),
    }


def _organisation(name: str) -> Nested | None:
    return (
        {"id": str(uuid5(_OURS, f"organisation {name}")), "name": name, "description": name}
        if name
        else None
    )


def _contacts(key: str, record: ServiceRecord) -> list[Nested]:
    phones = [
        _filled(
            {
                "id": _part(key, "phone", n),
                "number": phone.number,
                "description": phone.about,
                "vrn_as_said": None if is_a_number(phone.number) else True,
            }
        )
        for n, phone in enumerate(record.phones)
    ]
    return [{"id": _part(key, "contact", 0), "phones": phones}] if phones else []


def _attribute(key: str, term: str) -> Nested:
    named = str(uuid5(_OURS, f"term {term}"))
    return {
        "id": _part(key, "term", term),
        "link_id": key,
        "link_type": "service",
        "taxonomy_term_id": named,
        "taxonomy_term": {"id": named, "name": term, "description": term},
    }


def _schedule(key: str, number: int, schedule: ServiceSchedule) -> Nested:
    return _filled(
        {
            "id": _part(key, "schedule", number),
            "freq": schedule.freq,
            "interval": schedule.interval if schedule.freq or schedule.interval > 1 else None,
            "byday": ",".join(schedule.byday),
            "bymonthday": ",".join(str(day) for day in schedule.bymonthday),
            "opens_at": _day(schedule.opens_at),
            "closes_at": _day(schedule.closes_at),
            "valid_from": _day(schedule.valid_from),
            "valid_to": _day(schedule.valid_to),
            "dtstart": _day(schedule.dtstart),
            "until": _day(schedule.until),
            "count": schedule.count,
            "description": schedule.description,
            "vrn_is_closure": schedule.is_closure or None,
        }
    )


def _day(value: Any) -> str | None:
    return None if value is None else str(value.isoformat())


def _part(key: str, kind: str, which: object) -> str:
    return str(uuid5(_OURS, f"{key} {kind} {which}"))


def _filled(nested: Nested) -> Nested:
    """Without what is not there: the standard asks to leave it out."""
    return {
        name: value for name, value in nested.items() if value is not None and value not in ("", [])
    }
