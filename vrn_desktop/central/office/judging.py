"""Judging opened messages beside what came before, and writing the judgement down with its receipt."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert

from vrn_desktop.central.office.answers import Receipted
from vrn_desktop.central.office.arrival_rows import concerned, keep_contributions
from vrn_desktop.central.office.key_pair import HeldPairs
from vrn_desktop.central.office.message_state import MessageState
from vrn_desktop.central.office.opened_message import OpenedMessage
from vrn_desktop.central.store.message_tables import CHAIN_EVENTS, RECEIPTS
from vrn_desktop.exchange.message_chain import ChainEvent, Outcome, judged
from vrn_desktop.exchange.receipt import Receipt, ReceiptOutcome, signed_receipt


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedMessage:
    """An opened message, whether its numbers count, and what an office should look into."""

    message: OpenedMessage
    outcome: ReceiptOutcome
    events: frozenset[ChainEvent]

    @property
    def state(self) -> MessageState:
        """How it stands in the list of sealed messages."""
        return MessageState(self.outcome.value)


def judged_in_turn(
    connection: Connection, messages: Sequence[OpenedMessage]
) -> list[JudgedMessage]:
    """Judge messages that were not here before, each beside the ones before it too."""
    known = concerned(connection, [message.arrival for message in messages])
    results = []
    for message in messages:
        judgement = judged(message.arrival, known)
        if judgement.outcome is Outcome.ACCEPTED:
            known.append(message.arrival)
        results.append(
            JudgedMessage(
                message=message,
                outcome=ReceiptOutcome(judgement.outcome.value),
                events=judgement.events,
            )
        )
    return results


def receipted(
    connection: Connection, messages: Sequence[JudgedMessage], *, held: HeldPairs, now: datetime
) -> dict[str, Receipted]:
    """Keep numbers, events and receipts of judged messages; the answers by digest."""
    keep_contributions(
        connection,
        [each.message for each in messages if each.outcome is ReceiptOutcome.ACCEPTED],
    )
    answers = {each.message.cover.digest: _answer(each, held, now) for each in messages}
    if answers:
        connection.execute(
            insert(RECEIPTS),
            [
                {
                    "digest": digest,
                    "outcome": answer.outcome.value,
                    "raw": answer.raw,
                    "given_at": now,
                }
                for digest, answer in answers.items()
            ],
        )
    events = [
        {
            "at": now,
            "event": event.value,
            "site": each.message.said.site,
            "period": str(each.message.said.period),
            "digest": each.message.cover.digest,
        }
        for each in messages
        for event in sorted(each.events)
    ]
    if events:
        connection.execute(insert(CHAIN_EVENTS), events)
    return answers


def _answer(judged_message: JudgedMessage, held: HeldPairs, now: datetime) -> Receipted:
    cover = judged_message.message.cover
    receipt = Receipt(
        message_id=cover.message_id,
        digest=cover.digest,
        outcome=judged_message.outcome,
        day=now.date(),
    )
    signer = held.signer_for(cover.centre_key)
    return Receipted(outcome=judged_message.outcome, raw=signed_receipt(receipt, signer))
