"""Invented services of the directory for tests; numbers and addresses belong to nobody."""

from datetime import date, time
from typing import Any

from vrn_desktop.domain.directory.service_reading import ReadService
from vrn_desktop.domain.directory.service_record import (
    CostOption,
    DirectorySource,
    Point,
    ServicePhone,
    ServicePlace,
    ServiceRecord,
    ServiceSchedule,
    SourceKind,
    service_id,
)
from vrn_desktop.domain.identifiers import CategoryId, SourceId

FEED = SourceId("brightwater")
SOURCE = DirectorySource(
    id=FEED,
    kind=SourceKind.FEED,
    name="Brightwater Council",
    address="https://feed.example/services",
    licence="OGL 3.0",
    etag='"abc"',
    last_modified="Mon, 23 Nov 2026 09:00:00 GMT",
)
MIDDLE = Point(52.63, -1.13)


def invented_record(number: int = 1, **changes: Any) -> ServiceRecord:
    """A service with everything stated; `changes` says what is different."""
    source = changes.pop("source", FEED)
    external = changes.pop("external_id", f"S{number}")
    usual: dict[str, Any] = {
        "name": f"Harbour Boxing Gym {number}",
        "organisation": "Harbour Trust",
        "description": "A friendly space for young people.",
        "description_html": "<p>A friendly space for <em>young people</em>.</p>",
        "url": "https://harbour.example/gym",
        "email": "hello@harbour.example",
        "phones": (ServicePhone(number="01632 960123", about="office"),),
        "first_age": 11,
        "last_age": 18,
        "fees": "Free",
        "costs": (CostOption(amount=0.0, words="a session"),),
        "schedules": (weekly("MO", "TU", "WE", "TH", "FR"),),
        "places": (invented_place(),),
        "areas": ("Braunstone",),
        "languages": ("English", "Polish"),
        "terms": ("Sport",),
        "categories": (CategoryId("activities"),),
        "self_referral": True,
        "wait": "two weeks",
        "assured_on": date(2026, 11, 1),
        "last_checked": date(2026, 10, 1),
        "checked_by": "Ash Sample",
        "next_check": date(2027, 1, 1),
    }
    return ServiceRecord(
        id=service_id(source, external), source=source, external_id=external, **{**usual, **changes}
    )


def invented_place(point: Point | None = MIDDLE, **changes: Any) -> ServicePlace:
    """A place with an address."""
    usual: dict[str, Any] = {
        "name": "Harbour Hall",
        "address": ("1 Invented Road", "Leicester"),
        "postcode": "LE3 1AA",
        "accessibility": ("Step-free entrance",),
    }
    return ServicePlace(point=point, **{**usual, **changes})


def weekly(
    *days: str, opens: time | None = time(9), closes: time | None = time(17), **more: Any
) -> ServiceSchedule:
    """Hours that are the same every week."""
    return ServiceSchedule(freq="WEEKLY", byday=days, opens_at=opens, closes_at=closes, **more)


def read(record: ServiceRecord, raw: str = "") -> ReadService:
    """The record as it comes from a feed."""
    return ReadService(record=record, raw=raw or f'{{"id": "{record.external_id}", "v": 1}}')
