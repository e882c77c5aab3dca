"""Give our directory to others, in the form their programs read."""

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

from vrn_desktop.application.long_work import Report, Steps, Where
from vrn_desktop.application.ports.feed_writer import FeedWriter
from vrn_desktop.application.screening_service import Session
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.directory.service_reading import ImportStoppedError
from vrn_desktop.domain.directory.service_record import LOCAL_SOURCE, ServiceRecord
from vrn_desktop.domain.errors import NotAllowedError
from vrn_desktop.domain.identifiers import ServiceId

READ_AT_ONCE = 50
SUBJECT = "directory"


class ExportForm(StrEnum):
    """What is written: Open Referral UK 3.0 as JSON, or its tables in a zip."""

    JSON = "json"
    PACKAGE = "zip"


class ExportScope(StrEnum):
    """Which services are given."""

    EVERYTHING = "everything"
    OUR_OWN = "our_own"


class DirectoryExportService:
    """Entries for workers only and masked addresses stay here: the writer leaves them out."""

    def __init__(self, session: Session, writer: FeedWriter) -> None:
        self._session = session
        self._writer = writer

    def export(
        self, form: ExportForm, scope: ExportScope, path: Path, report: Report
    ) -> Steps[int]:
        """Write the services to `path`; returns how many are in it.

        Raises:
            ImportStoppedError: nothing is left of the file.
            NotAllowedError, OSError.
        """
        if not self._session.practitioner.role.may_bring_in_services:
            raise NotAllowedError("this role does not give the directory away")
        yield Where.FILE
        wanted = self._ids(scope)
        records: list[ServiceRecord] = []
        for start in range(0, len(wanted), READ_AT_ONCE):
            yield Where.FILE
            records += self._records(wanted[start : start + READ_AT_ONCE])
            if not report(len(records) // 2, len(wanted)):
                raise ImportStoppedError
        yield Where.ASIDE
        told = _told(records, report)
        write = self._writer.write_json
        if form is ExportForm.PACKAGE:
            write = self._writer.write_package
        written = write(told, path)
        yield Where.FILE
        if not self._session.store.read_only:
            with self._session.store.change(Act.RECORD_EXPORTED, SUBJECT):
                pass
        return written

    def _ids(self, scope: ExportScope) -> list[ServiceId]:
        with self._session.store.read() as work:
            sources = [source.id for source in work.directory.sources()]
            if scope is ExportScope.OUR_OWN:
                sources = [LOCAL_SOURCE]
            return [service for source in sources for service in work.directory.ids(source)]

    def _records(self, services: list[ServiceId]) -> list[ServiceRecord]:
        with self._session.store.read() as work:
            found = [work.directory.get(service) for service in services]
        return [one.record for one in found if one is not None]


def _told(records: list[ServiceRecord], report: Report) -> Iterator[ServiceRecord]:
    """The second half of the way is the writing."""
    for place, record in enumerate(records):
        if place % READ_AT_ONCE == 0 and not report((len(records) + place) // 2, len(records)):
            raise ImportStoppedError
        yield record
