"""The centre's signed answer to one message; only with it does a site mark a message as delivered."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vrn_desktop.exchange.errors import MessageRefusedError, Refusal
from vrn_desktop.exchange.framing import FrameForm, framed, is_signed, taken_apart
from vrn_desktop.exchange.message_keys import KeyLookup, Signer, fingerprint

FILE_ENDING = ".vrnrcpt"

_FORM = FrameForm(first_line=b"VRNRCP1\n", context=b"vrnrcp/1", largest=600)
_FIELDS = frozenset(("day", "digest", "id", "kid", "outcome", "v"))
_HEX_32 = re.compile(r"[0-9a-f]{32}", re.ASCII)
_HEX_64 = re.compile(r"[0-9a-f]{64}", re.ASCII)
_DAY = re.compile(r"2[0-9]{3}-[0-9]{2}-[0-9]{2}", re.ASCII)


class ReceiptOutcome(StrEnum):
    """What became of a message at the centre."""

    ACCEPTED = "accepted"
    """It is kept; its numbers are used unless they are withdrawn."""
    CONFLICT = "conflict"
    """Other numbers of the same period were there first; these are not kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """For which message, what became of it, and the centre's day (for noticing a wrong clock)."""

    message_id: str
    digest: str
    outcome: ReceiptOutcome
    day: date


def signed_receipt(receipt: Receipt, signer: Signer) -> bytes:
    """The receipt as bytes; the same receipt gives the same bytes every time."""
    header: Mapping[str, object] = {
        "day": receipt.day.isoformat(),
        "digest": receipt.digest,
        "id": receipt.message_id,
        "kid": fingerprint(signer.public),
        "outcome": receipt.outcome.value,
        "v": 1,
    }
    return framed(_FORM, header, b"", signer)


def checked_receipt(raw: bytes, centres: KeyLookup) -> Receipt:
    """The receipt, if it is a centre's that this site trusts.

    Args:
        raw: the bytes of the answer or the file.
        centres: gives the trusted centre's signing key of a fingerprint.

    Raises:
        MessageRefusedError: form, version, a signer who is not trusted, or a signature that does not fit.
    """
    frame = taken_apart(_FORM, raw)
    if frame.fields.keys() != _FIELDS or frame.body:
        raise MessageRefusedError(
            Refusal.FORM, "it has another form than a receipt of this version"
        )
    public = centres(frame.text("kid"))
    if public is None or fingerprint(public) != frame.text("kid"):
        raise MessageRefusedError(
            Refusal.UNKNOWN_SENDER, "no office that this site knows signed it"
        )
    if not is_signed(_FORM, frame, public):
        raise MessageRefusedError(Refusal.SIGNATURE, "its signature does not fit")
    return Receipt(
        message_id=_matching(frame.text("id"), _HEX_32),
        digest=_matching(frame.text("digest"), _HEX_64),
        outcome=_outcome(frame.text("outcome")),
        day=_day(frame.text("day")),
    )


def refuse_other_message(receipt: Receipt, *, message_id: str, digest: str) -> None:
    """Refuse a receipt that is for another message than the one it came back for.

    Raises:
        MessageRefusedError: its id or digest differs.
    """
    if receipt.message_id != message_id or receipt.digest != digest:
        raise MessageRefusedError(Refusal.OTHER_SENDER, "the receipt is for another message")


def _matching(text: str, form: re.Pattern[str]) -> str:
    if form.fullmatch(text) is None:
        raise MessageRefusedError(Refusal.CONTENT, "the receipt: a field has another form")
    return text


def _outcome(text: str) -> ReceiptOutcome:
    try:
        return ReceiptOutcome(text)
    except ValueError as error:
        raise MessageRefusedError(
            Refusal.CONTENT, "the receipt: its outcome is not known"
        ) from error


def _day(text: str) -> date:
    try:
        return date.fromisoformat(_matching(text, _DAY))
    except ValueError as error:
        raise MessageRefusedError(Refusal.CONTENT, "the receipt: there is no such day") from error
