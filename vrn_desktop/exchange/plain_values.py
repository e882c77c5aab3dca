"""Reads plain values (from YAML or JSON) strictly by kind, naming the place of what does not fit."""

import re
from collections.abc import Mapping, Sequence

from vrn_desktop.exchange.errors import Place, TablePackError

_CODE = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,39}", re.ASCII)
_LONGEST_TEXT = 200


class PlainFields:
    """A mapping with exactly the named fields; every reader may refuse (TablePackError)."""

    def __init__(
        self, value: object, place: Place, names: Sequence[str], optional: Sequence[str] = ()
    ) -> None:
        if not isinstance(value, Mapping):
            raise TablePackError(place, "a mapping (key: value) is expected here")
        for key in value:
            if key not in names and key not in optional:
                raise TablePackError((*place, str(key)), f"the key {key!r} is not known here")
        for name in names:
            if name not in value:
                raise TablePackError(place, f"the key {name!r} is missing")
        self._values: Mapping[str, object] = value
        self.place = place

    def has(self, name: str) -> bool:
        """Whether an optional field is there."""
        return name in self._values

    def value(self, name: str) -> object:
        """A field of any kind."""
        return self._values[name]

    def at(self, name: str) -> Place:
        """Where a field stands."""
        return (*self.place, name)

    def text(self, name: str) -> str:
        """One short line of text."""
        value = self._values[name]
        if not isinstance(value, str) or not value.strip() or not value.isprintable():
            raise TablePackError(self.at(name), f"{name}: a line of text is expected here")
        if len(value) > _LONGEST_TEXT:
            raise TablePackError(self.at(name), f"{name}: at most {_LONGEST_TEXT} characters")
        return value

    def code(self, name: str) -> str:
        """A short code of letters, digits and low lines."""
        return code_of(self._values[name], self.at(name))

    def number(self, name: str, least: int, most: int) -> int:
        """A whole number within bounds."""
        value = self._values[name]
        if type(value) is not int or not least <= value <= most:
            reason = f"{name}: a whole number from {least} to {most} is expected here"
            raise TablePackError(self.at(name), reason)
        return value

    def each(self, name: str, most: int) -> tuple[tuple[Place, object], ...]:
        """Every entry of a list that is not empty, with its place."""
        return each_of(self._values[name], self.at(name), most)


def each_of(value: object, place: Place, most: int) -> tuple[tuple[Place, object], ...]:
    """Every entry of a list that is not empty, with its place.

    Raises:
        TablePackError: it is no list, empty, or too long.
    """
    if not isinstance(value, list | tuple) or not 1 <= len(value) <= most:
        raise TablePackError(place, f"a list of 1 to {most} entries is expected here")
    return tuple(((*place, index), entry) for index, entry in enumerate(value))


def code_of(value: object, place: Place) -> str:
    """A short code of letters, digits and low lines.

    Raises:
        TablePackError: it is something else.
    """
    if not isinstance(value, str) or _CODE.fullmatch(value) is None:
        raise TablePackError(place, "a code of letters, digits and _ is expected here")
    return value
