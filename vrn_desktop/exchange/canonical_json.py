"""One way to write a value as bytes and one way to read it (RFC 8785, as far as messages need it)."""

import json
from typing import NoReturn

LARGEST_NUMBER = 2**53 - 1
_DEEPEST = 4


class NotCanonicalError(ValueError):
    """The bytes are not the one way to write a value of ASCII texts, whole numbers, lists and objects."""


def written(value: object) -> bytes:
    """Sorted keys, no spaces, plain ASCII: equal values give equal bytes."""
    return json.dumps(
        value, sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False
    ).encode("ascii")


def read(raw: bytes) -> object:
    """The value that was written as exactly these bytes.

    Raises:
        NotCanonicalError: another spelling, a key twice, a float, a control character, or deeper
            than messages are.
    """
    if not raw.isascii():
        raise NotCanonicalError("plain ASCII is expected")
    try:
        value: object = json.loads(
            raw, parse_float=_refused, parse_constant=_refused, parse_int=_number
        )
    except (ValueError, RecursionError) as error:
        raise NotCanonicalError("JSON is expected") from error
    _refuse_depth(value, _DEEPEST)
    if written(value) != raw:
        raise NotCanonicalError("another spelling of the same value")
    return value


def _refused(_text: str) -> NoReturn:
    raise NotCanonicalError("only whole numbers are used")


def _number(text: str) -> int:
    if len(text) > len(str(LARGEST_NUMBER)) + 1 or abs(int(text)) > LARGEST_NUMBER:
        raise NotCanonicalError("a number is too large")
    return int(text)


def _refuse_depth(value: object, left: int) -> None:
    if isinstance(value, dict | list):
        if left == 0:
            raise NotCanonicalError("nested deeper than messages are")
        for part in value.values() if isinstance(value, dict) else value:
            _refuse_depth(part, left - 1)
