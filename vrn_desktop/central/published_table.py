"""A network table with its intervals and what of it may be shown: what is published, exported and drawn."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from vrn_desktop.domain.programme_period import Period


class Precision(StrEnum):
    """How wide the 95 % interval is beside the estimate (half-width; aggregates.md 0)."""

    A = "A"
    """At most 5 %."""
    B = "B"
    """At most 15 %."""
    C = "C"
    """At most 30 %."""
    X = "x"
    """Wider than 30 %: not shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """One heading of a list: its code and its words."""

    code: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadingList:
    """One of the lists a table counts by, its headings in the order in which cells stand."""

    name: str
    headings: tuple[Heading, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkCell:
    """The network's number under these headings: the sum of noisy numbers and what follows from it."""

    codes: tuple[str, ...]
    """One code for each list of the table."""
    noisy_sum: int
    """Kept and published unclipped; may be negative."""
    estimate: float
    """After the tables that share a margin were brought into agreement; may be negative."""
    low: float
    high: float
    """The 95 % interval of the estimate from the noise alone."""
    precision: Precision
    shown: int | None
    """What is displayed: to the nearest 5; None where it is under 10 or of class x."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkTable:
    """One table over all sites that reported; cells in the order of its lists, the last running fastest."""

    name: str
    """`P`, `J`, `C`, `N`, `S`, `E`, or a margin of one of them such as `J.level.life_stage`."""
    title: str
    period: Period
    spec: str
    lists: tuple[HeadingList, ...]
    scale: int
    sites_reporting: int
    sites_expected: int
    cells: tuple[NetworkCell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """Tables of one period that two people published; never changed, only followed by a correction."""

    id: str
    period: Period
    edition: int
    """1, then one more with each correction."""
    tables: tuple[NetworkTable, ...]
    drafted_by: str
    published_by: str
    published_at: datetime
    note: str = ""
    """What a reader must know, such as why an edition was corrected."""
