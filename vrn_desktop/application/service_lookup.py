"""One way from a service's id to what is offered: the program's own entry, or one of the directory."""

from dataclasses import dataclass, replace

from vrn_desktop.application.ports.directory import Directory
from vrn_desktop.domain.directory.offered_entry import (
    freshened,
    is_offered,
    offered_entry,
    without_checks,
)
from vrn_desktop.domain.directory.service_freshness import is_doubted
from vrn_desktop.domain.identifiers import ServiceId
from vrn_desktop.domain.local_service import ServiceDirectory, ServiceEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceLookup:
    """Finds the entry of a signpost or letter with what colleagues found out since."""

    content: ServiceDirectory
    directory: Directory

    def entry(self, service: ServiceId) -> ServiceEntry | None:
        """The entry, also of a service that is gone or resting; None where it never was.

        A service that is gone or resting, or whose newest check found a change, counts as not checked.
        """
        ours = self.content.entry(service)
        found = self.directory.get(service)
        if found is None:
            return ours
        entry = offered_entry(found.record) if ours is None else freshened(ours, found.record)
        there = not found.gone and found.record.is_open_to_anyone_new
        doubted = is_doubted(found.record, self.directory.checks(service))
        if not there:
            return replace(without_checks(entry), open_now=False)
        return without_checks(entry) if doubted else entry

    def may_be_offered(self, service: ServiceId) -> bool:
        """Whether it is there to be offered to a young person now."""
        found = self.directory.get(service)
        if found is None:
            ours = self.content.entry(service)
            return ours is not None and not ours.workers_only
        return is_offered(found.record, gone=found.gone)
