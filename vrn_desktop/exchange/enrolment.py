"""How a site and a centre come to know each other's keys: by file, by six spoken words, by rotation."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from vrn_desktop.domain.programme_period import NoSuchPeriodError, Quarter, period_from_text
from vrn_desktop.exchange.errors import MessageRefusedError, Refusal
from vrn_desktop.exchange.framing import Frame, FrameForm, framed, is_signed, taken_apart
from vrn_desktop.exchange.message_keys import KeyLookup, Signer, fingerprint, signed_by

OFFER_ENDING, REQUEST_ENDING, ROTATION_ENDING = ".vrnoffer", ".vrnkey", ".vrnnewkey"
SPOKEN_WORDS = 6

_OFFER = FrameForm(first_line=b"VRNOFF1\n", context=b"vrnoff/1", largest=1200)
_REQUEST = FrameForm(first_line=b"VRNKEY1\n", context=b"vrnkey/1", largest=600)
_ROTATION = FrameForm(first_line=b"VRNROT1\n", context=b"vrnrot/1", largest=600)
_BY_THE_NEW_KEY = b"vrnrot/1 new\0"
_BITS_A_WORD = 11

_KEY = re.compile(r"[0-9a-f]{64}", re.ASCII)
_FINGERPRINT = re.compile(r"[0-9a-f]{32}", re.ASCII)
_SITE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,31}", re.ASCII)
_ADDRESS = re.compile(r"(?:https://[!-~]{1,190})?", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What a centre gives a site to begin with; trusted once the six words agree on both sides."""

    site: str
    starts: Quarter
    address: str
    """Where to send by network; empty for a site that sends by stick only."""
    box: bytes
    """The key to seal to."""
    signer: bytes
    """The key that receipts are signed with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyRequest:
    """A site's key as it asks to be enrolled; it proves that the site holds the private half."""

    site: str
    device: bytes
    centre: str
    """The fingerprint of the centre's signing key that the site saw."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rotation:
    """A site's word that a new key takes the place of its old one, signed by both."""

    old: str
    """The old key's fingerprint."""
    new: bytes


def signed_offer(offer: Offer, signer: Signer) -> bytes:
    """The enrolment file, signed with the centre's key that it names.

    Raises:
        ValueError: it names another signing key.
    """
    if offer.signer != signer.public:
        raise ValueError("an offer is signed with the key it names")
    header = {
        "box": offer.box.hex(),
        "key": offer.signer.hex(),
        "site": offer.site,
        "starts": str(offer.starts),
        "url": offer.address,
        "v": 1,
    }
    return framed(_OFFER, header, b"", signer)


def read_offer(raw: bytes) -> Offer:
    """The offer in a file; whole, but of a centre that is not known yet.

    Raises:
        MessageRefusedError: form, version or signature.
    """
    frame = _without_body(_OFFER, raw, ("box", "key", "site", "starts", "url", "v"))
    signer = _key(frame, "key")
    _refuse_unsigned(_OFFER, frame, signer)
    try:
        starts = period_from_text(frame.text("starts"))
    except NoSuchPeriodError as error:
        raise _refused("the quarter has another form") from error
    if not isinstance(starts, Quarter):
        raise _refused("the quarter has another form")
    return Offer(
        site=_text(frame, "site", _SITE),
        starts=starts,
        address=_text(frame, "url", _ADDRESS),
        box=_key(frame, "box"),
        signer=signer,
    )


def signed_request(offer: Offer, signer: Signer) -> bytes:
    """A site's answer to an offer: its own key, signed with it."""
    header = {
        "centre": fingerprint(offer.signer),
        "key": signer.public.hex(),
        "site": offer.site,
        "v": 1,
    }
    return framed(_REQUEST, header, b"", signer)


def read_request(raw: bytes) -> KeyRequest:
    """The request in a file; somebody holds this key, who it is the six words say.

    Raises:
        MessageRefusedError: form, version or signature.
    """
    frame = _without_body(_REQUEST, raw, ("centre", "key", "site", "v"))
    device = _key(frame, "key")
    _refuse_unsigned(_REQUEST, frame, device)
    return KeyRequest(
        site=_text(frame, "site", _SITE), device=device, centre=_text(frame, "centre", _FINGERPRINT)
    )


def spoken_words(
    *, device: bytes, centre_signer: bytes, site: str, words: Sequence[str]
) -> tuple[str, ...]:
    """Six words over the telephone: equal on both sides only if both saw the same two keys and site.

    Args:
        device: the site's public key.
        centre_signer: the centre's public signing key.
        site: the site's name in the network.
        words: 2,048 words that are easy to tell apart.

    Raises:
        ValueError: another number of words.
    """
    if len(words) != 1 << _BITS_A_WORD:
        raise ValueError("2,048 words are needed")
    digest = sha256(b"vrnwords/1\0" + device + centre_signer + site.encode("ascii")).digest()
    number = int.from_bytes(digest)
    places = (number >> (256 - _BITS_A_WORD * (n + 1)) for n in range(SPOKEN_WORDS))
    return tuple(words[place & ((1 << _BITS_A_WORD) - 1)] for place in places)


def signed_rotation(old: Signer, new: Signer) -> bytes:
    """The word that `new` takes the place of `old`, signed by both."""
    header = {"dev": fingerprint(old.public), "key": new.public.hex(), "v": 1}
    return framed(_ROTATION, header, new.sign(_new_says(header["dev"], new.public)), old)


def read_rotation(raw: bytes, devices: KeyLookup) -> Rotation:
    """The rotation in a file, if an enrolled old key and the new key both signed it.

    Raises:
        MessageRefusedError: form, version, an old key that is not enrolled, or a signature.
    """
    frame = _with_fields(_ROTATION, raw, ("dev", "key", "v"))
    old_name, new = frame.text("dev"), _key(frame, "key")
    old = devices(old_name)
    if old is None or fingerprint(old) != old_name:
        raise MessageRefusedError(Refusal.UNKNOWN_SENDER, "the old key is not enrolled here")
    _refuse_unsigned(_ROTATION, frame, old)
    if not signed_by(new, _new_says(old_name, new), frame.body):
        raise MessageRefusedError(Refusal.SIGNATURE, "the new key did not sign")
    return Rotation(old=old_name, new=new)


def _new_says(old_name: object, new: bytes) -> bytes:
    return _BY_THE_NEW_KEY + str(old_name).encode("ascii") + new


def _with_fields(form: FrameForm, raw: bytes, names: Sequence[str]) -> Frame:
    frame = taken_apart(form, raw)
    if frame.fields.keys() != set(names):
        raise MessageRefusedError(Refusal.FORM, "it has another form than files of this version")
    return frame


def _without_body(form: FrameForm, raw: bytes, names: Sequence[str]) -> Frame:
    frame = _with_fields(form, raw, names)
    if frame.body:
        raise MessageRefusedError(Refusal.FORM, "it has another form than files of this version")
    return frame


def _refuse_unsigned(form: FrameForm, frame: Frame, public: bytes) -> None:
    if not is_signed(form, frame, public):
        raise MessageRefusedError(Refusal.SIGNATURE, "its signature does not fit")


def _key(frame: Frame, name: str) -> bytes:
    return bytes.fromhex(_text(frame, name, _KEY))


def _text(frame: Frame, name: str, form: re.Pattern[str]) -> str:
    if not isinstance(frame.fields.get(name), str) or not form.fullmatch(frame.text(name)):
        raise _refused(f"{name} has another form")
    return frame.text(name)


def _refused(reason: str) -> MessageRefusedError:
    return MessageRefusedError(Refusal.CONTENT, f"its header: {reason}")
