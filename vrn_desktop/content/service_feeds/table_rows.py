"""The rows of one table (CSV) of a package; a table that breaks off is refused whole."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vrn_desktop.content.service_feeds.feed_files import FeedFile
from vrn_desktop.content.service_feeds.feed_limits import CELL_CHARACTERS, in_words
from vrn_desktop.content.service_feeds.file_encoding import Utf8Stream
from vrn_desktop.content.service_feeds.formula_cells import without_guard
from vrn_desktop.domain.directory.service_reading import FeedUnreadableError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_DELIMITERS = (",", ";", "\t")
_CUT_SHORT = "the table is cut short: its last row is not whole"
_CHUNK = 256 * 1024


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row with the line it begins on, its cells that hold something, and what is odd about it."""

    line: int
    cells: dict[str, str]
    complaint: str = ""


class _Lines:
    """Lines of bounded length; knows whether the last one was ended."""

    def __init__(self, file: FeedFile, stream: Utf8Stream) -> None:
        self._file = file
        raw = io.BufferedReader(_Raw(stream), _CHUNK)
        self._text = io.TextIOWrapper(raw, encoding="utf-8", newline="")
        self.ended = True
        self.number = 0

    def __iter__(self) -> Iterator[str]:
        while line := self._text.readline(CELL_CHARACTERS):
            self.number += 1
            self.ended = line.endswith(("\n", "\r"))
            if not self.ended and len(line) == CELL_CHARACTERS:
                reason = f"one line in it is longer than {in_words(CELL_CHARACTERS)}"
                raise FeedUnreadableError(self._file.name, reason)
            yield line


class _Raw(io.RawIOBase):
    """A stream as the text reader of the standard library wants it."""

    def __init__(self, stream: Utf8Stream) -> None:
        self._stream = stream
        self._left = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        view = memoryview(buffer)
        found = self._left or self._stream.read(_CHUNK)
        taken, self._left = found[: len(view)], found[len(view) :]
        view[: len(taken)] = taken
        return len(taken)


def rows_of(file: FeedFile, encoding: str) -> Iterator[TableRow]:
    """Every row of a table that is not blank.

    Raises:
        FeedUnreadableError: no header with an id, a quote that never ends, or a last row cut short.
    """
    csv.field_size_limit(CELL_CHARACTERS)
    with file.open() as stream:
        lines = _Lines(file, Utf8Stream(stream, encoding))
        source = iter(lines)
        first = next(source, "")
        delimiter = max(_DELIMITERS, key=first.count)
        try:
            names = _header(file, next(csv.reader([first], delimiter=delimiter, strict=True), []))
            yield from _rows(
                file, names, lines, csv.reader(source, delimiter=delimiter, strict=True)
            )
        except csv.Error as error:
            raise FeedUnreadableError(file.name, _said(error)) from error


def _rows(
    file: FeedFile, names: list[str], lines: _Lines, reader: Iterator[list[str]]
) -> Iterator[TableRow]:
    line = lines.number + 1
    held: TableRow | None = None
    short = False
    for cells in reader:
        if held is not None:
            yield held
        short = bool(cells) and len(cells) < len(names)
        held = _row(line, names, cells) if any(cells) else None
        line = lines.number + 1
    if short and not lines.ended:
        raise FeedUnreadableError(file.name, _CUT_SHORT)
    if held is not None:
        yield held


def _row(line: int, names: list[str], cells: list[str]) -> TableRow:
    complaint = ""
    if len(cells) != len(names):
        complaint = f"the row has {len(cells)} cells and the table {len(names)} columns"
    found = {
        name: without_guard(cell) for name, cell in zip(names, cells, strict=False) if cell and name
    }
    return TableRow(line, found, complaint)


def _header(file: FeedFile, cells: list[str]) -> list[str]:
    names = ["_".join(cell.strip().casefold().split()) for cell in cells]
    if not any(name == "id" or name.endswith("_id") for name in names):
        raise FeedUnreadableError(
            file.name, "the first line names no column 'id': it is no table of a feed"
        )
    return names


def _said(error: csv.Error) -> str:
    if "unexpected end" in str(error):
        return _CUT_SHORT
    return "it is not a whole table: a quote or a cell in it is broken"
