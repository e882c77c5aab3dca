"""Which tables a site sends: cells, noise and caps, as one pack says them (decisions.md 21)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from itertools import product
from math import prod

from vrn_desktop.domain.programme_period import Period, ProgrammeYear, Quarter, Week


class PeriodKind(StrEnum):
    """How often a table is drawn."""

    WEEK = "week"
    QUARTER = "quarter"
    YEAR = "year"


class MessageKind(StrEnum):
    """Which tables travel together: one message for each week, quarter and year."""

    P = "P"
    Q = "Q"
    Y = "Y"

    @property
    def period_kind(self) -> PeriodKind:
        """What a message of this kind is about."""
        return _PERIOD_OF[self]

    def fits(self, period: Period) -> bool:
        """Whether a period is of this kind's length."""
        return type(period) is _CLASS_OF[self]


_PERIOD_OF = {
    MessageKind.P: PeriodKind.WEEK,
    MessageKind.Q: PeriodKind.QUARTER,
    MessageKind.Y: PeriodKind.YEAR,
}
_CLASS_OF: Mapping[MessageKind, type] = {
    MessageKind.P: Week,
    MessageKind.Q: Quarter,
    MessageKind.Y: ProgrammeYear,
}


class ListName(StrEnum):
    """The lists a table may count by; what each asks of a person is in `table_counting`."""

    URGENCY = "urgency"
    LEVEL = "level"
    LIFE_STAGE = "life_stage"
    SETTING = "setting"
    OUTCOME = "outcome"
    NEED = "need"
    HELP = "help"
    REFERRAL = "referral"
    ETHNIC_GROUP = "ethnic_group"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListEntry:
    """One heading of a table: its code, its words, and the codes of the field that fall under it."""

    code: str
    label: str
    of: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeList:
    """All headings of one list, in the order in which cells stand."""

    name: ListName
    entries: tuple[ListEntry, ...]

    def position(self, code: str) -> int | None:
        """Under which heading a code of the field falls; None where no heading takes it."""
        for place, entry in enumerate(self.entries):
            if code in entry.of:
                return place
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class CountTable:
    """One table: its headings, its noise, and the most that one person can add to it in one period."""

    name: str
    title: str
    period: PeriodKind
    by: tuple[CodeList, ...]
    a_person_adds: int
    scale: int

    @property
    def cells(self) -> int:
        """How many numbers the table has, whatever is counted."""
        return prod(len(codes.entries) for codes in self.by)

    @property
    def loss(self) -> Fraction:
        """Its privacy loss (epsilon) in one period: what a person adds, over the noise's scale."""
        return Fraction(self.a_person_adds, self.scale)

    def headings(self) -> tuple[tuple[ListEntry, ...], ...]:
        """The headings of every cell, in the order in which the numbers are sent."""
        return tuple(product(*(codes.entries for codes in self.by)))

    def cell(self, places: tuple[int, ...]) -> int:
        """Where the number under these headings stands (one place for each list)."""
        index = 0
        for codes, place in zip(self.by, places, strict=True):
            index = index * len(codes.entries) + place
        return index


@dataclass(frozen=True, kw_only=True)
class TablePack:
    """All tables of one specification, and in how many of any four quarters a person counts."""

    spec: str
    title: str
    starts: Quarter
    quarters_of_any_four: int
    tables: tuple[CountTable, ...]

    @cached_property
    def by_kind(self) -> Mapping[MessageKind, tuple[CountTable, ...]]:
        """The tables of each kind of message, in the pack's order."""
        return {
            kind: tuple(table for table in self.tables if table.period is kind.period_kind)
            for kind in MessageKind
        }

    def table(self, name: str) -> CountTable:
        """The table of a name.

        Raises:
            KeyError: there is none.
        """
        return {table.name: table for table in self.tables}[name]
