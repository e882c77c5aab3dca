"""The tables of a package by this program's names, and the files they lie in, the UK's own name first."""

from collections.abc import Mapping

SERVICES = "services"
TABLE_FILES: Mapping[str, tuple[str, ...]] = {
    SERVICES: ("services.csv", "service.csv"),
    "organizations": ("organizations.csv", "organization.csv"),
    "service_at_locations": ("service_at_location.csv", "service_at_locations.csv"),
    "locations": ("locations.csv", "location.csv"),
    "phones": ("phones.csv", "phone.csv"),
    "contacts": ("contacts.csv", "contact.csv"),
    "addresses": ("address.csv", "addresses.csv", "physical_addresses.csv", "physical_address.csv"),
    "schedules": ("schedule.csv", "schedules.csv"),
    "regular_schedules": ("regular_schedules.csv", "regular_schedule.csv"),
    "holiday_schedules": ("holiday_schedules.csv", "holiday_schedule.csv"),
    "service_areas": ("service_areas.csv", "service_area.csv"),
    "languages": ("languages.csv", "language.csv"),
    "accessibility": ("accessibility.csv", "accessibility_for_disabilities.csv"),
    "attributes": ("attribute.csv", "attributes.csv"),
    "service_taxonomies": ("services_taxonomy.csv", "service_taxonomy.csv"),
    "taxonomy_terms": ("taxonomy_terms.csv", "taxonomy_term.csv", "taxonomy.csv"),
    "cost_options": ("cost_options.csv", "cost_option.csv"),
    "eligibilities": ("eligibility.csv", "eligibilities.csv"),
}
DESCRIPTOR = "datapackage.json"
"""The file that describes a package; it may be missing."""
KNOWN_FILES = frozenset(name for names in TABLE_FILES.values() for name in names)
