"""Take a feed into the directory: look at what it would change, then take it over, all or nothing."""

import contextlib
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from time import perf_counter

from vrn_desktop.application.chunk_size import ChunkSize
from vrn_desktop.application.feed_comparison import MOST_NAMES, FeedComparison
from vrn_desktop.application.long_work import Report, Steps, Where
from vrn_desktop.application.ports.clock import Clock, NewId
from vrn_desktop.application.ports.feed_reader import FeedDownload, FeedReader, FeedRequest
from vrn_desktop.application.screening_service import Session
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.directory.import_summary import ImportSummary
from vrn_desktop.domain.directory.service_reading import (
    FeedUnreadableError,
    ImportStoppedError,
    ReadService,
)
from vrn_desktop.domain.directory.service_record import DirectorySource, SourceKind
from vrn_desktop.domain.errors import NotAllowedError, StorageError
from vrn_desktop.domain.identifiers import ServiceId, SourceId

ROWS_BETWEEN_REPORTS = 100
PAGES_KEPT = timedelta(days=7)
"""How long the pages of a download that broke off wait for somebody to go on with it."""
CHANGED_MEANWHILE = "is not what was looked at before: read it again"
NOTHING_IN_IT = "holds no service that can be used"


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPreview:
    """A feed that was read to its end and changed nothing yet."""

    source: DirectorySource
    path: Path
    summary: ImportSummary


