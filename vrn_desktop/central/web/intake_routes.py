"""What laptops speak to: one POST for messages, one for keys, and a word on whether the office is there."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from vrn_desktop.central.office.answers import Answer, IntakeRefusal, Kept, Receipted, Refused
from vrn_desktop.central.office.group_commit import UNAVAILABLE, GroupCommit
from vrn_desktop.central.office.key_arrivals import LARGEST_KEY_FILE, KeyStanding
from vrn_desktop.central.store.schema import is_reachable
from vrn_desktop.exchange.errors import MessageRefusedError, Refusal
from vrn_desktop.exchange.receipt import ReceiptOutcome
from vrn_desktop.exchange.sealed_message import MESSAGE_BYTES

BODY_SECONDS = 15
"""A message is 2.3 kB; who needs longer is no laptop on a bad line but something that holds a place."""
AGAIN_AFTER_SECONDS = 60

_BYTES = "application/octet-stream"
_OK, _KEPT, _CONFLICT = 200, 202, 409
_STATUS: Mapping[str, int] = {
    Refusal.UNKNOWN_SENDER: 403,
    Refusal.SIGNATURE: 403,
    IntakeRefusal.REVOKED: 410,
    IntakeRefusal.TOO_SLOW: 408,
    IntakeRefusal.TOO_LARGE: 413,
    IntakeRefusal.TOO_MANY: 429,
    IntakeRefusal.UNAVAILABLE: 503,
}
_BAD_REQUEST = 400
_LATER_IS_FINE = frozenset((IntakeRefusal.TOO_MANY, IntakeRefusal.UNAVAILABLE))


class KeyDoor(Protocol):
    """Who takes keys: the office itself, or an intake that keeps them for it."""

    def take(self, raw: bytes) -> KeyStanding:
        """Take a key file's bytes.

        Raises:
            MessageRefusedError: it is not taken.
        """
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class IntakeDesk:
    """What the intake's routes need: the door for messages, the door for keys, the database."""

    messages: GroupCommit
    keys: KeyDoor
    engine: Engine


class _BodyRefusedError(Exception):
    """The body does not come as it should."""

    def __init__(self, refused: Refused) -> None:
        self.refused = refused
        super().__init__(refused.reason)


def intake_routes(desk: IntakeDesk) -> list[Route]:
    """The routes; they know no cookie and no form, so they stand beside the pages for people."""

    async def messages(request: Request) -> Response:
        return await _message_answer(desk, request)

    async def keys(request: Request) -> Response:
        return await _key_answer(desk, request)

    async def health(_: Request) -> Response:
        if await run_in_threadpool(is_reachable, desk.engine):
            return JSONResponse({"health": "ok"})
        return _refusal(UNAVAILABLE)

    return [
        Route("/v1/messages", messages, methods=["POST"]),
        Route("/v1/keys", keys, methods=["POST"]),
        Route("/v1/health", health, methods=["GET"]),
    ]


async def _message_answer(desk: IntakeDesk, request: Request) -> Response:
    try:
        raw = await _body(request, MESSAGE_BYTES)
    except _BodyRefusedError as error:
        return _refusal(error.refused)
    return _answered(await asyncio.wrap_future(desk.messages.submit(raw)))


async def _key_answer(desk: IntakeDesk, request: Request) -> Response:
    try:
        raw = await _body(request, LARGEST_KEY_FILE)
        standing = await run_in_threadpool(desk.keys.take, raw)
    except _BodyRefusedError as error:
        return _refusal(error.refused)
    except MessageRefusedError as error:
        return _refusal(Refused(refusal=error.refusal, reason=error.reason))
    except SQLAlchemyError:
        return _refusal(UNAVAILABLE)
    status = _OK if standing is KeyStanding.IN_FORCE else _KEPT
    return JSONResponse({"key": standing.value}, status)


async def _body(request: Request, most: int) -> bytes:
    said = request.headers.get("content-length", "0")
    if not said.isdecimal() or int(said) > most:
        raise _too_large()
    try:
        return await asyncio.wait_for(_read(request, most), BODY_SECONDS)
    except TimeoutError as error:
        slow = Refused(refusal=IntakeRefusal.TOO_SLOW, reason="it took too long to arrive")
        raise _BodyRefusedError(slow) from error
    except ClientDisconnect as error:
        cut = Refused(refusal=Refusal.FORM, reason="it is cut off")
        raise _BodyRefusedError(cut) from error


async def _read(request: Request, most: int) -> bytes:
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > most:
            raise _too_large()
    return bytes(body)


def _too_large() -> _BodyRefusedError:
    return _BodyRefusedError(
        Refused(refusal=IntakeRefusal.TOO_LARGE, reason="it is longer than such a file can be")
    )


def _answered(answer: Answer) -> Response:
    if isinstance(answer, Receipted):
        status = _OK if answer.outcome is ReceiptOutcome.ACCEPTED else _CONFLICT
        return Response(answer.raw, status, media_type=_BYTES)
    if isinstance(answer, Kept):
        return JSONResponse({"message": "kept"}, _KEPT)
    return _refusal(answer)


def _refusal(refused: Refused) -> Response:
    headers = {"retry-after": str(AGAIN_AFTER_SECONDS)} if refused.refusal in _LATER_IS_FINE else {}
    return JSONResponse(
        {"refusal": str(refused.refusal), "reason": refused.reason},
        _STATUS.get(refused.refusal, _BAD_REQUEST),
        headers,
    )
