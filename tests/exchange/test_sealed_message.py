"""Only the centre opens a message, only the site can have sent it, and no changed byte gets through."""

import hmac
from dataclasses import replace
from hashlib import sha256

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from hypothesis import given
from hypothesis import strategies as st

from tests.exchange_messages import (
    CENTRE_KEY,
    OTHER_SITE_KEY,
    RING,
    SITE_KEY,
    contribution,
    enrolled,
    key_bytes,
    saying,
    sealed,
)
from vrn_desktop.exchange.errors import MessageRefusedError, Refusal
from vrn_desktop.exchange.message_keys import OpeningKey, SigningKey, fingerprint, sealed_to
from vrn_desktop.exchange.payload import Contribution, PeriodState, padded
from vrn_desktop.exchange.sealed_message import (
    MESSAGE_BYTES,
    EnrolledDevice,
    checked_cover,
    message_digest,
    opened,
    sealed_message,
)
from vrn_desktop.exchange.table_pack import MessageKind

SAID = contribution()
RAW = sealed(SAID)
HEADER_END = 10 + int.from_bytes(RAW[8:10])
SEALED_FROM, SEALED_TO = HEADER_END + 4, len(RAW) - 64
QR_CODE_BYTES = 2953


def read(raw: bytes) -> Contribution:
    return opened(checked_cover(raw, enrolled), RING)


def refusal(raw: bytes) -> Refusal:
    with pytest.raises(MessageRefusedError) as refused:
        read(raw)
    return refused.value.refusal


def signed_again(unsigned: bytes, key: SigningKey = SITE_KEY) -> bytes:
    return unsigned + key.sign(b"vrnagg/1\0" + unsigned)


@pytest.mark.parametrize("kind", list(MessageKind))
@pytest.mark.parametrize("state", list(PeriodState))
def test_the_centre_reads_what_the_site_said(kind: MessageKind, state: PeriodState) -> None:
    said = contribution(kind, state=state)
    assert read(sealed(said)) == said


@pytest.mark.parametrize("kind", list(MessageKind))
@pytest.mark.parametrize("state", list(PeriodState))
def test_every_message_has_the_same_length_and_fits_a_qr_code(
    kind: MessageKind, state: PeriodState
) -> None:
    assert len(sealed(contribution(kind, state=state))) == MESSAGE_BYTES == 2303
    assert MESSAGE_BYTES <= QR_CODE_BYTES


def test_the_cover_names_no_site_no_period_and_no_kind() -> None:
    assert (
        RAW[10:HEADER_END]
        == (
            f'{{"dev":"{fingerprint(SITE_KEY.public)}","id":"{SAID.id}",'
            f'"kid":"{fingerprint(CENTRE_KEY.public)}","v":1}}'
        ).encode()
    )
    for word in (b"S001", b"2026", b"tables", b'"Q"'):
        assert word not in RAW


def test_the_cover_is_checked_without_the_centres_private_key() -> None:
    cover = checked_cover(RAW, enrolled)
    assert (cover.site, cover.message_id, cover.digest) == ("S001", SAID.id, message_digest(RAW))


@pytest.mark.parametrize("bit", range(8))
def test_every_changed_bit_is_refused(bit: int) -> None:
    taken = []
    for place in range(len(RAW)):
        changed = bytearray(RAW)
        changed[place] ^= 1 << bit
        try:
            checked_cover(bytes(changed), enrolled)
        except MessageRefusedError:
            continue
        taken.append(place)
    assert taken == []


def test_every_changed_sealed_byte_is_refused_even_when_signed_again() -> None:
    refusals = []
    for place in range(SEALED_FROM, SEALED_TO):
        changed = bytearray(RAW[:SEALED_TO])
        # the highest bit as well, which X25519 ignores in an encapsulated key (RFC 7748) and HPKE binds
        changed[place] ^= 0x80
        refusals.append(refusal(signed_again(bytes(changed))))
    assert refusals == [Refusal.SEAL] * (SEALED_TO - SEALED_FROM)


@pytest.mark.parametrize("length", [*range(0, 200, 7), 2047, MESSAGE_BYTES - 64, MESSAGE_BYTES - 1])
def test_a_message_that_is_cut_off_is_refused(length: int) -> None:
    assert refusal(RAW[:length]) is Refusal.FORM


def test_anything_behind_the_end_is_refused() -> None:
    assert refusal(RAW + b"\0") is Refusal.FORM


@given(raw=st.binary(max_size=300) | st.binary(max_size=300).map(lambda tail: RAW[:60] + tail))
def test_any_other_bytes_are_refused_and_never_a_crash(raw: bytes) -> None:
    assert refusal(raw) in {Refusal.FORM, Refusal.VERSION}


@given(
    place=st.integers(0, MESSAGE_BYTES - 1),
    patch=st.binary(min_size=1, max_size=40),
)
def test_any_overwritten_part_is_refused(place: int, patch: bytes) -> None:
    changed = (RAW[:place] + patch + RAW[place + len(patch) :])[:MESSAGE_BYTES]
    if changed != RAW:
        assert refusal(changed) in set(Refusal)


def test_a_newer_message_is_told_apart_from_a_broken_one() -> None:
    assert refusal(b"VRNAGG2\n" + RAW[8:]) is Refusal.VERSION
    assert refusal(RAW.replace(b'"v":1', b'"v":2')) is Refusal.VERSION
    assert refusal(b"PK\x03\x04" + RAW) is Refusal.FORM


