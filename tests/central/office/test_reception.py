"""Every message is kept once, judged once, and answered with the same bytes ever after."""

from datetime import timedelta
from random import Random
from threading import Event

import pytest
from sqlalchemy import Engine, select

from tests.central.office.invented_office import (
    OTHER_SITE,
    PASSPHRASE,
    SITE,
    WHO,
    InventedOffice,
    read_receipt,
)
from tests.central_load import chain_of, said, sealed, weeks
from vrn_desktop.central.office import opening_rounds
from vrn_desktop.central.office.answers import Answer, Kept, Receipted, Refused
from vrn_desktop.central.office.key_ring import KeyRing
from vrn_desktop.central.office.opening_rounds import OpeningRounds
from vrn_desktop.central.office.passphrase_seal import LEAST
from vrn_desktop.central.store.message_tables import CHAIN_EVENTS, REFUSALS, SEALED_MESSAGES
from vrn_desktop.central.store.stored_site_numbers import StoredSiteNumbers
from vrn_desktop.domain.programme_period import Quarter, Week
from vrn_desktop.exchange.enrolment import signed_rotation
from vrn_desktop.exchange.errors import MessageRefusedError
from vrn_desktop.exchange.message_chain import ChainHead
from vrn_desktop.exchange.message_keys import SigningKey
from vrn_desktop.exchange.payload import PeriodState
from vrn_desktop.exchange.receipt import ReceiptOutcome
from vrn_desktop.exchange.sealed_message import message_digest
from vrn_desktop.exchange.table_pack import MessageKind

WEEK = Week(2026, 5)
QUARTER = Quarter(2026, 1)


@pytest.fixture
def office(engine: Engine) -> InventedOffice:
    office = InventedOffice(engine)
    office.enrol()
    return office


def receipt_bytes(answer: Answer) -> bytes:
    assert isinstance(answer, Receipted)
    return answer.raw


def refusal(answer: Answer) -> str:
    assert isinstance(answer, Refused)
    return answer.refusal


def test_a_message_is_receipted_and_gets_the_same_bytes_again_on_another_day(
    office: InventedOffice,
) -> None:
    raw = sealed(said(SITE, QUARTER, ChainHead()), SITE)
    (first,) = office.reception.take_in([raw])
    office.later(timedelta(days=9))
    again = office.reception.take_in([raw, raw])
    receipt = read_receipt(receipt_bytes(first))
    assert (receipt.digest, receipt.outcome) == (message_digest(raw), ReceiptOutcome.ACCEPTED)
    assert again == [first, first]
    assert office.rows() == {
        "sealed_messages": 1,
        "contributions": 1,
        "receipts": 1,
        "chain_events": 0,
    }


def test_any_order_any_number_of_times_and_any_batches_keep_each_message_once(
    office: InventedOffice,
) -> None:
    messages = [raw for site in (SITE, OTHER_SITE) for raw in chain_of(site, weeks(8))] * 3
    Random(7).shuffle(messages)  # noqa: S311  an order that repeats
    answers: dict[bytes, Answer] = {}
    for start in range(0, len(messages), 5):
        batch = messages[start : start + 5]
        for raw, answer in zip(batch, office.reception.take_in(batch), strict=True):
            assert answers.setdefault(raw, answer) == answer
    assert {read_receipt(receipt_bytes(each)).outcome for each in answers.values()} == {
        ReceiptOutcome.ACCEPTED
    }
    assert office.rows() == {
        "sealed_messages": 16,
        "contributions": 16,
        "receipts": 16,
        "chain_events": 0,
    }


def test_a_second_drawing_is_a_signed_conflict_and_none_of_it_is_kept(
    office: InventedOffice,
) -> None:
    first = sealed(said(SITE, WEEK, ChainHead()), SITE)
    second = sealed(said(SITE, WEEK, ChainHead(), drawing=2), SITE)
    office.reception.take_in([first])
    answers = [office.reception.take_in([second])[0] for _ in range(2)]
    assert read_receipt(receipt_bytes(answers[0])).outcome is ReceiptOutcome.CONFLICT
    assert answers[0] == answers[1]
    (numbers,) = StoredSiteNumbers(office.engine).numbers(WEEK)
    assert numbers.tables == said(SITE, WEEK, ChainHead()).tables
    with office.engine.connect() as connection:
        kept = {row.digest: row.raw for row in connection.execute(select(SEALED_MESSAGES))}
        events = set(connection.scalars(select(CHAIN_EVENTS.c.event)))
    assert kept == {message_digest(first): first, message_digest(second): b""}
    assert events == {"fork", "second_draw"}


def test_two_drawings_in_one_batch_are_judged_in_turn(office: InventedOffice) -> None:
    drawings = [sealed(said(SITE, WEEK, ChainHead(), drawing=n), SITE) for n in (1, 2)]
    outcomes = [
        read_receipt(receipt_bytes(each)).outcome for each in office.reception.take_in(drawings)
    ]
    assert outcomes == [ReceiptOutcome.ACCEPTED, ReceiptOutcome.CONFLICT]


def test_withdrawn_numbers_stay_and_are_not_used_whichever_came_first(
    office: InventedOffice,
) -> None:
    for site, numbers_first in ((SITE, True), (OTHER_SITE, False)):
        first = sealed(said(site, QUARTER, ChainHead()), site)
        head = ChainHead().after(first)
        withdrawn = sealed(said(site, QUARTER, head, state=PeriodState.WITHDRAWN), site)
        order = [first, withdrawn] if numbers_first else [withdrawn, first]
        for raw in order:
            office.reception.take_in([raw])
    source = StoredSiteNumbers(office.engine)
    assert source.numbers(QUARTER) == ()
    assert source.periods(MessageKind.Q) == ()
    assert office.rows()["contributions"] == 4


