"""The services of a tabular package as nested records, one at a time."""

from collections.abc import Iterator
from typing import Any

from vrn_desktop.content.service_feeds.package_tables import PackageTables
from vrn_desktop.content.service_feeds.table_names import SERVICES
from vrn_desktop.content.service_feeds.table_rows import TableRow, rows_of

_LISTS_OF_A_SERVICE = (
    "phones",
    "schedules",
    "regular_schedules",
    "holiday_schedules",
    "service_areas",
    "languages",
    "cost_options",
    "eligibilities",
)
_LISTS_OF_A_PLACE = ("phones", "schedules", "regular_schedules", "holiday_schedules")


def package_services(package: PackageTables) -> Iterator[tuple[TableRow, dict[str, Any]]]:
    """Every row of the services table with the record made of it and of the rows linked to it."""
    for row in rows_of(package.files[SERVICES], package.encodings[SERVICES]):
        yield row, _Nesting(package).service(row.cells)


class _Nesting:
    """Gathers the rows that belong to a service into the shape of the standard's JSON."""

    def __init__(self, package: PackageTables) -> None:
        self._tables = package.tables

    def service(self, cells: dict[str, str]) -> dict[str, Any]:
        key = cells.get("id")
        record: dict[str, Any] = dict(cells)
        for name in _LISTS_OF_A_SERVICE:
            self._fill(record, name, "service_id", key)
        contacts = self._contacts("service_id", key)
        if contacts:
            record["contacts"] = contacts
        places = [self._at(link) for link in self._rows("service_at_locations", "service_id", key)]
        if cells.get("location_id"):
            places.append(self._at({"location_id": cells["location_id"]}))
        if places:
            record["service_at_locations"] = places
        attributes = self._attributes(key)
        if attributes:
            record["attributes"] = attributes
        organisation = self._organisation(cells.get("organization_id"))
        if organisation:
            record["organization"] = organisation
        return record

    def _rows(self, table: str, column: str, key: str | None) -> list[dict[str, Any]]:
        return self._tables[table].linked(column, key)

    def _fill(self, record: dict[str, Any], table: str, column: str, key: str | None) -> None:
        found = self._rows(table, column, key)
        if found:
            record[table] = found

    def _contacts(self, column: str, key: str | None) -> list[dict[str, Any]]:
        found = self._rows("contacts", column, key)
        for contact in found:
            self._fill(contact, "phones", "contact_id", contact.get("id"))
        return found

    def _at(self, link: dict[str, Any]) -> dict[str, Any]:
        at = dict(link)
        for name in _LISTS_OF_A_PLACE:
            self._fill(at, name, "service_at_location_id", link.get("id"))
        at["contacts"] = self._contacts("service_at_location_id", link.get("id"))
        location = next(iter(self._rows("locations", "id", link.get("location_id"))), None)
        if location is not None:
            at["location"] = self._location(location)
        return at

    def _location(self, location: dict[str, Any]) -> dict[str, Any]:
        key = location.get("id")
        for name in ("addresses", *_LISTS_OF_A_PLACE):
            self._fill(location, name, "location_id", key)
        accessibility = self._rows("accessibility", "location_id", key)
        if accessibility:
            location["accessibility"] = accessibility
        contacts = self._contacts("location_id", key)
        if contacts:
            location["contacts"] = contacts
        return location

    def _attributes(self, key: str | None) -> list[dict[str, Any]]:
        linked = [
            *(
                (link, link.get("taxonomy_term_id"))
                for link in self._rows("attributes", "link_id", key)
            ),
            *(
                (link, link.get("taxonomy_id") or link.get("taxonomy_term_id"))
                for link in self._rows("service_taxonomies", "service_id", key)
            ),
        ]
        return [{**link, "taxonomy_term": self._term(term)} for link, term in linked if term]

    def _term(self, key: str) -> dict[str, Any]:
        terms = self._rows("taxonomy_terms", "id", key) or self._rows(
            "taxonomy_terms", "taxonomy_id", key
        )
        return terms[0] if terms else {}

    def _organisation(self, key: str | None) -> dict[str, Any] | None:
        found = self._rows("organizations", "id", key)
        if not found:
            return None
        self._fill(found[0], "phones", "organization_id", key)
        return found[0]
