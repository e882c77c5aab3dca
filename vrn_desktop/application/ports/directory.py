"""The directory inside the encrypted file: imported in editions, searched in place."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from vrn_desktop.domain.directory.service_query import FoundService, ServiceCheck, ServiceQuery
from vrn_desktop.domain.directory.service_reading import ReadService
from vrn_desktop.domain.directory.service_record import DirectorySource, Point, ServiceRecord
from vrn_desktop.domain.identifiers import ServiceId, SourceId


class Directory(Protocol):
    """All services of the file.

    A source is imported as a new edition: its rows are staged in chunks that nobody sees, and
    `take_over` shows the whole edition at once. What is left behind by a stop in between is cleared by
    `drop_staged`. A check or a category that a colleague set outlives every import.
    """

    def sources(self) -> tuple[DirectorySource, ...]: ...
    def put_source(self, source: DirectorySource) -> None: ...
    def digests(self, source: SourceId) -> Mapping[ServiceId, str]:
        """Of each service its source shows now: a digest of the publisher's record."""
        ...

    def stage(self, source: SourceId, services: Sequence[ReadService]) -> None:
        """New or changed services of the next edition."""
        ...

    def stage_gone(self, source: SourceId, services: Sequence[ServiceId]) -> None:
        """Services that the next edition no longer has; they stay readable and are marked as gone."""
        ...

    def take_over(self, source: DirectorySource, at: datetime) -> None:
        """Show the staged edition, all of it at once."""
        ...

    def drop_staged(self, source: SourceId) -> None:
        """Forget what was staged and not taken over."""
        ...

    def remove_source(self, source: SourceId) -> None:
        """Take a feed out of the directory; letters and referrals keep the names they used."""
        ...

    def clear_superseded(self, source: SourceId, most: int) -> int:
        """Remove up to so many rows that an edition replaced; returns how many."""
        ...

    def left_behind(self) -> tuple[SourceId, ...]:
        """Sources with rows staged and not taken over, or replaced and not cleared; changes nothing."""
        ...

    def put_local(self, record: ServiceRecord) -> None:
        """Write an entry of our own (source `local`)."""
        ...

    def remove_local(self, service: ServiceId) -> None: ...
    def set_categories(self, service: ServiceId, categories: Sequence[str]) -> None:
        """What kinds of help it is, as a colleague sees it; outlives imports."""
        ...

    def add_check(self, service: ServiceId, check: ServiceCheck) -> None: ...
    def checks(self, service: ServiceId) -> tuple[ServiceCheck, ...]:
        """Newest first."""
        ...

    def get(self, service: ServiceId) -> FoundService | None:
        """One service, gone ones too, with our own check where it is newer; None where it never was."""
        ...

    def raw(self, service: ServiceId) -> str:
        """The publisher's own record, for export and for support; never shown."""
        ...

    def find(self, query: ServiceQuery) -> tuple[FoundService, ...]: ...
    def count(self) -> int:
        """How many services can be found now."""
        ...

    def ids(self, source: SourceId) -> tuple[ServiceId, ...]:
        """What a source shows now, in the order of names; for export."""
        ...

    def point_of(self, postcode: str) -> Point | None:
        """Where a postcode, or its first half, lies as far as the directory's own places tell."""
        ...
