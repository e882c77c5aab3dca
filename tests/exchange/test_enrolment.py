"""A site and a centre know each other's keys only if six spoken words agree on both sides."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exchange_messages import (
    CENTRE_KEY,
    CENTRE_SIGNER,
    OTHER_SITE_KEY,
    SITE_KEY,
    key_bytes,
)
from vrn_desktop.domain.programme_period import Quarter
from vrn_desktop.exchange.enrolment import (
    KeyRequest,
    Offer,
    Rotation,
    read_offer,
    read_request,
    read_rotation,
    signed_offer,
    signed_request,
    signed_rotation,
    spoken_words,
)
from vrn_desktop.exchange.errors import MessageRefusedError, Refusal
from vrn_desktop.exchange.framing import FrameForm, framed
from vrn_desktop.exchange.message_keys import SigningKey, fingerprint

OFFER = Offer(
    site="S001",
    starts=Quarter(2027, 1),
    address="https://counts.network.example/messages",
    box=CENTRE_KEY.public,
    signer=CENTRE_SIGNER.public,
)
NEW_KEY = SigningKey.from_private(key_bytes("site 1, new"))
DEVICES = {fingerprint(SITE_KEY.public): SITE_KEY.public}
WORDS = tuple(f"word{number:04}" for number in range(2048))


def rotation_of(raw: bytes) -> Rotation:
    return read_rotation(raw, DEVICES.get)


FILES: Mapping[str, tuple[bytes, Callable[[bytes], object]]] = {
    "offer": (signed_offer(OFFER, CENTRE_SIGNER), read_offer),
    "request": (signed_request(OFFER, SITE_KEY), read_request),
    "rotation": (signed_rotation(SITE_KEY, NEW_KEY), rotation_of),
}


def test_files_read_back_as_they_were_written() -> None:
    assert read_offer(FILES["offer"][0]) == OFFER
    assert read_request(FILES["request"][0]) == KeyRequest(
        site="S001", device=SITE_KEY.public, centre=fingerprint(CENTRE_SIGNER.public)
    )
    assert rotation_of(FILES["rotation"][0]) == Rotation(
        old=fingerprint(SITE_KEY.public), new=NEW_KEY.public
    )


def test_a_site_that_sends_by_stick_needs_no_address() -> None:
    offer = replace(OFFER, address="")
    assert read_offer(signed_offer(offer, CENTRE_SIGNER)) == offer


@pytest.mark.parametrize("name", FILES)
def test_every_changed_bit_is_refused(name: str) -> None:
    raw, read = FILES[name]
    taken = []
    for place in range(len(raw)):
        for bit in range(8):
            changed = bytearray(raw)
            changed[place] ^= 1 << bit
            try:
                read(bytes(changed))
            except MessageRefusedError:
                continue
            taken.append((place, bit))
    assert taken == []


@pytest.mark.parametrize("name", FILES)
@given(data=st.data())
def test_any_other_bytes_are_refused_and_never_a_crash(name: str, data: st.DataObject) -> None:
    raw, read = FILES[name]
    cut = data.draw(st.integers(0, len(raw) - 1))
    with pytest.raises(MessageRefusedError):
        read(raw[:cut] + data.draw(st.binary(max_size=len(raw) - cut - 1)))


@pytest.mark.parametrize("name", FILES)
def test_one_kind_of_file_is_never_read_as_another(name: str) -> None:
    for other, (raw, _) in FILES.items():
        if other != name:
            with pytest.raises(MessageRefusedError, match="no such file"):
                FILES[name][1](raw)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"site": "S 001"}, Refusal.CONTENT),
        ({"site": 1}, Refusal.CONTENT),
        ({"starts": "2027"}, Refusal.CONTENT),
        ({"starts": "soon"}, Refusal.CONTENT),
        ({"url": "http://counts.network.example"}, Refusal.CONTENT),
        ({"url": None}, Refusal.CONTENT),
        ({"box": "00"}, Refusal.CONTENT),
        ({"note": "hello"}, Refusal.FORM),
        ({"v": 2}, Refusal.VERSION),
    ],
    ids=str,
)
def test_a_signed_offer_of_another_form_is_refused(
    change: dict[str, object], expected: Refusal
) -> None:
    header: dict[str, object] = {
        "box": OFFER.box.hex(),
        "key": OFFER.signer.hex(),
        "site": "S001",
        "starts": "2027-Q1",
        "url": "",
        "v": 1,
    }
    form = FrameForm(first_line=b"VRNOFF1\n", context=b"vrnoff/1", largest=1200)
    with pytest.raises(MessageRefusedError) as refused:
        read_offer(framed(form, header | change, b"", CENTRE_SIGNER))
    assert refused.value.refusal is expected


def test_an_offer_in_another_centres_name_is_not_written() -> None:
    with pytest.raises(ValueError, match="the key it names"):
        signed_offer(OFFER, OTHER_SITE_KEY)


def words(*, device: bytes, centre: bytes, site: str = "S001") -> tuple[str, ...]:
    return spoken_words(device=device, centre_signer=centre, site=site, words=WORDS)


def test_six_words_agree_on_both_sides() -> None:
    offer, request = read_offer(FILES["offer"][0]), read_request(FILES["request"][0])
    at_the_site = words(device=SITE_KEY.public, centre=offer.signer)
    at_the_centre = words(device=request.device, centre=CENTRE_SIGNER.public)
    assert at_the_site == at_the_centre
    assert len(at_the_site) == 6


def test_any_other_key_or_site_gives_other_words() -> None:
    right = words(device=SITE_KEY.public, centre=CENTRE_SIGNER.public)
    for wrong in (
        words(device=OTHER_SITE_KEY.public, centre=CENTRE_SIGNER.public),
        words(device=SITE_KEY.public, centre=OTHER_SITE_KEY.public),
        words(device=SITE_KEY.public, centre=CENTRE_SIGNER.public, site="S002"),
    ):
        assert wrong != right


def test_all_words_are_used() -> None:
    heard = {
        word
        for n in range(2000)
        for word in words(device=key_bytes(f"device {n}"), centre=CENTRE_SIGNER.public)
    }
    assert len(heard) > 2000


def test_another_number_of_words_is_refused() -> None:
    with pytest.raises(ValueError, match="2,048"):
        spoken_words(device=b"", centre_signer=b"", site="", words=WORDS[:-1])


def test_a_rotation_needs_an_enrolled_old_key() -> None:
    raw = signed_rotation(OTHER_SITE_KEY, NEW_KEY)
    with pytest.raises(MessageRefusedError, match="not enrolled"):
        rotation_of(raw)


def test_a_rotation_to_a_key_that_somebody_else_holds_is_refused() -> None:
    class Claims:
        """Says that a key is its own, and cannot sign with it."""

        public = NEW_KEY.public

        def sign(self, data: bytes) -> bytes:
            return OTHER_SITE_KEY.sign(data)

    with pytest.raises(MessageRefusedError, match="the new key did not sign"):
        rotation_of(signed_rotation(SITE_KEY, Claims()))
