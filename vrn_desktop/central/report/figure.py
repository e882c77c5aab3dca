"""A figure: a title that says what it shows, a chart, and the table with the same numbers behind it."""

from collections.abc import Callable
from dataclasses import dataclass

from vrn_desktop.charts.shapes import Drawing

TOO_UNCERTAIN = "too uncertain to show"
UNDER_TEN = "under 10"
FEW_SITES = "fewer than 10 sites"


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """One row: its heading and its cells in words."""

    heading: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureTable:
    """The table behind a chart; `columns` are the headings, the rows' own first."""

    columns: tuple[str, ...]
    rows: tuple[TableRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One figure of a page or a report."""

    id: str
    """Its place on a page, such as `levels`."""
    title: str
    """What it shows, in words."""
    says: str
    """The chart in a sentence or two, for whoever cannot see it; stands above it for everybody."""
    coverage: str
    """From how many sites of how many, and of when."""
    draw: Callable[[float], Drawing]
    """The chart at a width."""
    table: FigureTable
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFigure:
    """One number at the head of a page."""

    label: str
    words: str
    interval: str = ""
    change: str = ""
    """Beside the quarter before, in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One of the four steps with its figures, for a period."""

    title: str
    key_figures: tuple[KeyFigure, ...]
    figures: tuple[Figure, ...]
    gaps: tuple[str, ...] = ()
    """What would stand here and does not yet, and why."""
