"""Reads service feeds in every dialect, one service at a time, tolerant of what feeds really hold."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from vrn_desktop.domain.directory.service_reading import ReadService, RefusedRow
from vrn_desktop.domain.identifiers import SourceId


class FeedReader(Protocol):
    """Files as they come from a stick or from `FeedDownload`."""

    def read(self, path: Path, source: SourceId) -> Iterator[ReadService | RefusedRow]:
        """Every service of a JSON file, a folder or zip of JSON pages, or a tabular package.

        Raises:
            FeedUnreadableError: at any point of the iteration; the caller then takes nothing.
        """
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedRequest:
    """A feed to get: its address, what the server said last time, and where pages may lie meanwhile.

    `progress` is told how many services are there and how many there will be (None while unknown); it
    answers whether to go on.
    """

    address: str
    folder: Path
    etag: str = ""
    last_modified: str = ""
    progress: Callable[[int, int | None], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchedFeed:
    """The pages of a feed on disk, and what the server said about their freshness."""

    folder: Path
    etag: str = ""
    last_modified: str = ""


class FeedDownload(Protocol):
    """Gets a feed from its address when there is a connection."""

    def fetch(self, request: FeedRequest) -> FetchedFeed | None:
        """All pages of a feed as one folder on disk; None when nothing changed since last time.

        Raises:
            FeedUnreadableError: no connection, another host, too large, or not a feed; a later call goes
                on where this one stopped.
            ImportStoppedError: `progress` said stop.
        """
        ...

    def check_address(self, address: str) -> str:
        """The address as it will be asked, with https:// where nothing stands before it.

        Raises:
            FeedUnreadableError: it is no address of a feed; says what is wrong with it.
        """
        ...

    def forget(self, folder: Path) -> None:
        """Remove the pages of a feed from the disk."""
        ...
