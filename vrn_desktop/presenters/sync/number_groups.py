"""Numbers as they are read: under the first heading in groups, each group with its own headings again."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from vrn_desktop.domain.counts_in_words import NumberLine, NumberTable

MINUS = "\N{MINUS SIGN}"
LIKELY = "The true number most likely lies within ±{error} of each number here. This holds 19 times in 20."
EXAMPLE = (
    "For example “{under}”: {number} here means that the true number most likely lies {between}."
)
BETWEEN, AT_MOST, NONE_AT_ALL = "between {least} and {most}", "between 0 and {most}", "at 0"
_CROSSED = 3
"""With so many lists, the second stands over the columns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberCell:
    """One number as shown and as read out, with everything it stands under."""

    shown: str
    spoken: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberRow:
    """One row of a group: its heading and a number for each column."""

    heading: str
    cells: tuple[NumberCell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberGroup:
    """Rows under one heading of the first list; no columns where each row has one number."""

    heading: str
    columns: tuple[str, ...]
    rows: tuple[NumberRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableView:
    """One table of a message, whole: none of its numbers is left out and no total is added.

    A total of noisy numbers would be further from the truth than any of them, and would look exact.
    """

    title: str
    likely: str
    example: str
    groups: tuple[NumberGroup, ...]


def table_views(tables: Sequence[NumberTable]) -> tuple[TableView, ...]:
    """Every table of a message as groups of rows."""
    return tuple(_table_view(table) for table in tables)


def shown_number(number: int) -> str:
    """Return "1,204" or "−3" with the sign that stands as wide as a figure."""
    return f"{MINUS if number < 0 else ''}{abs(number):,}"


def likely_between(number: int, error: int) -> str:
    """Where the true number most likely lies; it is never below zero."""
    least, most = number - error, number + error
    if most <= 0:
        return NONE_AT_ALL
    return AT_MOST.format(most=most) if least <= 0 else BETWEEN.format(least=least, most=most)


def _table_view(table: NumberTable) -> TableView:
    first = table.lines[0]
    return TableView(
        title=table.title,
        likely=LIKELY.format(error=table.likely_error),
        example=EXAMPLE.format(
            under=", ".join(first.headings),
            number=shown_number(first.number),
            between=likely_between(first.number, table.likely_error),
        ),
        groups=_groups(table.lines),
    )


def _groups(lines: Sequence[NumberLine]) -> tuple[NumberGroup, ...]:
    if len(lines[0].headings) == 1:
        return (NumberGroup(heading="", columns=(), rows=_rows(lines)),)
    return tuple(
        _group(heading, tuple(under))
        for heading, under in groupby(lines, key=lambda line: line.headings[0])
    )


def _group(heading: str, lines: Sequence[NumberLine]) -> NumberGroup:
    if len(lines[0].headings) != _CROSSED:
        return NumberGroup(heading=heading, columns=(), rows=_rows(lines))
    columns = tuple(dict.fromkeys(line.headings[1] for line in lines))
    by_row: dict[str, list[NumberCell]] = {}
    for line in lines:  # the columns' list runs slower, so each row meets its columns in order
        by_row.setdefault(line.headings[2], []).append(_cell(line))
    rows = tuple(NumberRow(heading=row, cells=tuple(cells)) for row, cells in by_row.items())
    return NumberGroup(heading=heading, columns=columns, rows=rows)


def _rows(lines: Sequence[NumberLine]) -> tuple[NumberRow, ...]:
    return tuple(
        NumberRow(heading=", ".join(line.headings[1:]) or line.headings[0], cells=(_cell(line),))
        for line in lines
    )


def _cell(line: NumberLine) -> NumberCell:
    spoken = f"minus {-line.number:,}" if line.number < 0 else f"{line.number:,}"
    return NumberCell(
        shown=shown_number(line.number), spoken=f"{', '.join(line.headings)}: {spoken}"
    )
