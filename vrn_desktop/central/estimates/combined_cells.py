"""Figures made from several cells of one table whose noise is independent: sums, shares, and their change."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import hypot

from vrn_desktop.central.estimates.display import precision_of, shown_figure
from vrn_desktop.central.published_table import NetworkCell, NetworkTable, Precision


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """A figure with its 95 % interval from the noise alone."""

    value: float
    half_width: float

    @property
    def low(self) -> float:
        """The lower end."""
        return self.value - self.half_width

    @property
    def high(self) -> float:
        """The upper end."""
        return self.value + self.half_width


@dataclass(frozen=True, slots=True, kw_only=True)
class CombinedFigure:
    """A sum of cells, with what of it may be shown."""

    interval: Interval
    precision: Precision
    shown: int | None


def independent_sum(cells: Iterable[NetworkCell]) -> Interval:
    """The sum of cells whose noise is independent, with its interval.

    Half-widths add up as the legs of a right angle do. Exact for `P`, `N`, `S`, `E`, their margins
    and the levels of `J.level`. Cells of `J` or `C` under one level were corrected together and lean
    against each other, so there the width comes out a little too wide, never too narrow.
    """
    values = tuple(cells)
    return Interval(
        value=sum(cell.estimate for cell in values),
        half_width=hypot(*(half_width(cell) for cell in values)),
    )


def combined(cells: Iterable[NetworkCell], sites: int) -> CombinedFigure:
    """The sum of cells with independent noise, as it may be shown."""
    interval = independent_sum(cells)
    precision = precision_of(interval.value, interval.half_width)
    return CombinedFigure(
        interval=interval,
        precision=precision,
        shown=shown_figure(interval.value, precision, sites),
    )


def share(part: Sequence[NetworkCell], rest: Sequence[NetworkCell]) -> Interval | None:
    """The part's share of part and rest (0 to 1); None where the whole is not clearly above zero.

    By the first terms of Taylor's series; part and rest have independent noise.
    """
    of_part, of_rest = independent_sum(part), independent_sum(rest)
    whole = of_part.value + of_rest.value
    if whole <= 2 * hypot(of_part.half_width, of_rest.half_width):
        return None
    value = of_part.value / whole
    half = hypot((1 - value) * of_part.half_width, value * of_rest.half_width) / whole
    return Interval(value=value, half_width=half)


def change(before: Interval, now: Interval) -> Interval:
    """The difference of two figures from different periods."""
    return Interval(
        value=now.value - before.value, half_width=hypot(before.half_width, now.half_width)
    )


def half_width(cell: NetworkCell) -> float:
    """How far the estimate of a cell strays at most, 95 times in 100."""
    return (cell.high - cell.low) / 2


def cells_where(table: NetworkTable, **codes: str) -> tuple[NetworkCell, ...]:
    """The cells of a table under these headings, in the table's order.

    Raises:
        KeyError: the table has no such list.
    """
    places = {each.name: place for place, each in enumerate(table.lists)}
    wanted = {places[name]: code for name, code in codes.items()}
    return tuple(
        cell
        for cell in table.cells
        if all(cell.codes[place] == code for place, code in wanted.items())
    )
