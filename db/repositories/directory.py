"""The directory in the file: sources in editions, searched in place."""

import json
from collections.abc import Sequence

from sqlalchemy import bindparam, insert, select, text

from db.records.directory import DIRECTORY_CHECK
from db.repositories.directory_editions import DirectoryEditions
from db.repositories.directory_finding import Finding
from db.repositories.directory_rows import ServiceEdition
from db.repositories.directory_statements import GONE, NOT_GONE, SHOWN
from db.repositories.directory_text import KeptService, read_raw, read_service
from db.repositories.written_values import read_day, read_list, write_list
from vrn_desktop.domain.directory.our_view import in_directory, with_our_view
from vrn_desktop.domain.directory.postcode import middle_of, postcode_key
from vrn_desktop.domain.directory.service_query import (
    FoundService,
    OpenState,
    ServiceCheck,
    ServiceQuery,
)
from vrn_desktop.domain.directory.service_reading import ReadService
from vrn_desktop.domain.directory.service_record import (
    LOCAL_SOURCE,
    DirectorySource,
    Point,
    ServiceRecord,
    SourceKind,
)
from vrn_desktop.domain.identifiers import ServiceId, SourceId

_OWN_LIST = DirectorySource(id=LOCAL_SOURCE, kind=SourceKind.LOCAL, name="Our own entries")
_FROM = "FROM directory_service s JOIN directory_source o ON o.id = s.source_id"
_ROW = text(f'SELECT s."row", {GONE} {_FROM} WHERE s.id = :id AND {SHOWN}')
_WHOLE = text(
    'SELECT s."row", t.record, k.categories, '
    "EXISTS (SELECT 1 FROM directory_check c WHERE c.service_id = s.id) "
    'FROM json_each(:rows) j CROSS JOIN directory_service s ON s."row" = j.value '
    'CROSS JOIN directory_text t ON t."row" = s."row" '
    "LEFT JOIN directory_category k ON k.service_id = s.id"
)
_ALL_ROWS = text('SELECT "row" FROM directory_service WHERE id = :id')
_RAW = text(
    'SELECT t.record, r.raw FROM directory_text t JOIN directory_raw r ON r."row" = t."row" '
    'WHERE t."row" = :row'
)
_COUNT = text(f"SELECT count(*) {_FROM} WHERE {SHOWN} AND {NOT_GONE}")
_IDS = text(
    f"SELECT s.id {_FROM} WHERE s.source_id = :source AND {SHOWN} AND {NOT_GONE} "
    "ORDER BY s.sort_name, s.id"
)
_LET_GO = text('UPDATE directory_service SET gone_in = first_edition WHERE "row" = :row')
_SHOWN_NOW = text("SELECT shown FROM directory_source WHERE id = :id AND NOT removed")
_POINTS = text(
    "SELECT c.postcode, c.latitude, c.longitude FROM directory_postcode c "  # noqa: S608 - constants
    'JOIN directory_service s ON s."row" = c."row" '
    "JOIN directory_source o ON o.id = s.source_id "
    f"WHERE c.half = :half AND {SHOWN} AND {NOT_GONE}"
)
_ADD_CHECK = insert(DIRECTORY_CHECK)
_CHECKS = (
    select(DIRECTORY_CHECK)
    .where(DIRECTORY_CHECK.c.service_id == bindparam("of_id"))
    .order_by(DIRECTORY_CHECK.c.checked_on.desc(), DIRECTORY_CHECK.c.id.desc())
)
_SET_CATEGORIES = text(
    "INSERT INTO directory_category (service_id, categories) VALUES (:id, :categories) "
    "ON CONFLICT (service_id) DO UPDATE SET categories = excluded.categories"
)


