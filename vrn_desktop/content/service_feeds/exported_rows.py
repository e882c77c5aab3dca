"""An exported service taken apart into the rows of the tabular package."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

Row = tuple[str, dict[str, str]]

_NOT_STATED = {
    "id": "0f0b7e2c-2f6d-5d0a-8c39-6f5f6f3f4b11",
    "name": "Not stated",
    "description": "Not stated",
    "vrn_not_stated": True,
}
"""The organisation of services that name none: the package wants one for each."""
_TABLES_OF_A_SERVICE = {
    "schedules": "schedule",
    "service_areas": "service_areas",
    "languages": "languages",
    "cost_options": "cost_options",
}
_TABLES_OF_A_PLACE = {"addresses": "address", "accessibility": "accessibility"}


def rows_of_service(nested: dict[str, Any]) -> Iterator[Row]:
    """The rows of one service with the tables they belong to; shared rows come with every service."""
    key = nested["id"]
    organisation = nested.get("organization", _NOT_STATED)
    yield "organizations", _cells(organisation)
    yield "services", _cells({**nested, "organization_id": organisation["id"]})
    for name, table in _TABLES_OF_A_SERVICE.items():
        for entry in nested.get(name, ()):
            yield table, _cells({**entry, "service_id": key})
    for contact in nested.get("contacts", ()):
        yield "contacts", _cells({**contact, "service_id": key})
        for phone in contact["phones"]:
            yield "phones", _cells({**phone, "contact_id": contact["id"]})
    for attribute in nested.get("attributes", ()):
        yield "taxonomy_terms", _cells(attribute["taxonomy_term"])
        yield "attribute", _cells(attribute)
    for at in nested.get("service_at_locations", ()):
        yield from _place(key, at)


def _place(service: str, at: dict[str, Any]) -> Iterator[Row]:
    location = at["location"]
    yield "locations", _cells(location)
    yield (
        "service_at_location",
        {"id": at["id"], "service_id": service, "location_id": location["id"]},
    )
    for name, table in _TABLES_OF_A_PLACE.items():
        for entry in location.get(name, ()):
            yield table, _cells({**entry, "location_id": location["id"]})


def _cells(values: dict[str, Any]) -> dict[str, str]:
    """The plain values as text, and lists of words with commas; nested records have their own tables."""
    return {
        name: _cell(value)
        for name, value in values.items()
        if not isinstance(value, dict) and not (isinstance(value, list) and _is_nested(value))
    }


def _is_nested(values: list[Any]) -> bool:
    return any(isinstance(value, dict) for value in values)


def _cell(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return format(Decimal(repr(value)), "f")
    return ",".join(value) if isinstance(value, list) else str(value)
