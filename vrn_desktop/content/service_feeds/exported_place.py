"""A place of a service as the standard writes it; a masked one is only said to be there."""

from typing import Any
from uuid import UUID, uuid5

from vrn_desktop.content.service_feeds.place_reading import NOT_STATED
from vrn_desktop.domain.directory.service_record import ServicePlace


def exported_place(key: str, place: ServicePlace, *, hidden: bool) -> dict[str, Any]:
    """The link of a service to a place. `hidden` masks it: neither name, nor address, nor point."""
    location: dict[str, Any] = {"id": _part(key, "location"), "location_type": str(place.kind)}
    if hidden or place.masked:
        location["mask_exact_address"] = True
    else:
        location |= _whereabouts(key, place)
    if place.accessibility:
        location["accessibility"] = [
            {"id": _part(key, f"access {n}"), "description": words}
            for n, words in enumerate(place.accessibility)
        ]
    return {"id": key, "location": location}


def _whereabouts(key: str, place: ServicePlace) -> dict[str, Any]:
    known: dict[str, Any] = {}
    if place.name:
        known["name"] = place.name
    if place.point is not None:
        known["latitude"], known["longitude"] = place.point.latitude, place.point.longitude
    if place.address or place.postcode:
        known["addresses"] = [_address(key, place)]
    return known


def _address(key: str, place: ServicePlace) -> dict[str, Any]:
    """The standard wants a street, a town and a county in every address; ours are lines."""
    lines = place.address
    address = {
        "id": _part(key, "address"),
        "address_1": lines[0] if lines else NOT_STATED,
        "city": lines[-1] if len(lines) > 1 else NOT_STATED,
        "state_province": NOT_STATED,
        "postal_code": place.postcode or NOT_STATED,
        "country": "GB",
        "address_type": "physical",
    }
    if lines:
        address["vrn_lines"] = "\n".join(lines)
    return address


def _part(key: str, kind: str) -> str:
    return str(uuid5(UUID(key), kind))
