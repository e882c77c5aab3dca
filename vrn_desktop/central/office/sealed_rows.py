"""The sealed messages as rows: seen before or new, waiting or done with."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from sqlalchemy import Connection, bindparam, insert, select, update

from vrn_desktop.central.office.answers import Answer, Kept, Receipted, Refused
from vrn_desktop.central.office.judging import JudgedMessage
from vrn_desktop.central.office.message_state import MessageState
from vrn_desktop.central.store.message_tables import RECEIPTS, SEALED_MESSAGES
from vrn_desktop.exchange.receipt import ReceiptOutcome
from vrn_desktop.exchange.sealed_message import CheckedCover

_NOTHING_KEPT = b""
_SEEN = (
    select(
        SEALED_MESSAGES.c.digest,
        SEALED_MESSAGES.c.refusal,
        RECEIPTS.c.outcome,
        RECEIPTS.c.raw,
    )
    .outerjoin(RECEIPTS, RECEIPTS.c.digest == SEALED_MESSAGES.c.digest)
    .where(SEALED_MESSAGES.c.digest.in_(bindparam("digests", expanding=True)))
)
_WAITING = (
    select(SEALED_MESSAGES.c.digest, SEALED_MESSAGES.c.raw)
    .where(SEALED_MESSAGES.c.state == MessageState.WAITING)
    .order_by(SEALED_MESSAGES.c.received_at)
)
_DONE_WITH = (
    update(SEALED_MESSAGES)
    .where(SEALED_MESSAGES.c.digest == bindparam("done"))
    .values(state=bindparam("now"), refusal=bindparam("why"), raw=bindparam("kept"))
)


def seen_before(connection: Connection, digests: Collection[str]) -> dict[str, Answer]:
    """The answers to those messages that are here already."""
    rows = connection.execute(_SEEN, {"digests": list(digests)})
    return {row.digest: _answer(row.refusal, row.outcome, row.raw) for row in rows}


def _answer(refusal: str | None, outcome: str | None, raw: bytes) -> Answer:
    if outcome is not None:
        return Receipted(outcome=ReceiptOutcome(outcome), raw=raw)
    if refusal is not None:
        return Refused(refusal=refusal, reason="it was opened, and could not be used")
    return Kept()


def keep_waiting(connection: Connection, covers: Sequence[CheckedCover], now: datetime) -> None:
    """Keep messages whose cover was right until somebody can open them."""
    _keep(connection, [_row(cover, MessageState.WAITING, now) for cover in covers])


def keep_judged(connection: Connection, messages: Sequence[JudgedMessage], now: datetime) -> None:
    """Keep messages that were opened and judged as they came."""
    _keep(connection, [_row(each.message.cover, each.state, now) for each in messages])


def _keep(connection: Connection, rows: Sequence[Mapping[str, object]]) -> None:
    if rows:
        connection.execute(insert(SEALED_MESSAGES), rows)


def _row(cover: CheckedCover, state: MessageState, now: datetime) -> Mapping[str, object]:
    return {
        "digest": cover.digest,
        "device": cover.device,
        "raw": _kept(cover, state),
        "received_at": now,
        "state": state.value,
    }


def _kept(cover: CheckedCover, state: MessageState) -> bytes:
    return _NOTHING_KEPT if state is MessageState.CONFLICT else cover.raw


def longest_waiting(connection: Connection, most: int) -> list[tuple[str, bytes]]:
    """Digest and bytes of the messages that have waited longest."""
    return [(row.digest, row.raw) for row in connection.execute(_WAITING.limit(most))]


def done_waiting(
    connection: Connection,
    judged: Sequence[JudgedMessage],
    refused: Mapping[str, Refused],
) -> None:
    """Write down what became of messages that had waited."""
    rows = [
        {
            "done": each.message.cover.digest,
            "now": each.state.value,
            "why": None,
            "kept": _kept(each.message.cover, each.state),
        }
        for each in judged
    ]
    rows += [
        {
            "done": digest,
            "now": MessageState.REFUSED.value,
            "why": answer.refusal,
            "kept": _NOTHING_KEPT,
        }
        for digest, answer in refused.items()
    ]
    if rows:
        connection.execute(_DONE_WITH, rows)
