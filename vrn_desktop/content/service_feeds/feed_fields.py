"""One object of a feed, asked for fields by every name the dialects give them; what is odd is noted."""

import math
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from vrn_desktop.content.service_feeds.feed_limits import LINE
from vrn_desktop.content.service_feeds.row_notes import RowNotes
from vrn_desktop.content.service_feeds.text_cleaning import (
    CleanText,
    clean_line,
    clean_text,
    is_clean_line,
)

_CAMEL = re.compile(r"(?<=[a-z0-9])([A-Z])")
_NUMBER = re.compile(r"[-+]?\d{1,310}(\.\d{1,400})?")
_TRUE = frozenset({"true", "yes", "1", "y"})
_FALSE = frozenset({"false", "no", "0", "n"})


class FeedFields:
    """An object with its place in the row (`service_at_locations[0].location`) and the row's notes."""

    def __init__(self, values: Mapping[str, Any], notes: RowNotes, place: str = "") -> None:
        self.values = values
        self.notes = notes
        self.place = place

    def at(self, name: str) -> str:
        """The dotted name of a field of this object."""
        return f"{self.place}.{name}" if self.place and name else self.place or name

    def warn(self, name: str, reason: str) -> None:
        """Note what is wrong with a field of this object."""
        self.notes.warn(self.at(name), reason)

    def named(self, *names: str) -> tuple[str, Any]:
        """The first of these names that holds something, and what it holds; else the first and None."""
        for name in names:
            value = self.values.get(name)
            if value or value == 0:  # 0 and no are said; "", [] and {} are not
                return name, value
        return names[0], None

    def line(self, *names: str, limit: int = LINE) -> str:
        """One line of plain text; numbers count as text, other things are noted."""
        get = self.values.get
        for name in names:
            value = get(name)
            if value or value == 0:
                break
        else:
            return ""
        if isinstance(value, str) and len(value) <= limit and is_clean_line(value):
            return value
        return self._kept(name, clean_line(self._words(name, value)), limit).plain

    def text(self, *names: str, limit: int) -> CleanText:
        """A text of several lines with its cleaned markup."""
        name, value = self.named(*names)
        if value is None:
            return CleanText("")
        return self._kept(name, clean_text(self._words(name, value)), limit)

    def number(self, *names: str) -> float | None:
        """A finite number, also one written as text; anything else is noted and counts as absent."""
        name, value = self.named(*names)
        if value is None:
            return None
        if isinstance(value, str):
            text = value.strip().lstrip("£").replace(",", "")
            value = float(text) if _NUMBER.fullmatch(text) else None
        if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
            return self._finite(name, value)
        self.warn(name, "this is not a number")
        return None

    def flag(self, *names: str) -> bool | None:
        """Yes or no, also in words; None when it is not said."""
        name, value = self.named(*names)
        if value is None or isinstance(value, bool):
            return value
        word = str(value).strip().casefold()
        if word in _TRUE or word in _FALSE:
            return word in _TRUE
        self.warn(name, "this is neither yes nor no")
        return None

    def child(self, *names: str) -> "FeedFields":
        """The object of a field; an empty one when there is none."""
        name, value = self.named(*names)
        if isinstance(value, list) and value:
            name, value = f"{name}[0]", value[0]
        if value is not None and not isinstance(value, Mapping):
            self.warn(name, "a record is expected here")
        return FeedFields(value if isinstance(value, Mapping) else {}, self.notes, self.at(name))

    def children(self, *names: str, most: int) -> Iterator["FeedFields"]:
        """The objects of all these lists; plain words in a list count as objects with a `name`."""
        get = self.values.get
        for name in names:
            value = get(name)
            if not value:
                continue
            entries = value if isinstance(value, list) else _entries(value)
            if len(entries) > most:
                self.warn(name, f"only the first {most} of {len(entries)} are taken")
            for number, entry in enumerate(entries[:most]):
                found = entry if isinstance(entry, dict) else self._as_record(entry)
                if found is not None:
                    yield FeedFields(found, self.notes, self.at(f"{name}[{number}]"))
                elif entry is not None:
                    self.warn(f"{name}[{number}]", "a record is expected here")

    def _as_record(self, entry: object) -> Mapping[str, Any] | None:
        if isinstance(entry, str | int | float | Decimal) and not isinstance(entry, bool):
            return {"name": str(entry)}
        return entry if isinstance(entry, Mapping) else None

    def _finite(self, name: str, value: float | Decimal) -> float | None:
        try:
            number = float(value)
        except OverflowError:
            number = math.inf
        if math.isfinite(number):
            return number
        self.warn(name, "this is not a number")
        return None

    def _words(self, name: str, value: object) -> str:
        if isinstance(value, bool) or not isinstance(value, str | int | float | Decimal):
            self.warn(name, "text is expected here")
            return ""
        return value if isinstance(value, str) else _number_words(value)

    def _kept(self, name: str, found: CleanText, limit: int) -> CleanText:
        for reason in found.removed:
            self.warn(name, reason)
        if len(found.plain) <= limit and len(found.markup) <= 2 * limit:
            return found
        self.warn(name, f"the text is longer than {limit:,} characters and was cut")
        return CleanText(
            f"{found.plain[: limit - 1].rstrip()}…" if len(found.plain) > limit else found.plain
        )


def snake_names(value: Any) -> Any:
    """The same values with `minimumAge` as `minimum_age`, all the way down."""
    if isinstance(value, Mapping):
        return {
            _CAMEL.sub(r"_\1", str(key)).lower(): snake_names(part) for key, part in value.items()
        }
    return [snake_names(part) for part in value] if isinstance(value, list) else value


def _entries(value: Any) -> list[Any]:
    if isinstance(value, list):
        return value
    return (
        [part for part in value.split(",") if part.strip()] if isinstance(value, str) else [value]
    )


def _number_words(value: float | Decimal) -> str:
    return str(value) if isinstance(value, int) else f"{float(value):.15g}"
