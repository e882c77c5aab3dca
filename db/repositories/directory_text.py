"""A service record as compressed text, and back; what is not stated is not written."""

import json
import zlib
from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, fields
from datetime import date, time
from typing import Any

from vrn_desktop.domain.directory.service_record import (
    CostOption,
    PlaceKind,
    Point,
    ServicePhone,
    ServicePlace,
    ServiceRecord,
    ServiceSchedule,
    ServiceStatus,
)
from vrn_desktop.domain.local_service import CheckState

_FASTEST = 1
_MOST_KNOWN = 32_768
"""Bytes that the method looks back at most."""

_RECORD_KEYS = (
    b'"checked_by":","next_check":"2026-01-01","last_checked":"2026-01-01","modified_on":"2026-01-01",'
    b'"assured_on":"2026-01-01"}"national":true,"workers_only":true,"note":"","alert":"","wait":"",'
    b'"self_referral":true,"categories":["terms":["languages":["English"],"areas":["'
    b'"accessibility":["Step-free entrance"]}],"point":{"latitude":52.6,"longitude":-1.1},"postcode":"LE'
    b'"address":["places":[{"name":""closes_at":"17:00:00"}],"opens_at":"09:00:00",'
    b'{"freq":"WEEKLY","byday":["MO","TU","WE","TH","FR","SA","SU"],"schedules":['
    b'"costs":[{"amount":0.0,"words":"","fees":"Free","last_age":25,"first_age":11,'
    b'"phones":[{"number":"0","about":"","email":"info@","url":"https://www.",'
    b'"description_html":"<p></p><ul><li></li></ul>","description":"","organisation":"","name":"'
    b'"external_id":"","source":"feed-","id":"feed-'
)
"""What most records say, the usual last: short texts are compressed well only with it. Never change it."""

_FEED_KEYS = (
    b'"minimum_age": 11, "maximum_age": 25"taxonomy_term": {"id": "link_type": "service", "attributes": [{"'
    b'"phones": [{"id": "", "number": "contacts": [{"id": ""option": "", "amount": 0, "cost_options": [{"'
    b'"organization": {"id": ""languages": [{"id": "", "name": "English"}], "accessibility": [{"id": "'
    b'"country": "GB", "address_type": "physical"}]"postal_code": "", "state_province": "", "city": "", '
    b'"address_1": ""addresses": [{"id": "", "longitude": -1.1"latitude": 52.6, "location_type": "physical", '
    b'"location": {"id": "", "service_at_locations": [{"id": "", "service_areas": [{"id": "", '
    b'"closes_at": "17:00"}], "opens_at": "09:00", "byday": "MO,TU,WE,TH,FR", "interval": 1, '
    b'"freq": "WEEKLY", "schedules": [{"id": "", "last_modified": "2026-01-01T00:00:00Z", '
    b'"assured_date": "2026-01-01", "fees": "Free", "status": "active", "email": "", "url": "https://", '
    b'"description": "<p></p>", "name": "", {"id": "'
)
"""The same for the records of feeds. Never change it: what was written with it could not be read."""


@dataclass(frozen=True, slots=True)
class KeptService:
    """A record and the publisher's own, compressed; the second is read with the help of the first."""

    record: bytes
    raw: bytes


def write_service(record: ServiceRecord, raw: str) -> KeptService:
    """Both as they are kept."""
    plain = _encode(_stated(record)).encode("ascii")
    return KeptService(
        _packed(plain, _RECORD_KEYS),
        _packed(raw.encode("utf-8", "surrogatepass"), _FEED_KEYS + plain),
    )


def read_raw(kept: KeptService) -> str:
    """The publisher's own record; odd signs of feeds come back as they were."""
    plain = _unpacked(kept.record, _RECORD_KEYS)
    return _unpacked(kept.raw, _FEED_KEYS + plain).decode("utf-8", "surrogatepass")


def read_service(packed: bytes) -> ServiceRecord:
    """The record that was kept."""
    kept: dict[str, Any] = json.loads(_unpacked(packed, _RECORD_KEYS))
    for name, read in _READERS.items():
        if name in kept:
            kept[name] = read(kept[name])
    return ServiceRecord(**kept)


def _packed(plain: bytes, known: bytes) -> bytes:
    packing = zlib.compressobj(_FASTEST, zdict=known[-_MOST_KNOWN:])
    return packing.compress(plain) + packing.flush()


def _unpacked(packed: bytes, known: bytes) -> bytes:
    return zlib.decompressobj(zdict=known[-_MOST_KNOWN:]).decompress(packed)


_encode = json.JSONEncoder(separators=(",", ":"), default=lambda value: _plain(value)).encode  # noqa: PLW0108


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date | time) else _stated(value)


def _stated(part: Any) -> dict[str, Any]:
    return {
        name: value for name, usual in _USUAL[type(part)] if (value := getattr(part, name)) != usual
    }


_USUAL: Mapping[type, tuple[tuple[str, Any], ...]] = {
    kind: tuple((f.name, f.default if f.default is not MISSING else MISSING) for f in fields(kind))
    for kind in (ServiceRecord, ServiceSchedule, ServicePlace, ServicePhone, CostOption, Point)
}


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _phones(kept: list[dict[str, Any]]) -> tuple[ServicePhone, ...]:
    return tuple(ServicePhone(**phone) for phone in kept)


def _costs(kept: list[dict[str, Any]]) -> tuple[CostOption, ...]:
    return tuple(CostOption(**cost) for cost in kept)


_TUPLES = ("byday", "bymonthday")
_TIMES = ("opens_at", "closes_at")
_DAYS = ("valid_from", "valid_to", "dtstart", "until")


def _schedules(kept: list[dict[str, Any]]) -> tuple[ServiceSchedule, ...]:
    for schedule in kept:
        for names, read in _SCHEDULE_READERS:
            for name in names:
                if name in schedule:
                    schedule[name] = read(schedule[name])
    return tuple(ServiceSchedule(**schedule) for schedule in kept)


_SCHEDULE_READERS: tuple[tuple[tuple[str, ...], Callable[[Any], Any]], ...] = (
    (_TUPLES, tuple),
    (_TIMES, time.fromisoformat),
    (_DAYS, date.fromisoformat),
)


def _places(kept: list[dict[str, Any]]) -> tuple[ServicePlace, ...]:
    for place in kept:
        if "kind" in place:
            place["kind"] = PlaceKind(place["kind"])
        if "point" in place:
            place["point"] = Point(**place["point"])
        for name in ("address", "accessibility"):
            if name in place:
                place[name] = tuple(place[name])
    return tuple(ServicePlace(**place) for place in kept)


_READERS: Mapping[str, Callable[[Any], Any]] = {
    "status": ServiceStatus,
    "checked": CheckState,
    "phones": _phones,
    "costs": _costs,
    "schedules": _schedules,
    "places": _places,
    "areas": tuple,
    "languages": tuple,
    "terms": tuple,
    "categories": tuple,
    "assured_on": _day,
    "modified_on": _day,
    "last_checked": _day,
    "next_check": _day,
}
