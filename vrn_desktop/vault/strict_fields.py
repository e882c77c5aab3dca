"""Reads a canonical JSON object so strictly that nothing in it can stand in two ways."""

import base64
import binascii
import json
from collections.abc import Callable
from typing import TypeVar

Value = TypeVar("Value")

LARGEST_NUMBER = 2**53 - 1


class HeaderFormError(ValueError):
    """Something in the header does not have the form it must have."""


def canonical(value: object) -> bytes:
    """The one way to write a value: sorted keys, no spaces, UTF-8."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return text.encode("utf-8")


def as_text(raw: bytes) -> str:
    """Bytes as they stand in the header."""
    return base64.b64encode(raw).decode("ascii")


def from_text(value: object, length: int) -> bytes:
    """Exactly that many bytes. Spare bits are caught later, when the header is written again."""
    if not isinstance(value, str):
        raise HeaderFormError("bytes expected")
    try:
        raw = base64.b64decode(value, validate=True)
    except binascii.Error as error:
        raise HeaderFormError("bytes expected") from error
    if len(raw) != length:
        raise HeaderFormError("another length expected")
    return raw


class Fields:
    """One object with exactly the named fields, read by kind; every reader may refuse (HeaderFormError)."""

    def __init__(self, value: object, *names: str) -> None:
        if not isinstance(value, dict) or value.keys() != set(names):
            raise HeaderFormError("other fields expected")
        self._values: dict[str, object] = value

    def text(self, name: str, longest: int = 200) -> str:
        """A short text."""
        value = self._values[name]
        if not isinstance(value, str) or len(value) > longest:
            raise HeaderFormError(f"{name}: short text expected")
        return value

    def number(self, name: str, least: int = 0) -> int:
        """A whole number."""
        value = self._values[name]
        if type(value) is not int or not least <= value <= LARGEST_NUMBER:
            raise HeaderFormError(f"{name}: number expected")
        return value

    def flag(self, name: str) -> bool:
        """Yes or no."""
        value = self._values[name]
        if not isinstance(value, bool):
            raise HeaderFormError(f"{name}: yes or no expected")
        return value

    def raw(self, name: str, length: int) -> bytes:
        """Exactly that many bytes."""
        return from_text(self._values[name], length)

    def inner(self, name: str, *names: str) -> "Fields":
        """An object inside this one."""
        return Fields(self._values[name], *names)

    def each(
        self, name: str, read: Callable[[object], Value], most: int = 1000
    ) -> tuple[Value, ...]:
        """Every entry of a list."""
        value = self._values[name]
        if not isinstance(value, list) or len(value) > most:
            raise HeaderFormError(f"{name}: list expected")
        return tuple(read(entry) for entry in value)
