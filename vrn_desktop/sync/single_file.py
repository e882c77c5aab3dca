"""A feed that lies at its address as one file: JSON, or a package in a zip."""

from vrn_desktop.application.ports.feed_reader import FeedRequest, FetchedFeed
from vrn_desktop.domain.directory.service_reading import FeedUnreadableError
from vrn_desktop.sync.download_limits import DownloadLimits
from vrn_desktop.sync.feed_address import FeedAddress
from vrn_desktop.sync.freshness import of_one, questions
from vrn_desktop.sync.page_folder import NO_ROOM, THIS_LAPTOP, forget_folder
from vrn_desktop.sync.web_requests import WebRequests


def fetch_single_file(
    web: WebRequests, address: FeedAddress, request: FeedRequest, limits: DownloadLimits
) -> FetchedFeed | None:
    """The file on disk, under a name of ours; None when its server says it is the same."""
    forget_folder(request.folder)
    ask = next(iter(questions(request.etag)), {})
    place = request.folder / ("feed.zip" if address.base.lower().endswith(".zip") else "feed.json")
    try:
        request.folder.mkdir(parents=True)
        with place.open("wb") as file:
            answer = web.get(
                address.address,
                file,
                most=limits.file_bytes,
                go_on=lambda: request.progress(0, None),
                ask=ask,
            )
    except OSError as error:
        raise FeedUnreadableError(THIS_LAPTOP, NO_ROOM) from error
    if answer.unchanged:
        forget_folder(request.folder)
        return None
    return FetchedFeed(folder=place, etag=of_one(answer), last_modified=answer.last_modified)
