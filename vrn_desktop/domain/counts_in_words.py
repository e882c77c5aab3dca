"""What the screens show of counts: every number under its words, and what is promised of them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberLine:
    """One number under its headings."""

    headings: tuple[str, ...]
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberTable:
    """One table with every number it has; `likely_error` is how far 19 of 20 numbers lie off at most."""

    name: str
    title: str
    likely_error: int
    lines: tuple[NumberLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedTable:
    """A table that will be sent, before there are numbers: its headings are all that can be known."""

    name: str
    title: str
    likely_error: int
    headings: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseInWords:
    """What the tables in force promise to one young person, computed, never written by hand."""

    sentences: tuple[str, ...]
    """One for each window: a quarter, a programme year, any four quarters."""
    how_it_is_kept: tuple[str, ...]
    not_covered: tuple[str, ...]
