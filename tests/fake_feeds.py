"""Feeds in memory: a reader and a download that give what a test puts there."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from vrn_desktop.application.ports.feed_reader import FeedRequest, FetchedFeed
from vrn_desktop.domain.directory.service_reading import (
    FeedUnreadableError,
    ImportStoppedError,
    ReadService,
    RefusedRow,
    RowWarning,
)
from vrn_desktop.domain.directory.service_record import (
    DirectorySource,
    ServiceRecord,
    SourceKind,
    service_id,
)
from vrn_desktop.domain.identifiers import SourceId

FEED = DirectorySource(id=SourceId("feed-one"), kind=SourceKind.FEED, name="Invented Borough")
WEB_FEED = DirectorySource(
    id=SourceId("feed-web"),
    kind=SourceKind.FEED,
    name="Invented County",
    address="https://county.example/v3",
)
NAMELESS = RefusedRow(
    warnings=(RowWarning(row="feed.json:7", field="name", reason="there is no name"),)
)


def read_service(
    number: int,
    *,
    source: SourceId = FEED.id,
    words: str = "first",
    warnings: tuple[RowWarning, ...] = (),
) -> ReadService:
    """One invented service; other `words` are a change of the publisher's."""
    external = f"s-{number:05}"
    record = ServiceRecord(
        id=service_id(source, external),
        source=source,
        external_id=external,
        name=f"Invented service {number}",
        description=words,
    )
    return ReadService(
        record=record, raw=f'{{"id": "{external}", "d": "{words}"}}', warnings=warnings
    )


class FakeFeedReader:
    """`rows` is the feed; `breaks_at` refuses it whole after so many rows."""

    def __init__(self, rows: list[ReadService | RefusedRow] | None = None) -> None:
        self.rows = rows or []
        self.breaks_at: int | None = None
        self.paths: list[Path] = []

    def read(self, path: Path, source: SourceId) -> Iterator[ReadService | RefusedRow]:
        self.paths.append(path)
        for place, row in enumerate(self.rows):
            if place == self.breaks_at:
                raise FeedUnreadableError(path.name, "is cut off in the middle")
            yield row if isinstance(row, RefusedRow) else _of_source(row, source)


def _of_source(row: ReadService, source: SourceId) -> ReadService:
    """A feed belongs to whatever source it is read for."""
    key = service_id(source, row.record.external_id)
    return replace(row, record=replace(row.record, id=key, source=source))


class FakeFeedDownload:
    """`answers` are given one after another: pages, nothing new, or an error."""

    def __init__(self) -> None:
        self.answers: list[FetchedFeed | Exception | None] = []
        self.requests: list[FeedRequest] = []
        self.forgotten: list[Path] = []

    def fetch(self, request: FeedRequest) -> FetchedFeed | None:
        self.requests.append(request)
        if not request.progress(3, 9):
            raise ImportStoppedError
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    def check_address(self, address: str) -> str:
        if not address.startswith("https://"):
            raise FeedUnreadableError("this address", "has to begin with https://")
        return address

    def forget(self, folder: Path) -> None:
        self.forgotten.append(folder)


class FakeFeedWriter:
    """`written` is what came to which path, in which form."""

    def __init__(self) -> None:
        self.written: list[tuple[str, Path, list[str]]] = []
        self.refuses: OSError | None = None

    def write_json(self, records: Iterable[ServiceRecord], path: Path) -> int:
        return self._write("json", records, path)

    def write_package(self, records: Iterable[ServiceRecord], path: Path) -> int:
        return self._write("package", records, path)

    def _write(self, form: str, records: Iterable[ServiceRecord], path: Path) -> int:
        names = [record.name for record in records]
        if self.refuses is not None:
            raise self.refuses
        self.written.append((form, path, names))
        return len(names)
