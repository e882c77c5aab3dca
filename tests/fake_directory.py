"""The directory in memory, by the domain's own rule of what a search shows."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from tests.fake_directory_records import FakeDirectoryRecords
from vrn_desktop.domain.directory.our_view import in_directory, with_our_view
from vrn_desktop.domain.directory.postcode import middle_of, postcode_key
from vrn_desktop.domain.directory.service_facts import facts_of
from vrn_desktop.domain.directory.service_query import FoundService, ServiceCheck, ServiceQuery
from vrn_desktop.domain.directory.service_reading import ReadService
from vrn_desktop.domain.directory.service_record import (
    LOCAL_SOURCE,
    DirectorySource,
    Point,
    ServiceRecord,
    SourceKind,
)
from vrn_desktop.domain.directory.why_not_shown import best_of
from vrn_desktop.domain.identifiers import ServiceId, SourceId


class FakeDirectory:
    """Implements `Directory`; staged services are seen by nobody before `take_over`."""

    def __init__(self, records: FakeDirectoryRecords) -> None:
        self._records = records

    def sources(self) -> tuple[DirectorySource, ...]:
        return tuple(sorted(self._records.sources.values(), key=lambda one: one.id))

    def put_source(self, source: DirectorySource) -> None:
        known = self._records.sources.get(source.id)
        edition = 0 if known is None else known.edition
        at = source.taken_over_at if known is None else known.taken_over_at
        self._records.sources[source.id] = replace(source, edition=edition, taken_over_at=at)

    def digests(self, source: SourceId) -> Mapping[ServiceId, str]:
        return {
            service: one.digest
            for service, one in self._records.shown.items()
            if one.record.source == source and service not in self._records.gone
        }

    def stage(self, source: SourceId, services: Sequence[ReadService]) -> None:
        for one in services:
            assert one.record.source == source
            self._records.staged[one.record.id] = one

    def stage_gone(self, source: SourceId, services: Sequence[ServiceId]) -> None:
        for service in services:
            self._records.staged[service] = None

    def take_over(self, source: DirectorySource, at: datetime) -> None:
        edition = self._records.sources[source.id].edition + 1
        for service, one in self._staged_of(source.id).items():
            if one is None:
                self._records.gone.add(service)
            else:
                self._records.shown[service] = one
                self._records.gone.discard(service)
        self.drop_staged(source.id)
        self._records.sources[source.id] = replace(source, edition=edition, taken_over_at=at)

    def drop_staged(self, source: SourceId) -> None:
        for service in self._staged_of(source):
            del self._records.staged[service]

    def remove_source(self, source: SourceId) -> None:
        self.drop_staged(source)
        self._records.sources.pop(source, None)
        for service, one in list(self._records.shown.items()):
            if one.record.source == source:
                self._records.gone.discard(service)
                del self._records.shown[service]

    def clear_superseded(self, source: SourceId, most: int) -> int:
        return 0

    def left_behind(self) -> tuple[SourceId, ...]:
        return tuple(
            {SourceId(service.partition(":")[0]): None for service in self._records.staged}
        )

    def put_local(self, record: ServiceRecord) -> None:
        assert record.source == LOCAL_SOURCE
        own = DirectorySource(id=LOCAL_SOURCE, kind=SourceKind.LOCAL, name=LOCAL_SOURCE, edition=1)
        self._records.sources.setdefault(LOCAL_SOURCE, own)
        self._records.shown[record.id] = ReadService(record=record, raw="")
        self._records.gone.discard(record.id)

    def remove_local(self, service: ServiceId) -> None:
        if service in self._records.shown:
            self._records.gone.add(service)

    def set_categories(self, service: ServiceId, categories: Sequence[str]) -> None:
        self._records.categories[in_directory(service)] = tuple(dict.fromkeys(categories))

    def add_check(self, service: ServiceId, check: ServiceCheck) -> None:
        key = in_directory(service)
        self._records.checks[key] = (*self._records.checks.get(key, ()), check)

    def checks(self, service: ServiceId) -> tuple[ServiceCheck, ...]:
        kept = self._records.checks.get(in_directory(service), ())
        last_first = kept[::-1]  # of the same day, the one written last comes first
        return tuple(sorted(last_first, key=lambda check: check.checked_on, reverse=True))

    def get(self, service: ServiceId) -> FoundService | None:
        one = self._records.shown.get(in_directory(service))
        return None if one is None else self._found(one)

    def raw(self, service: ServiceId) -> str:
        one = self._records.shown.get(in_directory(service))
        return "" if one is None else one.raw

    def find(self, query: ServiceQuery) -> tuple[FoundService, ...]:
        return best_of([self._found(one) for one in self._records.shown.values()], query)

    def count(self) -> int:
        return len(self._records.shown.keys() - self._records.gone)

    def ids(self, source: SourceId) -> tuple[ServiceId, ...]:
        mine = [
            one.record
            for service, one in self._records.shown.items()
            if one.record.source == source and service not in self._records.gone
        ]
        return tuple(r.id for r in sorted(mine, key=lambda r: (facts_of(r).sort_name, r.id)))

    def point_of(self, postcode: str) -> Point | None:
        asked = postcode_key(postcode)
        known = [
            (postcode_key(place.postcode), place.point)
            for service, one in self._records.shown.items()
            if service not in self._records.gone
            for place in one.record.places
            if place.point is not None and not place.masked
        ]
        whole = [point for key, point in known if key == asked and asked.whole]
        half = [point for key, point in known if key.half == asked.half and asked.half]
        return middle_of(whole or half)

    def _found(self, one: ReadService) -> FoundService:
        service = one.record.id
        record = with_our_view(
            one.record,
            categories=self._records.categories.get(service),
            checks=self.checks(service),
        )
        return FoundService(record=record, gone=service in self._records.gone)

    def _staged_of(self, source: SourceId) -> dict[ServiceId, ReadService | None]:
        mine = f"{source}:"
        return {key: one for key, one in self._records.staged.items() if key.startswith(mine)}
