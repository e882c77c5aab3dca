"""Reads a feed from disk: JSON in every dialect, or a tabular package; one service at a time."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from vrn_desktop.content.service_feeds.category_words import shipped_category_words
from vrn_desktop.content.service_feeds.feed_files import FeedFile, opened_feed, shown_name
from vrn_desktop.content.service_feeds.json_feed import JsonFeed
from vrn_desktop.content.service_feeds.package_files import package_in
from vrn_desktop.content.service_feeds.package_records import package_services
from vrn_desktop.content.service_feeds.package_tables import PackageTables
from vrn_desktop.content.service_feeds.service_mapping import ServiceMapping
from vrn_desktop.content.service_feeds.table_names import SERVICES
from vrn_desktop.domain.directory.service_reading import (
    FeedUnreadableError,
    ReadService,
    RefusedRow,
    RowWarning,
)
from vrn_desktop.domain.identifiers import SourceId

ReadRow = ReadService | RefusedRow


class ServiceFeedReader:
    """The `FeedReader` of the program.

    An id that stands twice in a feed is read twice: the later row is the one that counts, and it carries
    a warning that names the earlier. Pages of lists are read before files of single services, so that
    the whole record of a service counts and not its line in a list.
    """

    def read(self, path: Path, source: SourceId) -> Iterator[ReadRow]:
        """Every service of a JSON file, a folder or zip of JSON pages, or a tabular package.

        Raises:
            FeedUnreadableError: at any point of the iteration; the caller then takes nothing.
        """
        mapping = ServiceMapping(source, shipped_category_words())
        with opened_feed(path) as files:
            package = package_in(files, path)
            rows = _of_package(package, mapping) if package else JsonFeed(files).read(mapping)
            yield from _told(rows, shown_name(path))


def _of_package(files: list[FeedFile], mapping: ServiceMapping) -> Iterator[ReadRow | RowWarning]:
    package = PackageTables(files)
    yield from package.complaints
    name = package.files[SERVICES].name
    for row, record in package_services(package):
        place = f"{name}:{row.line}"
        if row.complaint:
            yield RowWarning(row=place, field="", reason=row.complaint)
        yield mapping.read(record, place)
    yield from package.left_over()


def _told(rows: Iterator[ReadRow | RowWarning], name: str) -> Iterator[ReadRow]:
    """The rows; a warning about a whole file goes with the next row, or with the last one."""
    loose: list[RowWarning] = []
    held: ReadRow | None = None
    for row in rows:
        if isinstance(row, RowWarning):
            loose.append(row)
            continue
        if held is not None:
            yield held
        held, loose = _with(row, loose), []
    if held is not None:
        yield _with(held, loose)
    elif loose:
        raise FeedUnreadableError(name, "there are no services in it")


def _with(row: ReadRow, loose: list[RowWarning]) -> ReadRow:
    return replace(row, warnings=(*row.warnings, *loose)) if loose else row