def test_while_locked_messages_are_kept_and_answered_once_somebody_unlocks(
    office: InventedOffice,
) -> None:
    messages = [
        *chain_of(SITE, weeks(3)),
        sealed(said(SITE, weeks(1)[0], ChainHead(), drawing=2), SITE),
    ]
    office.ring.lock()
    assert office.reception.take_in(messages) == [Kept()] * 4
    office.ring.unlock(PASSPHRASE)
    assert office.reception.open_waiting() == 4
    assert office.reception.open_waiting() == 0
    outcomes = [
        read_receipt(receipt_bytes(each)).outcome for each in office.reception.take_in(messages)
    ]
    assert outcomes == [ReceiptOutcome.ACCEPTED] * 3 + [ReceiptOutcome.CONFLICT]


def test_what_waited_and_does_not_open_is_refused_ever_after(office: InventedOffice) -> None:
    other = sealed(said(OTHER_SITE, WEEK, ChainHead()), SITE)  # signed by one site, of another
    office.ring.lock()
    assert office.reception.take_in([other]) == [Kept()]
    office.ring.unlock(PASSPHRASE)
    office.reception.open_waiting()
    assert [refusal(each) for each in office.reception.take_in([other, other])] == [
        "other_sender",
        "other_sender",
    ]
    assert office.rows()["contributions"] == 0


def test_what_a_key_signed_before_it_was_revoked_still_counts_and_nothing_after(
    office: InventedOffice,
) -> None:
    before, on_its_way, after = chain_of(SITE, weeks(3))
    office.reception.take_in([before])
    office.ring.lock()
    office.reception.take_in([on_its_way])
    office.enrolment.revoke(SITE.name, who=WHO)
    office.ring.unlock(PASSPHRASE)
    office.reception.open_waiting()
    answers = office.reception.take_in([before, on_its_way, after])
    assert [type(each) for each in answers] == [Receipted, Receipted, Refused]
    assert refusal(answers[2]) == "revoked"


def test_revoking_a_site_ends_the_keys_before_and_tells_none_of_them_it_is_in_force(
    office: InventedOffice,
) -> None:
    rotation = signed_rotation(SITE.key, SigningKey.new())
    office.keys.take(rotation)
    before, after = chain_of(SITE, weeks(2))
    assert isinstance(office.reception.take_in([before])[0], Receipted)
    office.enrolment.revoke(SITE.name, who=WHO)
    assert refusal(office.reception.take_in([after])[0]) == "revoked"
    with pytest.raises(MessageRefusedError):
        office.keys.take(rotation)


def test_a_key_made_by_another_process_is_found_without_a_restart(
    office: InventedOffice,
) -> None:
    other_process = KeyRing(office.engine, office.clock, LEAST)
    other_process.unlock(PASSPHRASE)
    other_process.rotate(who=WHO)
    raw = sealed(said(SITE, WEEK, ChainHead()), SITE, other_process.opened().in_force)
    (answer,) = office.reception.take_in([raw])
    assert isinstance(answer, Receipted)


def test_refusals_are_counted_by_reason_and_nothing_of_them_is_kept(
    office: InventedOffice,
) -> None:
    good = sealed(said(SITE, WEEK, ChainHead()), SITE)
    changed = good[:-1] + bytes([good[-1] ^ 1])
    answers = office.reception.take_in([changed, b"no message", b"", good])
    assert [refusal(each) for each in answers[:3]] == ["signature", "form", "form"]
    with office.engine.connect() as connection:
        counted = {row.refusal: row.times for row in connection.execute(select(REFUSALS))}
    assert counted == {"signature": 1, "form": 2}
    assert office.rows()["sealed_messages"] == 1


def test_one_device_that_floods_is_told_to_wait_and_nobody_else_is(
    office: InventedOffice,
) -> None:
    messages = [*chain_of(SITE, weeks(2)), *chain_of(OTHER_SITE, weeks(1))]
    seen: set[str] = set()

    def allows(device: str) -> bool:
        is_first = device not in seen
        seen.add(device)
        return is_first

    answers = office.reception.take_in(messages, allows)
    assert [type(each) for each in answers] == [Receipted, Refused, Receipted]
    assert refusal(answers[1]) == "too_many"
    assert isinstance(office.reception.take_in(messages)[1], Receipted)


def test_periods_and_expected_sites_are_read_from_what_is_in_use(office: InventedOffice) -> None:
    office.reception.take_in([*chain_of(SITE, [WEEK, Week(2026, 6), QUARTER])])
    source = StoredSiteNumbers(office.engine)
    assert source.periods(MessageKind.P) == (WEEK, Week(2026, 6))
    assert source.periods(MessageKind.Q) == (QUARTER,)
    assert source.sites_expected(WEEK) == 2
    assert source.sites_expected(Quarter(2025, 4)) == 0
    office.enrolment.revoke(OTHER_SITE.name, who=WHO, leaves_after=Quarter(2026, 1))
    assert [source.sites_expected(Quarter(2026, n)) for n in (1, 2)] == [2, 1]


def test_a_round_that_breaks_off_is_followed_by_the_next(
    office: InventedOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening_rounds, "SECONDS_BETWEEN", 0)
    went_on, faults = Event(), [ValueError("a key of the ring was changed")]

    def go_round(_: OpeningRounds) -> int:
        if faults:
            raise faults.pop()
        went_on.set()
        return 0

    monkeypatch.setattr(OpeningRounds, "go_round", go_round)
    with OpeningRounds(office.reception, office.keys):
        assert went_on.wait(30)
