"""The address of a feed: what may be asked, and where its list, its pages and its services lie."""

import ipaddress
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, urlencode, urljoin, urlsplit, urlunsplit

from vrn_desktop.domain.directory.service_reading import FeedUnreadableError

LIST = "services"
FILE_KINDS = (".json", ".zip")
LONGEST = 2_000
THIS_ADDRESS = "this address"
MUST_BE_HTTPS = "has to begin with https://, so that nobody on the way can change what it says"
NO_HOST = "names no place on the web; it looks like https://council.example/openreferral/v3"
WITH_PASSWORD = "holds a name or password; a feed of open data needs neither"  # noqa: S105  a reason
NOT_AN_ADDRESS = "is not an address that can be asked"
TOO_LONG = "is too long"


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedAddress:
    """`base` ends without a slash; a file (`is_file`) is asked for as it stands."""

    base: str
    query: str
    host: str
    is_file: bool

    @property
    def address(self) -> str:
        """The address as it is asked."""
        return f"{self.base}?{self.query}" if self.query else self.base

    def page(self, number: int, size: int) -> str:
        """One page of the list of services."""
        paging = urlencode({"page": number, "per_page": size})
        query = f"{self.query}&{paging}" if self.query else paging
        return f"{self.base}/{LIST}?{query}"

    def detail(self, external_id: str) -> str:
        """One service in full."""
        own = f"?{self.query}" if self.query else ""
        return f"{self.base}/{LIST}/{quote(external_id, safe='')}{own}"


def feed_address(typed: str) -> FeedAddress:
    """What somebody typed as an address that may be asked.

    Raises:
        FeedUnreadableError: it may not; says why.
    """
    parts, port = _parts_of(typed.strip())
    host = parts.hostname or ""
    if not host or ("." not in host and ":" not in host and host != "localhost"):
        raise FeedUnreadableError(THIS_ADDRESS, NO_HOST)
    if parts.username is not None or parts.password is not None:
        raise FeedUnreadableError(THIS_ADDRESS, WITH_PASSWORD)
    if parts.scheme != "https" and not (parts.scheme == "http" and is_this_computer(host)):
        raise FeedUnreadableError(THIS_ADDRESS, MUST_BE_HTTPS)
    shown = f"[{host}]" if ":" in host else host
    netloc = shown if port is None else f"{shown}:{port}"
    path = parts.path.rstrip("/")
    is_file = path.lower().endswith(FILE_KINDS)
    if not is_file and path.endswith(f"/{LIST}"):
        path = path.removesuffix(f"/{LIST}")
    return FeedAddress(
        base=urlunsplit((parts.scheme, netloc, path, "", "")),
        query=parts.query,
        host=netloc,
        is_file=is_file,
    )


def _parts_of(words: str) -> tuple[SplitResult, int | None]:
    if len(words) > LONGEST:
        raise FeedUnreadableError(THIS_ADDRESS, TOO_LONG)
    if any(letter.isspace() or not letter.isprintable() for letter in words):
        raise FeedUnreadableError(THIS_ADDRESS, NOT_AN_ADDRESS)
    try:
        parts = urlsplit(words if "://" in words else f"https://{words}")
        port = parts.port
    except ValueError as error:
        raise FeedUnreadableError(THIS_ADDRESS, NOT_AN_ADDRESS) from error
    return parts, port


def is_this_computer(host: str) -> bool:
    """Whether nothing leaves this computer on the way there."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def next_stop(asked: str, location: str) -> str:
    """Where a server sends us on to.

    Raises:
        FeedUnreadableError: to another server, or to an open line.
    """
    on = urljoin(asked, location)
    try:
        before, after = urlsplit(asked), urlsplit(on)
        same = (before.hostname, _port(before.scheme, before.port)) == (
            after.hostname,
            _port(after.scheme, after.port),
        )
    except ValueError as error:
        raise FeedUnreadableError(THIS_ADDRESS, NOT_AN_ADDRESS) from error
    if not same or after.scheme != before.scheme:
        other = f"{after.scheme}://{after.netloc.rpartition('@')[2]}"
        raise FeedUnreadableError(
            before.netloc,
            f"sends us on to another server ({other}); if that is right, type that address instead",
        )
    return on


def _port(scheme: str, port: int | None) -> int | None:
    return port or {"https": 443, "http": 80}.get(scheme)