def test_a_sender_who_is_not_enrolled_is_refused() -> None:
    stranger = SigningKey.from_private(key_bytes("stranger"))
    assert refusal(sealed(SAID, stranger)) is Refusal.UNKNOWN_SENDER


def test_a_revoked_sender_is_refused() -> None:
    with pytest.raises(MessageRefusedError, match="not enrolled"):
        checked_cover(RAW, lambda _device: None)


def test_a_look_up_that_gives_another_key_is_not_trusted() -> None:
    other = EnrolledDevice(site="S001", public=OTHER_SITE_KEY.public)
    with pytest.raises(MessageRefusedError, match="not enrolled"):
        checked_cover(RAW, lambda _device: other)


def test_somebody_elses_signature_is_refused() -> None:
    assert refusal(signed_again(RAW[:-64], OTHER_SITE_KEY)) is Refusal.SIGNATURE


def test_a_signature_for_another_use_is_refused() -> None:
    unsigned = RAW[:-64]
    for data in (unsigned, b"vrnagg/1" + unsigned, b"vrnrcp/1\0" + unsigned):
        assert refusal(unsigned + SITE_KEY.sign(data)) is Refusal.SIGNATURE


def test_a_message_to_another_centre_is_refused() -> None:
    other = OpeningKey.from_private(key_bytes("another centre"))
    raw = sealed_message(SAID, centre=other.public, signer=SITE_KEY)
    assert refusal(raw) is Refusal.OTHER_KEY
    cover = checked_cover(raw, enrolled)
    with pytest.raises(MessageRefusedError, match="does not open"):
        opened(cover, {cover.centre_key: CENTRE_KEY})


def test_an_old_key_of_the_centre_still_opens() -> None:
    new = OpeningKey.from_private(key_bytes("new key of the centre"))
    assert opened(checked_cover(RAW, enrolled), {**RING, fingerprint(new.public): new}) == SAID


def test_a_captured_content_cannot_be_sent_under_another_enrolled_key() -> None:
    mine, theirs = (fingerprint(key.public).encode() for key in (OTHER_SITE_KEY, SITE_KEY))
    captured = RAW[:-64].replace(theirs, mine, 1)
    assert refusal(signed_again(captured, OTHER_SITE_KEY)) is Refusal.SEAL


def test_a_captured_content_cannot_be_sent_under_another_id() -> None:
    renamed = RAW[:-64].replace(SAID.id.encode(), b"0" * 32, 1)
    assert refusal(signed_again(renamed)) is Refusal.SEAL


def test_a_device_speaks_for_its_own_site_only() -> None:
    assert refusal(sealed(saying(site="S002"))) is Refusal.OTHER_SENDER


def test_the_id_inside_is_the_id_outside() -> None:
    other = padded(replace(SAID, id="1" * 32))
    content = sealed_to(CENTRE_KEY.public, other, b"vrnagg/1" + sha256(RAW[10:HEADER_END]).digest())
    raw = signed_again(RAW[:SEALED_FROM] + content)
    assert refusal(raw) is Refusal.OTHER_SENDER


def test_content_that_no_site_writes_is_refused() -> None:
    info = b"vrnagg/1" + sha256(RAW[10:HEADER_END]).digest()
    content = sealed_to(CENTRE_KEY.public, padded(SAID).replace(b'"Q"', b'"Z"'), info)
    assert refusal(signed_again(RAW[:SEALED_FROM] + content)) is Refusal.CONTENT


def test_sealing_twice_gives_other_bytes_so_the_outbox_keeps_the_first() -> None:
    assert sealed(SAID) != RAW
    assert read(sealed(SAID)) == read(RAW)


def test_keys_do_not_show_themselves() -> None:
    for key in (SITE_KEY, CENTRE_KEY):
        assert key.private.hex() not in repr(key)
        assert repr(key.private) not in repr(key)


def test_what_is_sealed_opens_by_the_book() -> None:
    """RFC 9180, base mode, worked by hand from its sections 4 and 5."""
    sealed_part = RAW[SEALED_FROM:SEALED_TO]
    enc, ciphertext = sealed_part[:32], sealed_part[32:]
    info = b"vrnagg/1" + sha256(RAW[10:HEADER_END]).digest()
    private = X25519PrivateKey.from_private_bytes(key_bytes("centre"))
    kem, suite = b"KEM" + b"\x00\x20", b"HPKE" + b"\x00\x20\x00\x01\x00\x03"

    def extract(salt: bytes, suite_id: bytes, label: bytes, key: bytes) -> bytes:
        return hmac.digest(salt or bytes(32), b"HPKE-v1" + suite_id + label + key, "sha256")

    def expand(key: bytes, suite_id: bytes, label: bytes, about: bytes, length: int) -> bytes:
        said = length.to_bytes(2) + b"HPKE-v1" + suite_id + label + about
        return hmac.digest(key, said + b"\x01", "sha256")[:length]

    shared = private.exchange(X25519PublicKey.from_public_bytes(enc))
    eae = extract(b"", kem, b"eae_prk", shared)
    secret = expand(eae, kem, b"shared_secret", enc + CENTRE_KEY.public, 32)
    about = (
        b"\x00" + extract(b"", suite, b"psk_id_hash", b"") + extract(b"", suite, b"info_hash", info)
    )
    scheduled = extract(secret, suite, b"secret", b"")
    key = expand(scheduled, suite, b"key", about, 32)
    nonce = expand(scheduled, suite, b"base_nonce", about, 12)
    assert ChaCha20Poly1305(key).decrypt(nonce, ciphertext, b"") == padded(SAID)
