"""What the directory holds, in memory: sources, services as they are shown and as they are staged."""

from copy import copy
from dataclasses import dataclass, field

from vrn_desktop.domain.directory.service_query import ServiceCheck
from vrn_desktop.domain.directory.service_reading import ReadService
from vrn_desktop.domain.directory.service_record import DirectorySource
from vrn_desktop.domain.identifiers import ServiceId, SourceId


@dataclass
class FakeDirectoryRecords:
    """`shown` by id; `staged` is None for a service that the next edition no longer has."""

    sources: dict[SourceId, DirectorySource] = field(default_factory=dict)
    shown: dict[ServiceId, ReadService] = field(default_factory=dict)
    gone: set[ServiceId] = field(default_factory=set)
    staged: dict[ServiceId, ReadService | None] = field(default_factory=dict)
    categories: dict[ServiceId, tuple[str, ...]] = field(default_factory=dict)
    checks: dict[ServiceId, tuple[ServiceCheck, ...]] = field(default_factory=dict)

    def __copy__(self) -> "FakeDirectoryRecords":
        return FakeDirectoryRecords(**{name: copy(part) for name, part in vars(self).items()})
