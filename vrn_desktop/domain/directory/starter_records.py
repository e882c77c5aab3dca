"""The entries that come with the program, as the directory mirrors them so that one search finds all."""

import json
from dataclasses import asdict

from vrn_desktop.domain.directory.service_reading import ReadService
from vrn_desktop.domain.directory.service_record import (
    STARTER_SOURCE,
    ServicePhone,
    ServicePlace,
    ServiceRecord,
    ServiceSchedule,
    service_id,
)
from vrn_desktop.domain.letter_service import ContactKind, contact_kind
from vrn_desktop.domain.local_service import Reach, ServiceDirectory, ServiceEntry


def starter_services(content: ServiceDirectory) -> tuple[ReadService, ...]:
    """All entries of the content; their raw record is the entry itself, so that a change is noticed."""
    names = {category.id: category.name for category in content.categories}
    return tuple(
        ReadService(
            record=starter_record(entry, names.get(entry.category, "")),
            raw=json.dumps(asdict(entry), default=str, sort_keys=True, ensure_ascii=False),
        )
        for entry in content.entries
    )


def starter_record(entry: ServiceEntry, kind_name: str) -> ServiceRecord:
    """One entry as a record, found by the name of its kind too; without a name it has no kind.

    A contact that is a page is a page, any other words stand as a number.
    """
    contact = entry.contact or ""
    is_page = contact_kind(contact) is ContactKind.WEB
    hours = (ServiceSchedule(description=entry.opening_hours),) if entry.opening_hours else ()
    access = (ServicePlace(accessibility=(entry.access,)),) if entry.access else ()
    return ServiceRecord(
        id=service_id(STARTER_SOURCE, entry.id),
        source=STARTER_SOURCE,
        external_id=entry.id,
        name=entry.name,
        url=f"https://{contact}" if is_page and "//" not in contact else contact if is_page else "",
        phones=() if is_page or not contact else (ServicePhone(number=contact),),
        first_age=entry.first_age,
        last_age=entry.last_age,
        fees=entry.cost,
        schedules=hours,
        places=access,
        areas=(entry.area,) if entry.area else (),
        languages=tuple(part.strip() for part in entry.languages.split(",") if part.strip()),
        terms=(kind_name,) if kind_name else (),
        categories=(entry.category,) if kind_name else (),
        self_referral=entry.self_referral,
        wait=entry.wait,
        note=entry.note,
        caution=entry.caution,
        bill=entry.bill,
        workers_only=entry.workers_only,
        national=entry.reach is Reach.NATIONAL,
        checked=entry.checked,
        last_checked=entry.last_checked,
        next_check=entry.next_check,
    )
