"""The way to the centre by network: one POST a message, and only what a centre would say is an answer."""

import json
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from http import HTTPStatus
from urllib.parse import urlsplit

import urllib3
from urllib3 import exceptions as trouble

from vrn_desktop.application.ports.counts import Answer, KeyAnswer
from vrn_desktop.domain.errors import (
    DomainError,
    LeftWithoutAnswerError,
    NoConnectionError,
    RefusedByOfficeError,
)
from vrn_desktop.domain.sending_pause import LONGEST_PAUSE
from vrn_desktop.sync.feed_address import is_this_computer
from vrn_desktop.sync.line_watch import LineWatch, watched_pools
from vrn_desktop.sync.web_requests import proxy_for

MESSAGES, KEYS = "/v1/messages", "/v1/keys"
BYTES, JSON_TYPE = "application/octet-stream", "application/json"
HEADERS = {
    "Accept": f"{BYTES}, {JSON_TYPE}",
    "Accept-Encoding": "identity",
    "Content-Type": BYTES,
    "User-Agent": "VRN-Desktop",
}
RECEIPT_BEGINS = b"VRNRCP1\n"
REFUSALS = frozenset(
    {
        HTTPStatus.BAD_REQUEST,
        HTTPStatus.FORBIDDEN,
        HTTPStatus.GONE,
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    }
)
LATER = frozenset({HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE})
LONGEST_REASON = 300
NOT_SAFE = "the centre's address is not one that keeps what is sent safe on its way"
OFFLINE = "the centre cannot be reached just now"
BROKE_OFF = "the centre's answer did not come whole"
NOT_THE_CENTRE = "what answered is not the centre; a network that asks to sign in may stand between"
BUSY = "the centre is busy just now"


@dataclass(frozen=True, slots=True, kw_only=True)
class LineLimits:
    """How long one message may take and how much of an answer is read; the longest answer has 600 bytes."""

    connect_seconds: float = 10
    silence_seconds: float = 20
    whole_seconds: float = 60
    answer_bytes: int = 4096


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reply:
    status: int
    kind: str
    again_after: timedelta | None
    body: bytes


class HttpsCentreLine:
    """A `CentreLine`; plain http only to this computer itself, for trying things out.

    Args:
        limits: time and size of one exchange.
        context: how a server proves who it is; the computer's own list of authorities.
    """

    def __init__(
        self,
        limits: LineLimits | None = None,
        *,
        context: Callable[[], ssl.SSLContext] = ssl.create_default_context,
    ) -> None:
        self._limits = limits or LineLimits()
        self._context = context

    def post(self, address: str, raw: bytes) -> Answer:
        """Send one message; see `CentreLine.post`."""
        reply = self._exchange(address + MESSAGES, raw)
        if reply.status in (HTTPStatus.OK, HTTPStatus.CONFLICT):
            if reply.kind != BYTES or not reply.body.startswith(RECEIPT_BEGINS):
                raise LeftWithoutAnswerError(NOT_THE_CENTRE)
            return Answer(receipt=reply.body)
        if reply.status == HTTPStatus.ACCEPTED and _is_of_the_centre(reply):
            return Answer(receipt=None)
        raise _trouble_of(reply)

    def post_key(self, address: str, raw: bytes) -> KeyAnswer:
        """Send a key request or a rotation; see `CentreLine.post_key`."""
        reply = self._exchange(address + KEYS, raw)
        said = (_object(reply.body) or {}).get("key") if reply.kind == JSON_TYPE else None
        if (reply.status, said) == (HTTPStatus.OK, KeyAnswer.IN_FORCE.value):
            return KeyAnswer.IN_FORCE
        if (reply.status, said) == (HTTPStatus.ACCEPTED, KeyAnswer.WAITS.value):
            return KeyAnswer.WAITS
        raise _trouble_of(reply)

    def _exchange(self, url: str, raw: bytes) -> _Reply:
        with LineWatch(self._limits.whole_seconds) as watch:
            try:
                return self._asked(url, raw, watch)
            except (trouble.HTTPError, OSError, ValueError) as error:
                if watch.connected:
                    raise LeftWithoutAnswerError(BROKE_OFF) from error
                raise NoConnectionError(OFFLINE) from error

    def _asked(self, url: str, raw: bytes, watch: LineWatch) -> _Reply:
        pools = self._pools(url, watch)
        try:
            response = pools.request(
                "POST",
                url,
                body=raw,
                headers=HEADERS,
                redirect=False,
                retries=False,
                preload_content=False,
                timeout=urllib3.Timeout(
                    connect=self._limits.connect_seconds, read=self._limits.silence_seconds
                ),
            )
            try:
                return self._read(response)
            finally:
                response.close()
        finally:
            pools.clear()

    def _read(self, response: urllib3.BaseHTTPResponse) -> _Reply:
        body = b""
        for chunk in response.stream(self._limits.answer_bytes, decode_content=False):
            body += chunk
            if len(body) > self._limits.answer_bytes:
                raise LeftWithoutAnswerError(NOT_THE_CENTRE)
        kind = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        return _Reply(
            status=response.status,
            kind=kind,
            again_after=_seconds(response.headers.get("Retry-After", "")),
            body=body,
        )

    def _pools(self, url: str, watch: LineWatch) -> urllib3.PoolManager:
        parts = urlsplit(url)
        host = parts.hostname or ""
        if parts.scheme != "https" and not (parts.scheme == "http" and is_this_computer(host)):
            raise NoConnectionError(NOT_SAFE)
        proxy = proxy_for(parts.scheme, host)
        return watched_pools(proxy, self._context(), watch)


def _is_of_the_centre(reply: _Reply) -> bool:
    """A centre answers with JSON or with nothing; a page that wants somebody to sign in is HTML."""
    return not reply.body or (reply.kind == JSON_TYPE and _object(reply.body) is not None)


def _trouble_of(reply: _Reply) -> DomainError:
    said = _object(reply.body) if reply.kind == JSON_TYPE else None
    if said is None or not isinstance(said.get("refusal"), str):
        return LeftWithoutAnswerError(NOT_THE_CENTRE)
    if reply.status in LATER:
        return LeftWithoutAnswerError(BUSY, reply.again_after)
    if reply.status in REFUSALS:
        return RefusedByOfficeError(_words(said))
    return LeftWithoutAnswerError(NOT_THE_CENTRE)


def _words(said: dict[str, object]) -> str:
    reason = said.get("reason")
    text = reason if isinstance(reason, str) and reason else str(said["refusal"])
    return "".join(letter for letter in text[:LONGEST_REASON] if letter.isprintable())


def _object(body: bytes) -> dict[str, object] | None:
    try:
        value: object = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def _seconds(retry_after: str) -> timedelta | None:
    """The pause that was asked for, six hours at most; a date in place of seconds is overlooked."""
    if not retry_after.isascii() or not retry_after.isdigit():
        return None
    return min(timedelta(seconds=min(int(retry_after[:6]), 999_999)), LONGEST_PAUSE)
