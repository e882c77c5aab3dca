"""Gets a feed from its address: page by page or as one file, never more than is sane."""

from collections.abc import Callable
from pathlib import Path
from time import monotonic, sleep

from vrn_desktop.application.ports.feed_reader import FeedRequest, FetchedFeed
from vrn_desktop.sync.download_limits import DownloadLimits
from vrn_desktop.sync.feed_address import feed_address
from vrn_desktop.sync.page_folder import forget_folder
from vrn_desktop.sync.paged_feed import PagedFeed
from vrn_desktop.sync.single_file import fetch_single_file
from vrn_desktop.sync.web_requests import WebRequests


class WebFeedDownload:
    """A `FeedDownload` over HTTPS; plain http only to this computer itself, for trying things out."""

    def __init__(
        self,
        limits: DownloadLimits | None = None,
        *,
        pause: Callable[[float], None] = sleep,
        seconds: Callable[[], float] = monotonic,
    ) -> None:
        self._limits = limits or DownloadLimits()
        self._pause = pause
        self._seconds = seconds

    def check_address(self, address: str) -> str:
        """The address as it will be asked; see `FeedDownload.check_address`."""
        return feed_address(address).address

    def forget(self, folder: Path) -> None:
        """Remove the pages of a feed from the disk."""
        forget_folder(folder)

    def fetch(self, request: FeedRequest) -> FetchedFeed | None:
        """All of a feed on disk, or None when nothing changed; see `FeedDownload.fetch`."""
        address = feed_address(request.address)
        web = WebRequests(self._limits, pause=self._pause, seconds=self._seconds)
        try:
            if address.is_file:
                return fetch_single_file(web, address, request, self._limits)
            return PagedFeed(web, address, request, self._limits).fetch()
        finally:
            web.close()
