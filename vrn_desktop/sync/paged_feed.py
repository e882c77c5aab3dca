"""A feed that is a list of pages: got page by page, each kept on disk as soon as it is complete."""

from io import BytesIO

from vrn_desktop.application.ports.feed_reader import FeedRequest, FetchedFeed
from vrn_desktop.domain.directory.service_reading import FeedUnreadableError, ImportStoppedError
from vrn_desktop.sync.download_limits import DownloadLimits
from vrn_desktop.sync.feed_address import FeedAddress
from vrn_desktop.sync.feed_page import FeedPage, Row, json_from, page_from
from vrn_desktop.sync.freshness import questions, remembered
from vrn_desktop.sync.page_folder import KeptPage, PageFolder
from vrn_desktop.sync.web_requests import Answer, NotThereError, WebRequests

NEVER_ENDS = "does not end: it has more than {most:,} pages"
REPEATS = (
    "sends the same page again and again (page {number}), so its list cannot be read to its end"
)
TOO_MANY = "speaks of more than {most:,} services, which is too much for a laptop"
TOO_LARGE = "sends more than {most:,} MB in all, which is too much for a laptop"
INCOMPLETE = "sent only {there:,} of the {total:,} services it speaks of"
ENOUGH = 0.9
"""Live feeds change between two pages; with less than this part of a feed it counts as broken off."""


class PagedFeed:
    """One attempt at a feed; another one later goes on after the pages that are there."""

    def __init__(
        self, web: WebRequests, address: FeedAddress, request: FeedRequest, limits: DownloadLimits
    ) -> None:
        self._web = web
        self._address = address
        self._request = request
        self._limits = limits
        self._folder = PageFolder(request.folder, address.address)
        self._done = 0
        self._total: int | None = None
        self._bytes = 0

    def fetch(self) -> FetchedFeed | None:
        """All pages on disk; None where the server says of each of them that it is the same."""
        self._folder.pick_up()
        if not self._folder.kept and self._nothing_changed():
            return None
        page, answer = self._page(1)
        details = page.is_shallow
        if self._folder.kept and self._folder.kept[0].fingerprint != page.fingerprint:
            self._folder.begin_anew()
        while page.rows:
            self._check(page)
            if page.number > len(self._folder.kept):
                rows = self._in_full(page) if details else page.rows
                self._folder.keep(_kept(page, answer), rows)
                self._done += 0 if details else len(rows)
            else:
                self._done = sum(kept.rows for kept in self._folder.kept)
                page = self._last_kept(page)
            self._tell()
            if page.ends_the_list:
                break
            page, answer = self._page(page.number + 1)
        return self._fetched()

    def _nothing_changed(self) -> bool:
        asked = questions(self._request.etag)
        for number, ask in enumerate(asked, start=1):
            if not self._get(self._address.page(number, self._limits.page_size), ask)[1].unchanged:
                return False
            self._tell()
        return bool(asked)

    def _last_kept(self, first: FeedPage) -> FeedPage:
        """Stands for the pages on the disk; what the first page says of the whole still counts."""
        kept = self._folder.kept
        return FeedPage(
            number=len(kept),
            rows=first.rows,
            total=first.total,
            pages=first.pages,
            is_last=first.is_last,
        )

    def _check(self, page: FeedPage) -> None:
        fingerprints = [kept.fingerprint for kept in self._folder.kept]
        if page.number > len(fingerprints) and page.fingerprint in fingerprints:
            raise self._refused(REPEATS.format(number=page.number))
        if page.pages is not None and page.pages > self._limits.pages:
            raise self._refused(NEVER_ENDS.format(most=self._limits.pages))
        self._total = page.total if page.total is not None else self._total
        if max(self._total or 0, self._done) > self._limits.services:
            raise self._refused(TOO_MANY.format(most=self._limits.services))

    def _page(self, number: int) -> tuple[FeedPage, Answer]:
        if number > self._limits.pages:
            raise self._refused(NEVER_ENDS.format(most=self._limits.pages))
        body, answer = self._get(self._address.page(number, self._limits.page_size), {})
        return page_from(body, number, self._address.host), answer

    def _in_full(self, page: FeedPage) -> tuple[Row, ...]:
        """Each service of a shallow list in full; one that is gone meanwhile stays as the list had it."""
        rows = []
        for row in page.rows:
            rows.append(self._detail(row, page.number))
            self._done += 1
            self._tell()
        return tuple(rows)

    def _detail(self, row: Row, number: int) -> Row:
        identifier = row.get("id")
        if not isinstance(identifier, (str, int)) or not str(identifier).strip():
            return row
        try:
            body, _ = self._get(self._address.detail(str(identifier)), {})
        except NotThereError:
            return row
        full = json_from(body, number, self._address.host)
        return full if isinstance(full, dict) and full.get("id") == identifier else row

    def _get(self, url: str, ask: dict[str, str]) -> tuple[bytes, Answer]:
        into = BytesIO()
        answer = self._web.get(
            url, into, most=self._limits.page_bytes, go_on=self._goes_on, ask=ask
        )
        self._bytes += answer.size
        if self._bytes > self._limits.total_bytes:
            raise self._refused(TOO_LARGE.format(most=self._limits.total_bytes // 1_000_000))
        return into.getvalue(), answer

    def _fetched(self) -> FetchedFeed:
        if self._total is not None and self._done < ENOUGH * self._total:
            raise self._refused(INCOMPLETE.format(there=self._done, total=self._total))
        self._folder.finish()
        said = [(kept.etag, kept.last_modified) for kept in self._folder.kept]
        return FetchedFeed(
            folder=self._folder.pages,
            etag=remembered(said),
            last_modified=said[0][1] if said else "",
        )

    def _goes_on(self) -> bool:
        return self._request.progress(self._done, self._total)

    def _tell(self) -> None:
        if not self._goes_on():
            raise ImportStoppedError

    def _refused(self, reason: str) -> FeedUnreadableError:
        return FeedUnreadableError(self._address.host, reason)


def _kept(page: FeedPage, answer: Answer) -> KeptPage:
    return KeptPage(
        fingerprint=page.fingerprint,
        rows=len(page.rows),
        etag=answer.etag,
        last_modified=answer.last_modified,
    )
