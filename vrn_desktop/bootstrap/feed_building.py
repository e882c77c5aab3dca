"""Builds the use cases of feeds; readers and the network are brought in by the first feed, not at sign-in."""

from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import cast

from vrn_desktop.application.directory_export_service import DirectoryExportService
from vrn_desktop.application.directory_import_service import DirectoryImportService
from vrn_desktop.application.directory_sources_service import DirectorySourcesService
from vrn_desktop.application.feed_services import FeedServices
from vrn_desktop.application.open_file import OpenFile
from vrn_desktop.application.ports.feed_reader import (
    FeedDownload,
    FeedReader,
    FeedRequest,
    FetchedFeed,
)
from vrn_desktop.application.ports.feed_writer import FeedWriter
from vrn_desktop.bootstrap.time_and_identifiers import new_id, now
from vrn_desktop.domain.directory.service_reading import ReadService, RefusedRow
from vrn_desktop.domain.directory.service_record import ServiceRecord
from vrn_desktop.domain.identifiers import SourceId

FEEDS = "feeds"
"""The folder of the data folder in which pages lie while a feed is being got."""


def build_feed_services(opened: OpenFile, data_folder: Path) -> FeedServices:
    """Over the open file, with pages in the data folder."""
    return FeedServices(
        imports=DirectoryImportService(
            opened,
            reader=LateFeedReader(),
            download=LateFeedDownload(),
            clock=now,
            new_id=new_id,
            feeds_folder=data_folder / FEEDS,
        ),
        sources=DirectorySourcesService(opened),
        exports=DirectoryExportService(opened, LateFeedWriter()),
    )


class LateFeedReader:
    """The program's `FeedReader`, imported when the first feed is read."""

    def read(self, path: Path, source: SourceId) -> Iterator[ReadService | RefusedRow]:
        """See `FeedReader.read`."""
        reading = import_module("vrn_desktop.content.service_feeds.service_feed_reader")
        return cast("FeedReader", reading.ServiceFeedReader()).read(path, source)


class LateFeedWriter:
    """The program's `FeedWriter`, imported when somebody gives the directory away."""

    def write_json(self, records: Iterable[ServiceRecord], path: Path) -> int:
        """See `FeedWriter.write_json`."""
        return self._writer().write_json(records, path)

    def write_package(self, records: Iterable[ServiceRecord], path: Path) -> int:
        """See `FeedWriter.write_package`."""
        return self._writer().write_package(records, path)

    def _writer(self) -> FeedWriter:
        writing = import_module("vrn_desktop.content.service_feeds.service_feed_writer")
        return cast("FeedWriter", writing.ServiceFeedWriter())


class LateFeedDownload:
    """The program's `FeedDownload`, imported when somebody types the first address."""

    def check_address(self, address: str) -> str:
        """See `FeedDownload.check_address`."""
        return self._download().check_address(address)

    def fetch(self, request: FeedRequest) -> FetchedFeed | None:
        """See `FeedDownload.fetch`."""
        return self._download().fetch(request)

    def forget(self, folder: Path) -> None:
        """See `FeedDownload.forget`."""
        self._download().forget(folder)

    def _download(self) -> FeedDownload:
        downloading = import_module("vrn_desktop.sync.feed_download")
        return cast("FeedDownload", downloading.WebFeedDownload())
