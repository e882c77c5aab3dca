"""The records of a JSON file one after the other, whatever stands around them; none is held longer than needed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import ijson

from vrn_desktop.content.service_feeds.feed_files import FeedFile
from vrn_desktop.content.service_feeds.feed_limits import RECORD_BYTES, in_words
from vrn_desktop.content.service_feeds.file_encoding import Utf8Stream
from vrn_desktop.domain.directory.service_reading import FeedUnreadableError

_LISTS = frozenset({"contents", "content", "services", "data", "results", "items"})
_TOTALS = frozenset({"total_items", "totalElements"})
_UNBALANCED = 4_000
"""Brackets that may be open at once; a service opens about ten."""
_STRIDE = 500
_TWO_DIGITS = re.compile(rb"[0-9]{2}")
"""A thousand digits in a row show as two in every 500th byte, which is looked at first because it is quick."""
_VAST_NUMBER = re.compile(rb"[:,\[]\s*-?[0-9]{1000}")
_LOOK_BACK = 5_000
"""Python reads no number of more than 4,300 digits, and the parser beneath ijson breaks over it."""
_READ_AHEAD = 64 * 1024


@dataclass(frozen=True, slots=True)
class JsonShape:
    """Where a file's records stand (in ijson's words), whether it is a list, and how many there should be."""

    prefix: str
    is_list: bool
    total: int | None = None


class _Watched:
    """Bytes on their way to the parser; one record may only be so long, and so deep."""

    def __init__(self, stream: Utf8Stream, file: FeedFile) -> None:
        self._stream = stream
        self._file = file
        self._since = self._open = 0
        self._before = b""

    def read(self, size: int = -1) -> bytes:
        if self._since > RECORD_BYTES:
            reason = f"one record in it is longer than {in_words(RECORD_BYTES)}"
            raise FeedUnreadableError(self._file.name, reason)
        chunk = self._stream.read(size)
        self._since += len(chunk)
        self._open += chunk.count(b"[") + chunk.count(b"{") - chunk.count(b"]") - chunk.count(b"}")
        if _TWO_DIGITS.search(chunk[::_STRIDE]) and _VAST_NUMBER.search(self._before + chunk):
            raise FeedUnreadableError(self._file.name, "a number in it has more than 1,000 digits")
        self._before = chunk[-_LOOK_BACK:]
        if self._open > _UNBALANCED:
            raise FeedUnreadableError(self._file.name, "it is nested too deep")
        return chunk

    def record_done(self) -> None:
        self._since = self._open = 0


def shape_of(file: FeedFile, encoding: str) -> JsonShape:
    """What a JSON file is: a page around a list, a list, or records by themselves.

    Raises:
        FeedUnreadableError: it is not JSON, or holds neither.
    """
    with file.open() as stream:
        if not Utf8Stream(stream, encoding).read(_READ_AHEAD).lstrip().startswith((b"{", b"[")):
            raise FeedUnreadableError(
                file.name, "it is no feed: neither JSON nor a table of services"
            )
    with file.open() as stream:
        events = ijson.basic_parse(
            _Watched(Utf8Stream(stream, encoding), file), multiple_values=True
        )
        try:
            return _shape(events)
        except (ijson.JSONError, ValueError) as error:
            raise not_whole(file) from error


def not_whole(file: FeedFile) -> FeedUnreadableError:
    """What is said of JSON that breaks off or is none."""
    return FeedUnreadableError(file.name, "it is not whole JSON: it is cut short or damaged")


def records_of(file: FeedFile, encoding: str, shape: JsonShape) -> Iterator[Any]:
    """Every record of a file.

    Raises:
        FeedUnreadableError: at any point: cut short, damaged, too deep, or one record is too long.
    """
    with file.open() as stream:
        watched = _Watched(Utf8Stream(stream, encoding), file)
        found = ijson.items(watched, shape.prefix, multiple_values=True, buf_size=_READ_AHEAD)
        try:
            for record in found:
                watched.record_done()
                yield record
        except (ijson.JSONError, ValueError) as error:
            raise not_whole(file) from error


def _shape(events: Iterator[tuple[str, Any]]) -> JsonShape:
    event, _ = next(events)
    return JsonShape("item", is_list=True) if event == "start_array" else _shape_of_object(events)


def _shape_of_object(events: Iterator[tuple[str, Any]]) -> JsonShape:
    """Reads on until a list of records begins; an object with a name of its own is a record itself."""
    depth, key, total, named = 1, "", None, False
    for event, value in events:
        if event in {"start_map", "start_array"}:
            if depth == 1 and event == "start_array" and key in _LISTS and not named:
                return JsonShape(f"{key}.item", is_list=True, total=total)
            depth += 1
        elif event in {"end_map", "end_array"}:
            depth -= 1
            if depth == 0:
                break
        elif depth == 1:
            key = value if event == "map_key" else key
            named = named or key == "name"
            total = value if key in _TOTALS and event == "number" else total
    return JsonShape("", is_list=False)
