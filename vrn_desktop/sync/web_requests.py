"""One question to a server and its whole answer: bounded, tried again a few times, never sent elsewhere."""

import ssl
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from time import monotonic, sleep
from typing import BinaryIO
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import urllib3
from urllib3 import exceptions as trouble

from vrn_desktop.domain.directory.service_reading import (
    FeedUnreadableError,
    ImportStoppedError,
    NoConnectionError,
)
from vrn_desktop.sync.download_limits import MEGABYTE, DownloadLimits
from vrn_desktop.sync.feed_address import is_this_computer, next_stop

CHUNK = 65_536
MOMENT = 0.2
"""Seconds of waiting after which somebody may have asked to stop."""

HEADERS = {"Accept": "application/json", "Accept-Encoding": "gzip", "User-Agent": "VRN-Desktop"}
OFFLINE = "cannot be reached just now; check the connection and try again later"
NOT_PROVEN = (
    "could not prove that it is who it says it is (its certificate), so nothing was taken from it"
)
SILENT = "did not answer in time; try again later"
BROKE_OFF = "broke off in the middle of its answer; try again, it goes on where it stopped"
BADLY_PACKED = "sent something that cannot be unpacked"
TOO_LARGE = "sends more than {most} MB for one answer, which is too much for a feed"
NOT_THERE = "has no feed at this address"
WANTS_KEY = "wants a key or a password; ask the publisher for the open address of the feed"
BUSY = "is busy or broken just now (answer {status}); try again later"
NOT_UNDERSTOOD = "answers with {status}, which is not a feed"
ROUND_IN_CIRCLES = "sends us round in circles"
AGAIN = frozenset({HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.REQUEST_TIMEOUT})
REDIRECTS = frozenset({301, 302, 303, 307, 308})
GoOn = Callable[[], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came back; `unchanged` is the server's word that nothing is new."""

    unchanged: bool
    etag: str
    last_modified: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wanted:
    url: str
    into: BinaryIO
    most: int
    go_on: GoOn
    ask: dict[str, str]

    @property
    def host(self) -> str:
        return urlsplit(self.url).netloc


class NotThereError(FeedUnreadableError):
    """The server knows nothing at this address (404, 410)."""


class _TryAgainError(Exception):
    def __init__(self, told: FeedUnreadableError) -> None:
        self.told = told
        super().__init__()


class WebRequests:
    """Keeps its connection open between questions to the same server."""

    def __init__(
        self,
        limits: DownloadLimits,
        *,
        pause: Callable[[float], None] = sleep,
        seconds: Callable[[], float] = monotonic,
    ) -> None:
        self._limits = limits
        self._pause = pause
        self._seconds = seconds
        self._pools: dict[str, urllib3.PoolManager] = {}

    def get(
        self,
        url: str,
        into: BinaryIO,
        *,
        most: int,
        go_on: GoOn,
        ask: Mapping[str, str] | None = None,
    ) -> Answer:
        """Ask for `url` and write its unpacked answer to `into`, at most so many bytes.

        Raises:
            FeedUnreadableError: after the last try; NoConnectionError where there is no way there.
            ImportStoppedError: `go_on` said no.
        """
        wanted = _Wanted(url=url, into=into, most=most, go_on=go_on, ask=dict(ask or {}))
        for wait in (*self._limits.pauses, None):
            try:
                return self._get_once(wanted)
            except _TryAgainError as again:
                if wait is None:
                    raise again.told from None
                self._wait(wait, go_on)
                into.seek(0)
                into.truncate()
        raise AssertionError("the last try returns or raises")

    def close(self) -> None:
        """Let the connections go."""
        for pool in self._pools.values():
            pool.clear()
        self._pools = {}

    def _get_once(self, wanted: _Wanted) -> Answer:
        host = wanted.host
        try:
            response = self._follow(wanted.url, wanted.ask)
            try:
                return self._read(response, wanted)
            finally:
                response.close()
                response.release_conn()
        except trouble.SSLError as error:
            raise FeedUnreadableError(host, NOT_PROVEN) from error
        except (
            trouble.NewConnectionError,
            trouble.ConnectTimeoutError,
            trouble.ProxyError,
        ) as error:
            raise NoConnectionError(host, OFFLINE) from error
        except trouble.DecodeError as error:
            raise FeedUnreadableError(host, BADLY_PACKED) from error
        except trouble.TimeoutError as error:
            raise _TryAgainError(FeedUnreadableError(host, SILENT)) from error
        except trouble.HTTPError as error:
            raise _TryAgainError(FeedUnreadableError(host, BROKE_OFF)) from error

    def _follow(self, url: str, ask: dict[str, str]) -> urllib3.BaseHTTPResponse:
        for _ in range(self._limits.redirects + 1):
            response = self._pool(url).request(
                "GET",
                url,
                headers=HEADERS | ask,
                redirect=False,
                retries=False,
                preload_content=False,
                timeout=urllib3.Timeout(
                    connect=self._limits.connect_seconds, read=self._limits.silence_seconds
                ),
            )
            location = response.headers.get("Location")
            if response.status not in REDIRECTS or not location:
                return response
            response.close()
            url = next_stop(url, location)
        raise FeedUnreadableError(urlsplit(url).netloc, ROUND_IN_CIRCLES)

    def _read(self, response: urllib3.BaseHTTPResponse, wanted: _Wanted) -> Answer:
        until = self._seconds() + self._limits.request_seconds
        unchanged = response.status == HTTPStatus.NOT_MODIFIED
        if not unchanged:
            _check_status(response.status, wanted.host)
        size = 0
        for chunk in response.stream(CHUNK, decode_content=True):
            size += len(chunk)
            if size > wanted.most:
                most = max(1, wanted.most // MEGABYTE)
                raise FeedUnreadableError(wanted.host, TOO_LARGE.format(most=most))
            if self._seconds() > until:
                raise FeedUnreadableError(wanted.host, SILENT)
            if not wanted.go_on():
                raise ImportStoppedError
            wanted.into.write(chunk)
        return Answer(
            unchanged=unchanged,
            etag=response.headers.get("ETag", ""),
            last_modified=response.headers.get("Last-Modified", ""),
            size=size,
        )

    def _pool(self, url: str) -> urllib3.PoolManager:
        parts = urlsplit(url)
        key = f"{parts.scheme}://{parts.netloc}"
        if key not in self._pools:
            proxy = proxy_for(parts.scheme, parts.hostname or "")
            context = ssl.create_default_context()
            self._pools[key] = (
                urllib3.ProxyManager(proxy, ssl_context=context)
                if proxy
                else urllib3.PoolManager(ssl_context=context)
            )
        return self._pools[key]

    def _wait(self, seconds: float, go_on: GoOn) -> None:
        left = seconds
        while left > 0:
            if not go_on():
                raise ImportStoppedError
            self._pause(min(MOMENT, left))
            left -= MOMENT


def _check_status(status: int, host: str) -> None:
    if status == HTTPStatus.OK:
        return
    if status in AGAIN or status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        raise _TryAgainError(FeedUnreadableError(host, BUSY.format(status=status)))
    if status in (HTTPStatus.NOT_FOUND, HTTPStatus.GONE):
        raise NotThereError(host, NOT_THERE)
    if status in (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN):
        raise FeedUnreadableError(host, WANTS_KEY)
    raise FeedUnreadableError(host, NOT_UNDERSTOOD.format(status=status))


def proxy_for(scheme: str, host: str) -> str:
    """The proxy of the organisation's network, where its settings name one."""
    if is_this_computer(host) or proxy_bypass(host):
        return ""
    return getproxies().get(scheme, "")