class SqlDirectory(DirectoryEditions):
    """Implements `Directory` (application/ports/directory.py)."""

    def put_local(self, record: ServiceRecord) -> None:
        """Write an entry of our own; it is shown at once."""
        if record.source != LOCAL_SOURCE:
            raise ValueError("only our own entries are written one by one")
        shown = self._access.value(_SHOWN_NOW, {"id": LOCAL_SOURCE})
        if shown is None:
            self.put_source(_OWN_LIST)
            shown = self._access.value(_SHOWN_NOW, {"id": LOCAL_SOURCE})
        self._rows.remove(self._all_rows(record.id))
        self._rows.add([ServiceEdition(ReadService(record=record, raw=""), shown)])

    def remove_local(self, service: ServiceId) -> None:
        """Take an entry of our own out of every search; it stays readable as gone."""
        found = self._row(service)
        if found is not None:
            self._access.write(_LET_GO, {"row": found[0]})

    def set_categories(self, service: ServiceId, categories: Sequence[str]) -> None:
        """Keep what kinds of help it is, whatever later editions say."""
        key, kinds = in_directory(service), list(dict.fromkeys(categories))
        self._access.write(_SET_CATEGORIES, {"id": key, "categories": write_list(kinds)})
        for row in self._all_rows(key):
            self._rows.set_categories(row, kinds)

    def add_check(self, service: ServiceId, check: ServiceCheck) -> None:
        """Keep that somebody looked."""
        record = {
            "service_id": in_directory(service),
            "checked_on": check.checked_on.isoformat(),
            "checked_by": check.checked_by,
            "still_right": int(check.still_right),
            "note": check.note,
        }
        self._access.write(_ADD_CHECK, record)

    def checks(self, service: ServiceId) -> tuple[ServiceCheck, ...]:
        """Newest first."""
        return tuple(
            ServiceCheck(
                checked_on=read_day(record["checked_on"]),
                checked_by=record["checked_by"],
                still_right=bool(record["still_right"]),
                note=record["note"],
            )
            for record in self._access.records(_CHECKS, {"of_id": in_directory(service)})
        )

    def get(self, service: ServiceId) -> FoundService | None:
        """One service, gone ones too; None where it never was, or its source was removed."""
        found = self._row(service)
        if found is None:
            return None
        row, gone = found
        return FoundService(record=self._as_we_see_them([row])[row], gone=bool(gone))

    def raw(self, service: ServiceId) -> str:
        """The publisher's own record; empty where there is none."""
        found = self._row(service)
        if found is None:
            return ""
        return read_raw(KeptService(*self._access.rows(_RAW, {"row": found[0]})[0]))

    def find(self, query: ServiceQuery) -> tuple[FoundService, ...]:
        """What fits, best first (`domain/directory/why_not_shown.py` says what and in which order)."""
        hits = Finding(self._access, query, self._rows.record).hits()
        records = self._as_we_see_them([hit.row for hit in hits])
        return tuple(
            FoundService(
                record=records[hit.row],
                distance_km=hit.distance_km,
                open_state=OpenState.NOT_KNOWN if hit.state is None else hit.state,
                gone=hit.gone,
            )
            for hit in hits
        )

    def count(self) -> int:
        """How many services can be found now."""
        found: int = self._access.value(_COUNT)
        return found

    def ids(self, source: SourceId) -> tuple[ServiceId, ...]:
        """What a source shows now, in the order of names."""
        return tuple(ServiceId(key) for (key,) in self._access.rows(_IDS, {"source": source}))

    def point_of(self, postcode: str) -> Point | None:
        """The middle of the places with this postcode, else with its first half."""
        asked = postcode_key(postcode)
        if not asked.half:
            return None
        found = self._access.rows(_POINTS, {"half": asked.half})
        whole = [Point(*place) for code, *place in found if code == asked.whole and code]
        return middle_of(whole or [Point(*place) for _, *place in found])

    def _row(self, service: ServiceId) -> tuple[int, int] | None:
        found = self._access.rows(_ROW, {"id": in_directory(service)})
        return (found[0][0], found[0][1]) if found else None

    def _all_rows(self, service: ServiceId) -> list[int]:
        return [row for (row,) in self._access.rows(_ALL_ROWS, {"id": service})]

    def _as_we_see_them(self, rows: Sequence[int]) -> dict[int, ServiceRecord]:
        """The records of rows, read in one go."""
        seen = {}
        for row, packed, own, checked in self._access.rows(_WHOLE, {"rows": json.dumps(rows)}):
            record = read_service(packed)
            if own is not None or checked:
                record = with_our_view(
                    record,
                    categories=None if own is None else read_list(own),
                    checks=self.checks(record.id) if checked else (),
                )
            seen[row] = record
        return seen
