"""How far the centre's tables lie from the truth, which is known here only because everybody is invented."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt
from statistics import fmean, median, quantiles
from typing import TypeAlias

from vrn_desktop.central.estimates import network_tables
from vrn_desktop.central.published_table import NetworkCell, NetworkTable
from vrn_desktop.central.simulation.chance import chance
from vrn_desktop.central.simulation.numbers_in_memory import drawn_afresh, true_numbers
from vrn_desktop.central.simulation.simulated_network import SimulatedNetwork
from vrn_desktop.central.site_numbers import SiteNumbersSource
from vrn_desktop.domain.programme_period import Quarter
from vrn_desktop.exchange.table_pack import MessageKind

DRAWINGS = 20
"""The same network with fresh noise so many times more, for steadier figures."""
LEVELS, LEVELS_BY_AGE, WEEKLY = "J.level", "J.level.life_stage", "P"
GOALS: Mapping[str, float] = {LEVELS: 1.0, LEVELS_BY_AGE: 3.0, WEEKLY: 4.0}
"""The most that the median error may be, in per cent of the truth (aggregates.md 6)."""
GOAL_OF_CHANGE = 0.6
"""The most that the error in the change of the tertiary share may be, in percentage points (RMSE)."""
COVERED_AT_LEAST, COVERED_AT_MOST = 94.0, 96.0
"""How many of the 95 per cent intervals should hold the truth, in per cent."""
_TERTIARY = "tertiary"

_Tables: TypeAlias = tuple[NetworkTable, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableError:
    """How far the cells of one table or margin lie from the truth, in per cent of the truth."""

    name: str
    title: str
    cells: int
    """How many cells of how many periods; those with nobody in them count for `covered` only."""
    median: float
    worst_twentieth: float
    """Nineteen of twenty cells are nearer than this."""
    covered: float
    """How many of the 95 per cent intervals hold the truth, in per cent."""
    goal: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeError:
    """How well a change of the tertiary level's share from one quarter to the next is seen."""

    true_change: float
    """In percentage points, the mean over pairs of quarters without their sign."""
    error: float
    """Root mean square, in percentage points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Utility:
    """What the network gains."""

    tables: tuple[TableError, ...]
    covered: float
    """How many of all 95 per cent intervals hold the truth, in per cent."""
    change: ChangeError | None
    """None where fewer than two quarters closed."""


def utility_of(network: SimulatedNetwork, at_the_centre: SiteNumbersSource, seed: int) -> Utility:
    """Errors of every table and margin: of the numbers at the centre, and of the same drawn again."""
    true = _estimated(true_numbers(network), network)
    sources: list[SiteNumbersSource] = [at_the_centre]
    sources += [drawn_afresh(network, chance(seed, "drawn again", n)) for n in range(DRAWINGS)]
    drawings = [_estimated(source, network) for source in sources]
    return Utility(
        tables=tuple(_errors(true, drawings)),
        covered=100 * fmean(_covers(*pair) for seen in drawings for pair in _cells(true, seen)),
        change=_change(true, drawings),
    )


def _estimated(source: SiteNumbersSource, network: SimulatedNetwork) -> _Tables:
    packs = {network.pack.spec: network.pack}
    periods = (period for kind in MessageKind for period in source.periods(kind))
    return tuple(
        table
        for period in periods
        for table in network_tables(source, period, packs)
        if table.period == period
    )


def _cells(
    true: _Tables, seen: _Tables, name: str | None = None
) -> Iterator[tuple[NetworkCell, NetworkCell]]:
    for truth, estimate in zip(true, seen, strict=True):
        if name in (None, truth.name):
            yield from zip(truth.cells, estimate.cells, strict=True)


def _covers(truth: NetworkCell, estimate: NetworkCell) -> bool:
    return estimate.low <= truth.noisy_sum <= estimate.high


def _errors(true: _Tables, drawings: Sequence[_Tables]) -> Iterator[TableError]:
    for name, title in {table.name: table.title for table in true}.items():
        pairs = [pair for seen in drawings for pair in _cells(true, seen, name)]
        errors = [
            100 * abs(estimate.estimate - truth.noisy_sum) / truth.noisy_sum
            for truth, estimate in pairs
            if truth.noisy_sum > 0
        ]
        if len(errors) > 1:
            yield TableError(
                name=name,
                title=title,
                cells=len(pairs) // len(drawings),
                median=median(errors),
                worst_twentieth=quantiles(errors, n=20)[-1],
                covered=100 * fmean(_covers(*pair) for pair in pairs),
                goal=GOALS.get(name),
            )


def _change(true: _Tables, drawings: Sequence[_Tables]) -> ChangeError | None:
    exact = _changes(true)
    if not exact:
        return None
    squares = [
        (change - real) ** 2
        for seen in drawings
        for change, real in zip(_changes(seen), exact, strict=True)
    ]
    return ChangeError(true_change=fmean(map(abs, exact)), error=sqrt(fmean(squares)))


def _changes(tables: _Tables) -> list[float]:
    """From each quarter to the next, how the tertiary level's share changed, in percentage points."""
    shares = [
        100
        * sum(cell.estimate for cell in table.cells if cell.codes == (_TERTIARY,))
        / sum(cell.estimate for cell in table.cells)
        for table in tables
        if table.name == LEVELS and isinstance(table.period, Quarter)
    ]
    return [after - before for before, after in pairwise(shares)]
