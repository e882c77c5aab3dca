"""The seventeen tables of the UK's tabular package with their columns, and the descriptor that says so."""

from collections.abc import Mapping
from typing import Any

_ENUMS: Mapping[tuple[str, str], list[str]] = {
    ("services", "status"): ["active", "inactive", "defunct", "temporarily closed"],
    ("locations", "location_type"): ["physical", "postal", "virtual"],
    ("address", "address_type"): ["physical", "postal", "virtual"],
    ("schedule", "freq"): ["WEEKLY", "MONTHLY"],
}
_TYPES: Mapping[str, str] = {
    **dict.fromkeys(("minimum_age", "maximum_age", "latitude", "longitude", "amount"), "number"),
    **dict.fromkeys(("interval", "count"), "number"),
    **dict.fromkeys(("assured_date", "valid_from", "valid_to", "dtstart", "until"), "date"),
    **dict.fromkeys(("vrn_last_checked", "vrn_next_check"), "date"),
    **dict.fromkeys(("opens_at", "closes_at"), "time"),
    **dict.fromkeys(
        ("mask_exact_address", "vrn_is_closure", "vrn_not_stated", "vrn_as_said"), "boolean"
    ),
    **dict.fromkeys(("vrn_national", "vrn_self_referral"), "boolean"),
    "last_modified": "datetime",
}
_FORMATS: Mapping[str, str] = {"email": "email", "url": "uri", "website": "uri", "uri": "uri"}

COLUMNS: Mapping[str, tuple[str, str]] = {
    "organizations": (
        "id name description",
        "email website logo uri parent_organization_id vrn_not_stated",
    ),
    "services": (
        "id organization_id name status",
        (
            "description url email fees accreditations minimum_age maximum_age assured_date alert last_modified "
            "wait_time vrn_id vrn_description_html vrn_categories vrn_self_referral vrn_note vrn_caution vrn_bill "
            "vrn_national vrn_checked vrn_last_checked vrn_next_check"
        ),
    ),
    "attribute": ("id link_id taxonomy_term_id", "link_type"),
    "service_at_location": ("id service_id location_id", ""),
    "locations": (
        "id location_type",
        "name description latitude longitude external_identifier external_identifier_type mask_exact_address",
    ),
    "phones": ("id number", "contact_id description vrn_as_said"),
    "contacts": ("id", "service_id name title"),
    "address": (
        "id address_1 city state_province postal_code country address_type",
        "location_id attention region vrn_lines",
    ),
    "schedule": (
        "id",
        (
            "service_id service_at_location_id valid_from valid_to dtstart freq interval byday bymonthday "
            "description opens_at closes_at schedule_link attending_type notes until count vrn_is_closure"
        ),
    ),
    "funding": ("id", "service_id source"),
    "service_areas": ("id", "service_id name extent extent_type uri service_area"),
    "languages": ("id", "service_id phone_id name"),
    "accessibility": ("id", "location_id description details url accessibility"),
    "taxonomy_terms": ("id name description", "parent_id taxonomy taxonomy_id term_uri term"),
    "cost_options": ("id service_id", "valid_from valid_to option amount amount_description"),
    "organization_identifiers": (
        "id organization_id identifier_type identifier",
        "identifier_scheme",
    ),
    "taxonomies": ("id name description", "uri version"),
}
"""Each table's columns: those that every row fills, and the others."""
_NAMES: Mapping[str, str] = {
    "organizations": "organization",
    "services": "service",
    "locations": "location",
    "phones": "phone",
    "contacts": "contact",
    "service_areas": "service_area",
    "languages": "language",
    "taxonomy_terms": "taxonomy_term",
    "cost_options": "cost_option",
    "organization_identifiers": "organization_identifier",
    "taxonomies": "taxonomy",
}
_LINKS: Mapping[str, str] = {
    "organization_id": "organization",
    "service_id": "service",
    "location_id": "location",
    "contact_id": "contact",
    "taxonomy_term_id": "taxonomy_term",
    "service_at_location_id": "service_at_location",
}


def columns_of(table: str) -> list[str]:
    """The columns of a table in their order."""
    filled, other = COLUMNS[table]
    return [*filled.split(), *other.split()]


def descriptor() -> dict[str, Any]:
    """The package's `datapackage.json`."""
    return {
        "name": "human_services_data",
        "title": "Services in the tabular form of Open Referral UK 3.0",
        "profile": "tabular-data-package",
        "version": "3.0.0",
        "resources": [_resource(table) for table in COLUMNS],
    }


def _resource(table: str) -> dict[str, Any]:
    return {
        "name": _NAMES.get(table, table),
        "path": f"{table}.csv",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {
            "fields": [_field(table, column) for column in columns_of(table)],
            "primaryKey": "id",
            "foreignKeys": [
                {"fields": column, "reference": {"resource": _LINKS[column], "fields": "id"}}
                for column in columns_of(table)
                if column in _LINKS
            ],
        },
    }


def _field(table: str, column: str) -> dict[str, Any]:
    constraints: dict[str, Any] = {"required": column in COLUMNS[table][0].split()}
    if column == "id":
        constraints["unique"] = True
    if (table, column) in _ENUMS:
        constraints["enum"] = _ENUMS[table, column]
    field: dict[str, Any] = {"name": column, "type": _TYPES.get(column, "string")}
    form = (
        "uuid"
        if column == "id" or (column.endswith("_id") and column != "vrn_id")
        else _FORMATS.get(column)
    )
    if form and not (table == "service_areas" and column == "uri"):
        field["format"] = form
    return {**field, "constraints": constraints}