class DirectoryImportService:
    """Every method that takes minutes gives `Steps` for a `LongWork`; nothing half is ever shown."""

    def __init__(
        self,
        opened: Session,
        *,
        reader: FeedReader,
        download: FeedDownload,
        clock: Clock,
        new_id: NewId,
        feeds_folder: Path,
    ) -> None:
        self._opened = opened
        self._reader = reader
        self._download = download
        self._clock = clock
        self._new_id = new_id
        self._feeds_folder = feeds_folder
        self._size = ChunkSize()

    def make_way(self, *, talking: bool) -> None:
        """Whether two people talk now: then what is written at once is small, so that no answer waits."""
        self._size.talking = talking

    def check_address(self, address: str) -> str:
        """The address as it will be asked, or FeedUnreadableError with what is wrong with it."""
        return self._download.check_address(address)

    def new_source(self, name: str, address: str = "") -> DirectorySource:
        """A feed that nobody has taken in yet; nothing is written by this.

        The same address always gives the same source, so that getting it goes on where it broke off.
        """
        key = hashlib.sha256(address.encode()).hexdigest() if address else self._new_id()
        return DirectorySource(
            id=SourceId(f"feed-{key[:12]}"),
            kind=SourceKind.FEED,
            name=name,
            address=address,
        )

    def preview(self, path: Path, source: DirectorySource, report: Report) -> Steps[ImportPreview]:
        """Read a whole feed and compare; the file is looked at and not changed.

        Raises:
            FeedUnreadableError: the feed is refused whole.
            ImportStoppedError, NotAllowedError.
        """
        self._check_role()
        yield Where.FILE
        with self._opened.store.read() as work:
            before = work.directory.digests(source.id)
        yield Where.ASIDE
        comparison = FeedComparison(source.id, before)
        for row in self._reader.read(path, source.id):
            comparison.take(row)
            if comparison.rows % ROWS_BETWEEN_REPORTS == 0:
                _go_on(report, comparison.rows, None)
        summary = comparison.summary()
        if summary.read == summary.refused:
            raise FeedUnreadableError(path.name, NOTHING_IN_IT)
        yield Where.FILE
        summary = comparison.summary(self._names(comparison.gone[:MOST_NAMES]))
        return ImportPreview(source=source, path=path, summary=summary)

    def preview_address(
        self, source: DirectorySource, report: Report
    ) -> Steps[ImportPreview | None]:
        """Get a feed from its address and read it; None when its server says nothing changed."""
        self._check_role()
        request = FeedRequest(
            address=source.address,
            folder=self.pages_of(source),
            etag=source.etag,
            last_modified=source.last_modified,
            progress=report,
        )
        fetched = self._download.fetch(request)
        if fetched is None:
            return None
        fresh = replace(source, etag=fetched.etag, last_modified=fetched.last_modified)
        return (yield from self.preview(fetched.folder, fresh, report))

    def apply(self, preview: ImportPreview, report: Report) -> Steps[ImportSummary]:
        """Read the same feed again, write what changed unseen, then show all of it at once.

        Raises:
            FeedUnreadableError: it is not what `preview` saw; nothing was changed.
            ImportStoppedError, NotAllowedError, StorageError: nothing was changed.
        """
        self._check_role()
        try:
            summary = yield from self._staged(preview, report)
            yield Where.FILE
            source, now = preview.source, self._clock()
            with self._opened.store.change(Act.DIRECTORY_CHANGED, source.id) as work:
                work.directory.take_over(replace(source, taken_over_at=now), now)
        except Exception:
            yield Where.FILE
            with contextlib.suppress(StorageError):
                self._forget_staged(preview.source)
            raise
        with contextlib.suppress(ImportStoppedError):  # too late to stop: it is done
            yield Where.ASIDE
        self.forget_pages(preview.source)
        return summary

    def forget_pages(self, source: DirectorySource) -> None:
        """Remove downloaded pages that are no longer needed; runs aside."""
        if source.address:
            self._download.forget(self.pages_of(source))

    def forget_old_pages(self) -> None:
        """Remove pages of downloads that broke off and that nobody went on with; runs aside."""
        oldest = (self._clock() - PAGES_KEPT).timestamp()
        with contextlib.suppress(OSError):  # no folder yet, or one that is just going
            for folder in self._feeds_folder.iterdir():
                if folder.stat().st_mtime < oldest:
                    self._download.forget(folder)

    def pages_of(self, source: DirectorySource) -> Path:
        """Where the pages of a feed lie while they are needed."""
        return self._feeds_folder / source.id

    def _staged(self, preview: ImportPreview, report: Report) -> Steps[ImportSummary]:
        source, expected = preview.source, preview.summary
        yield Where.FILE
        before = self._begin(source)
        yield Where.ASIDE
        comparison = FeedComparison(source.id, before)
        chunk = dict[ServiceId, ReadService]()
        for row in self._reader.read(preview.path, source.id):
            wanted = comparison.take(row)
            if wanted is not None:
                chunk[wanted.record.id] = wanted
            if len(chunk) >= self._size.now:
                yield from self._stage(source, tuple(chunk.values()))
                chunk = {}
                yield Where.ASIDE
            if comparison.rows % ROWS_BETWEEN_REPORTS == 0:
                _go_on(report, comparison.rows, expected.read)
        summary = comparison.summary(expected.gone_names)
        if summary != expected:
            raise FeedUnreadableError(preview.path.name, CHANGED_MEANWHILE)
        yield from self._stage(source, tuple(chunk.values()))
        gone = comparison.gone
        while gone:
            yield Where.FILE
            most = self._size.now
            piece, gone = gone[:most], gone[most:]
            with self._opened.store.change(Act.DIRECTORY_STAGED, source.id) as work:
                work.directory.stage_gone(source.id, piece)
        return summary

    def _begin(self, source: DirectorySource) -> dict[ServiceId, str]:
        with self._opened.store.change(Act.DIRECTORY_STAGED, source.id) as work:
            work.directory.drop_staged(source.id)
            if all(known.id != source.id for known in work.directory.sources()):
                work.directory.put_source(replace(source, edition=0, taken_over_at=None))
            return dict(work.directory.digests(source.id))

    def _stage(self, source: DirectorySource, services: Sequence[ReadService]) -> Steps[None]:
        """Write them in pieces: a talk that began meanwhile makes the next ones smaller."""
        while services:
            yield Where.FILE
            most = self._size.now
            piece, services = services[:most], services[most:]
            began = perf_counter()
            with self._opened.store.change(Act.DIRECTORY_STAGED, source.id) as work:
                work.directory.stage(source.id, piece)
            self._size.took(len(piece), perf_counter() - began)

    def _forget_staged(self, source: DirectorySource) -> None:
        with self._opened.store.change(Act.DIRECTORY_STAGED, source.id) as work:
            work.directory.drop_staged(source.id)
            known = {found.id: found for found in work.directory.sources()}
            if source.id in known and not known[source.id].edition:
                work.directory.remove_source(source.id)

    def _names(self, services: Sequence[ServiceId]) -> tuple[str, ...]:
        with self._opened.store.read() as work:
            found = [work.directory.get(service) for service in services]
        return tuple(one.record.name for one in found if one is not None)

    def _check_role(self) -> None:
        if not self._opened.practitioner.role.may_bring_in_services:
            raise NotAllowedError("this role does not bring services in")


def _go_on(report: Report, done: int, of: int | None) -> None:
    if not report(done, of):
        raise ImportStoppedError
