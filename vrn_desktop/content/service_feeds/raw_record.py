"""The publisher's own record as text, kept within bounds and always whole JSON."""

import json
import math
import re
from collections.abc import Mapping
from typing import Any

from vrn_desktop.content.service_feeds.feed_fields import FeedFields
from vrn_desktop.content.service_feeds.feed_limits import RAW_CHARACTERS, RECORD_DEPTH

_SHORT = 1_000
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")
_SHORTER_REASON = "the publisher's record is very long and is kept shortened"


def raw_of(record: Mapping[str, Any], fields: FeedFields) -> str:
    """The record as JSON. A very long one loses the ends of its long texts, or else its lists.

    Raises:
        RecursionError: the record is nested deeper than anybody would.
    """
    raw = _json(record)
    if raw.count("{") + raw.count("[") > RECORD_DEPTH and _is_deeper(record, RECORD_DEPTH):
        raise RecursionError
    if len(raw) <= RAW_CHARACTERS:
        return raw
    fields.warn("", _SHORTER_REASON)
    raw = _json(_shortened(record))
    if len(raw) <= RAW_CHARACTERS:
        return raw
    plain = {
        key[:_SHORT]: value for key, value in record.items() if isinstance(value, str | int | float)
    }
    raw = _json(_shortened(dict(list(plain.items())[:40])))
    return raw if len(raw) <= RAW_CHARACTERS else "{}"


def _json(record: Any) -> str:
    raw = _ENCODER.encode(record)
    return raw if raw.isascii() else _HALF_CHARACTER.sub("\N{REPLACEMENT CHARACTER}", raw)


def _number(value: object) -> float | str:
    """A decimal number as JSON has it; one beyond a computer's numbers as text."""
    number = float(str(value))
    return number if math.isfinite(number) else str(value)


_ENCODER = json.JSONEncoder(ensure_ascii=False, default=_number)


def _shortened(value: Any) -> Any:
    if isinstance(value, str):
        return value if len(value) <= _SHORT else f"{value[:_SHORT]}…"
    if isinstance(value, Mapping):
        return {key[:_SHORT]: _shortened(part) for key, part in value.items()}
    return [_shortened(part) for part in value] if isinstance(value, list) else value


def _is_deeper(value: Any, depth: int) -> bool:
    parts = value.values() if isinstance(value, Mapping) else value
    return depth == 0 or any(
        _is_deeper(part, depth - 1) for part in parts if isinstance(part, dict | list)
    )
