"""A service record as compressed text, and back; what is not stated is not written."""

import json
import zlib
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
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


def pack_text(text: str) -> bytes:
    """Text as it is kept; odd signs of feeds come back as they were."""
    return zlib.compress(text.encode("utf-8", "surrogatepass"), _FASTEST)


def unpack_text(packed: bytes) -> str:
    """The text that was kept."""
    return zlib.decompress(packed).decode("utf-8", "surrogatepass")


def write_service(record: ServiceRecord) -> bytes:
    """A record as it is kept."""
    return zlib.compress(_encode(_stated(record)).encode("ascii"), _FASTEST)


def read_service(packed: bytes) -> ServiceRecord:
    """The record that was kept."""
    kept: dict[str, Any] = json.loads(zlib.decompress(packed))
    for name, read in _READERS.items():
        if name in kept:
            kept[name] = read(kept[name])
    return ServiceRecord(**kept)


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
