"""Only a receipt that the centre signed, for this very message, makes it delivered."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exchange_messages import CENTRE_SIGNER, SITE_KEY
from vrn_desktop.exchange.canonical_json import written
from vrn_desktop.exchange.errors import MessageRefusedError, Refusal
from vrn_desktop.exchange.message_keys import fingerprint
from vrn_desktop.exchange.receipt import (
    Receipt,
    ReceiptOutcome,
    checked_receipt,
    refuse_other_message,
    signed_receipt,
)

RECEIPT = Receipt(
    message_id="a" * 32, digest="b" * 64, outcome=ReceiptOutcome.ACCEPTED, day=date(2026, 11, 24)
)
RAW = signed_receipt(RECEIPT, CENTRE_SIGNER)


def trusted(kid: str) -> bytes | None:
    return CENTRE_SIGNER.public if kid == fingerprint(CENTRE_SIGNER.public) else None


def refusal(raw: bytes) -> Refusal:
    with pytest.raises(MessageRefusedError) as refused:
        checked_receipt(raw, trusted)
    return refused.value.refusal


@pytest.mark.parametrize("outcome", list(ReceiptOutcome))
def test_a_receipt_reads_back_as_it_was_signed(outcome: ReceiptOutcome) -> None:
    receipt = replace(RECEIPT, outcome=outcome)
    assert checked_receipt(signed_receipt(receipt, CENTRE_SIGNER), trusted) == receipt


def test_the_same_receipt_is_the_same_bytes_every_time() -> None:
    assert signed_receipt(RECEIPT, CENTRE_SIGNER) == RAW


def test_every_changed_bit_is_refused() -> None:
    taken = []
    for place in range(len(RAW)):
        for bit in range(8):
            changed = bytearray(RAW)
            changed[place] ^= 1 << bit
            try:
                checked_receipt(bytes(changed), trusted)
            except MessageRefusedError:
                continue
            taken.append((place, bit))
    assert taken == []


@given(raw=st.binary(max_size=300) | st.integers(0, len(RAW) - 1).map(lambda end: RAW[:end]))
def test_any_other_bytes_are_refused_and_never_a_crash(raw: bytes) -> None:
    assert refusal(raw) in {Refusal.FORM, Refusal.VERSION}


def test_anything_behind_the_end_is_refused() -> None:
    assert refusal(RAW + b"\0") is Refusal.FORM
    assert refusal(RAW + bytes(600)) is Refusal.FORM


def test_a_receipt_by_somebody_else_is_refused() -> None:
    assert refusal(signed_receipt(RECEIPT, SITE_KEY)) is Refusal.UNKNOWN_SENDER


def test_a_forged_receipt_in_the_centres_name_is_refused() -> None:
    forged = RAW[:-64] + SITE_KEY.sign(b"vrnrcp/1\0" + RAW[:-64])
    assert refusal(forged) is Refusal.SIGNATURE


def test_a_look_up_that_gives_another_key_is_not_trusted() -> None:
    with pytest.raises(MessageRefusedError, match="no office"):
        checked_receipt(RAW, lambda _kid: SITE_KEY.public)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"outcome": "perhaps"}, Refusal.CONTENT),
        ({"day": "2026-02-30"}, Refusal.CONTENT),
        ({"day": 20261124}, Refusal.CONTENT),
        ({"digest": "B" * 64}, Refusal.CONTENT),
        ({"id": "a" * 31}, Refusal.CONTENT),
        ({"note": "hello"}, Refusal.FORM),
        ({"v": 2}, Refusal.VERSION),
        ({"v": True}, Refusal.FORM),
    ],
    ids=str,
)
def test_a_signed_receipt_of_another_form_is_refused(
    change: dict[str, object], expected: Refusal
) -> None:
    fields: dict[str, object] = {
        "day": "2026-11-24",
        "digest": "b" * 64,
        "id": "a" * 32,
        "kid": fingerprint(CENTRE_SIGNER.public),
        "outcome": "accepted",
        "v": 1,
    }
    header = written(fields | change)
    unsigned = b"VRNRCP1\n" + len(header).to_bytes(2) + header + bytes(4)
    assert refusal(unsigned + CENTRE_SIGNER.sign(b"vrnrcp/1\0" + unsigned)) is expected


def test_a_receipt_for_another_message_changes_nothing() -> None:
    refuse_other_message(RECEIPT, message_id="a" * 32, digest="b" * 64)
    for other in ({"message_id": "c" * 32}, {"digest": "c" * 64}):
        expected = {"message_id": "a" * 32, "digest": "b" * 64} | other
        with pytest.raises(MessageRefusedError, match="another message"):
            refuse_other_message(RECEIPT, **expected)
