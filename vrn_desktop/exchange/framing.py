"""The outer form of what travels: a first line, a short header, a body and a signature over all of it."""

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NoReturn

from vrn_desktop.exchange.canonical_json import NotCanonicalError, read, written
from vrn_desktop.exchange.errors import MessageRefusedError, Refusal
from vrn_desktop.exchange.message_keys import SIGNATURE_BYTES, Signer, signed_by

_HEADER_LENGTH = struct.Struct(">H")
_BODY_LENGTH = struct.Struct(">I")


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameForm:
    """How one kind of frame begins, and the words its signature is bound to."""

    first_line: bytes
    context: bytes
    largest: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A frame taken apart; nothing in it is trusted before its signature is checked."""

    header: bytes
    fields: Mapping[str, object]
    body: bytes
    signed: bytes
    signature: bytes

    def text(self, name: str) -> str:
        """A field of the header; an empty text if it is none, which no form of a text fits."""
        value = self.fields.get(name)
        return value if isinstance(value, str) else ""


def framed(form: FrameForm, header: Mapping[str, object], body: bytes, signer: Signer) -> bytes:
    """The header and the body as one signed frame."""
    return framed_header(form, written(header), body, signer)


def framed_header(form: FrameForm, header: bytes, body: bytes, signer: Signer) -> bytes:
    """The same for a header that is written already, because the body is bound to its bytes."""
    signed = b"".join(
        (
            form.first_line,
            _HEADER_LENGTH.pack(len(header)),
            header,
            _BODY_LENGTH.pack(len(body)),
            body,
        )
    )
    return signed + signer.sign(form.context + b"\0" + signed)


def taken_apart(form: FrameForm, raw: bytes) -> Frame:
    """The parts of a frame; its signature is not checked yet.

    Raises:
        MessageRefusedError: the bytes have another form, or are of a version not known here.
    """
    if not raw.startswith(form.first_line):
        _refuse_first_line(form, raw)
    if len(raw) > form.largest:
        _refuse("it is longer than such a file can be")
    header, rest = _part(raw[len(form.first_line) :], _HEADER_LENGTH)
    body, signature = _part(rest, _BODY_LENGTH)
    if len(signature) != SIGNATURE_BYTES:
        _refuse("it is cut off or has something behind its end")
    return Frame(
        header=header,
        fields=_fields(header),
        body=body,
        signed=raw[: -len(signature)],
        signature=signature,
    )


def is_signed(form: FrameForm, frame: Frame, public: bytes) -> bool:
    """Whether the frame as a whole carries this key's signature."""
    return signed_by(public, form.context + b"\0" + frame.signed, frame.signature)


def _part(raw: bytes, length: struct.Struct) -> tuple[bytes, bytes]:
    if len(raw) < length.size:
        _refuse("it is cut off")
    (size,) = length.unpack_from(raw)
    end = length.size + size
    if len(raw) < end:
        _refuse("it is cut off")
    return raw[length.size : end], raw[end:]


def _fields(header: bytes) -> Mapping[str, object]:
    try:
        fields = read(header)
    except NotCanonicalError as error:
        raise MessageRefusedError(Refusal.FORM, f"its header: {error}") from error
    if not isinstance(fields, dict) or type(fields.get("v")) is not int:
        _refuse("its header names no version")
    if fields["v"] != 1:
        raise MessageRefusedError(Refusal.VERSION, "it is of a version not known here")
    return fields


def _refuse_first_line(form: FrameForm, raw: bytes) -> NoReturn:
    name = form.first_line.rstrip(b"0123456789\n")
    if len(raw) >= len(form.first_line) and raw.startswith(name):
        raise MessageRefusedError(Refusal.VERSION, "it is of a version not known here")
    _refuse("it is no such file")


def _refuse(reason: str) -> NoReturn:
    raise MessageRefusedError(Refusal.FORM, reason)
