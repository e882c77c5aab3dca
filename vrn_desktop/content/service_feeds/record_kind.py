"""What a record of a feed is: a service, something that holds services, or something else."""

from collections.abc import Iterator, Mapping
from typing import Any

_SURELY_SERVICE = frozenset(
    {"status", "organization", "organisation", "organization_id", "fees", "minimum_age"}
    | {"service_at_locations", "eligibilitys", "service_taxonomys", "cost_options"}
)
_OTHERS: tuple[tuple[str, frozenset[str]], ...] = (
    (
        "descriptions of a feed",
        frozenset({"openapi_url", "openapi", "swagger", "properties", "resources", "definitions"}),
    ),
    ("terms of a taxonomy", frozenset({"term_uri", "taxonomy_detail", "vocabulary", "parent_id"})),
    ("taxonomies", frozenset({"taxonomy_terms", "version"})),
    (
        "organisations",
        frozenset({"organization_identifiers", "parent_organization_id", "legal_status", "logo"}),
    ),
    ("places", frozenset({"location_type", "latitude", "physical_addresses"})),
    ("where services are given", frozenset({"location_id", "service_id"})),
)


def services_in(record: Any) -> Iterator[Any]:
    """The services a record is or holds; an organisation hands its own record down to them."""
    if not isinstance(record, Mapping):
        yield record
    elif isinstance(record.get("service"), Mapping) and "name" not in record:
        at = {key: value for key, value in record.items() if key != "service"}
        yield {**record["service"], "service_at_locations": [at]}
    elif _holds_services(record):
        organisation = {key: value for key, value in record.items() if key != "services"}
        for service in record["services"]:
            if isinstance(service, Mapping) and "organization" not in service:
                yield {**service, "organization": organisation}
            else:
                yield service
    else:
        yield record


def other_kind(record: Any) -> str | None:
    """What a record is when it is surely no service, in words; None for a service or what may be one."""
    if not isinstance(record, Mapping) or _SURELY_SERVICE & record.keys():
        return None
    return next((kind for kind, signs in _OTHERS if signs & record.keys()), None)


def says_nothing(record: Any) -> bool:
    """Whether a record has neither an id nor a name, so that it may be anything."""
    return not isinstance(record, Mapping) or not (record.get("id") or record.get("name"))


def _holds_services(record: Mapping[str, Any]) -> bool:
    services = record.get("services")
    return isinstance(services, list) and bool(services) and not _SURELY_SERVICE & record.keys()
