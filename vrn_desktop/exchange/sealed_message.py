"""One message from a site to the centre: padded, sealed to the centre, signed by the site (aggregates.md 3)."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256

from vrn_desktop.exchange.canonical_json import written
from vrn_desktop.exchange.errors import MessageRefusedError, Refusal
from vrn_desktop.exchange.framing import (
    Frame,
    FrameForm,
    framed_header,
    is_signed,
    taken_apart,
)
from vrn_desktop.exchange.message_keys import (
    SEAL_BYTES,
    SIGNATURE_BYTES,
    Opener,
    Signer,
    fingerprint,
    sealed_to,
)
from vrn_desktop.exchange.payload import PADDED_BYTES, Contribution, padded, unpadded

FILE_ENDING = ".vrnagg"
SEALED_BYTES = PADDED_BYTES + SEAL_BYTES

_CONTEXT = b"vrnagg/1"
_FIRST_LINE = b"VRNAGG1\n"
_HEX_32 = re.compile(r"[0-9a-f]{32}", re.ASCII)
_FIELDS = frozenset(("dev", "id", "kid", "v"))


def _header(device: str, message_id: str, centre_key: str) -> bytes:
    return written({"dev": device, "id": message_id, "kid": centre_key, "v": 1})


_HEADER_BYTES = len(_header("0" * 32, "0" * 32, "0" * 32))
MESSAGE_BYTES = len(_FIRST_LINE) + 2 + _HEADER_BYTES + 4 + SEALED_BYTES + SIGNATURE_BYTES
"""How long every message is, whatever it says."""

_FORM = FrameForm(first_line=_FIRST_LINE, context=_CONTEXT, largest=MESSAGE_BYTES)


@dataclass(frozen=True, slots=True, kw_only=True)
class EnrolledDevice:
    """A site's device whose key was approved; `site` is the only site it may speak for."""

    site: str
    public: bytes


DeviceLookup = Callable[[str], EnrolledDevice | None]
"""Gives the enrolled device of a key's fingerprint; None if it is not enrolled or revoked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedCover:
    """A message whose sender is known and whose signature fits; its content is still sealed."""

    raw: bytes
    message_id: str
    device: str
    site: str
    centre_key: str
    digest: str
    sealed: bytes
    header: bytes


def sealed_message(contribution: Contribution, *, centre: bytes, signer: Signer) -> bytes:
    """The bytes to keep in the outbox and to send, the same bytes on every try.

    Args:
        contribution: the noisy numbers, or the word that there are none.
        centre: the public key to seal to.
        signer: the site's signing key.

    Raises:
        ValueError: the contribution is not one a centre would take; a fault of the caller.
    """
    header = _header(fingerprint(signer.public), contribution.id, fingerprint(centre))
    sealed = sealed_to(centre, padded(contribution), _info(header))
    return framed_header(_FORM, header, sealed, signer)


def message_digest(raw: bytes) -> str:
    """A message's SHA-256 in hex: what receipts name and the next message is chained to."""
    return sha256(raw).hexdigest()


def checked_cover(raw: bytes, devices: DeviceLookup) -> CheckedCover:
    """Check all that can be checked without the centre's private key.

    Raises:
        MessageRefusedError: form, version, unknown sender or signature.
    """
    frame = taken_apart(_FORM, raw)
    if frame.fields.keys() != _FIELDS or len(frame.body) != SEALED_BYTES:
        raise MessageRefusedError(
            Refusal.FORM, "it has another form than a message of this version"
        )
    device_key, message_id, centre_key = (_hex(frame, name) for name in ("dev", "id", "kid"))
    device = devices(device_key)
    if device is None or fingerprint(device.public) != device_key:
        raise MessageRefusedError(Refusal.UNKNOWN_SENDER, "its sender is not enrolled here")
    if not is_signed(_FORM, frame, device.public):
        raise MessageRefusedError(Refusal.SIGNATURE, "its signature does not fit")
    return CheckedCover(
        raw=raw,
        message_id=message_id,
        device=device_key,
        site=device.site,
        centre_key=centre_key,
        digest=message_digest(raw),
        sealed=frame.body,
        header=frame.header,
    )


def opened(cover: CheckedCover, ring: Mapping[str, Opener]) -> Contribution:
    """The contribution under a checked cover.

    Args:
        cover: from `checked_cover`.
        ring: the centre's keys by fingerprint, old ones too.

    Raises:
        MessageRefusedError: sealed to a key not held, does not open, says what no site says, or
            belongs to another site or message than its cover.
    """
    key = ring.get(cover.centre_key)
    if key is None:
        raise MessageRefusedError(
            Refusal.OTHER_KEY, "it is sealed to a key this office does not hold"
        )
    content = key.open(cover.sealed, _info(cover.header))
    if content is None:
        raise MessageRefusedError(Refusal.SEAL, "its sealed part does not open")
    contribution = unpadded(content)
    if contribution.site != cover.site or contribution.id != cover.message_id:
        raise MessageRefusedError(
            Refusal.OTHER_SENDER, "its content belongs to another site or message than its cover"
        )
    return contribution


def _info(header: bytes) -> bytes:
    return _CONTEXT + sha256(header).digest()


def _hex(frame: Frame, name: str) -> str:
    value = frame.text(name)
    if _HEX_32.fullmatch(value) is None:
        raise MessageRefusedError(Refusal.FORM, f"its header: {name} has another form")
    return value
