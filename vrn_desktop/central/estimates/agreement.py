"""Brings tables that count the same people into agreement: exact least squares on the margin they share.

Two quarterly tables count every young person once, by level and something else; each says on its own
how many there are at each level. All their noise is independent and known, so the best unbiased
figure is the mean of both, weighted by their precision; the difference is spread evenly over the cells
of that level. This closed form is the exact least-squares answer (docs/adr/0026).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from vrn_desktop.central.estimates.noise_of_sums import (
    NoiseCumulants,
    Part,
    cell_noise,
    weighted_sum,
)
from vrn_desktop.exchange.table_pack import CountTable, ListName

SHARED = ListName.LEVEL
_PARTIAL = frozenset({ListName.NEED, ListName.HELP, ListName.REFERRAL})
"""Lists under which some people stand not at all or several times."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SummedTable:
    """One table with the plain sums of all sites' numbers, cell by cell."""

    table: CountTable
    sums: tuple[int, ...]

    def at_level(self, level: int) -> tuple[int, ...]:
        """The cells of one level."""
        return tuple(cell for cell, of in enumerate(self._levels()) if of == level)

    def cells_a_level(self) -> int:
        """How many cells each level has."""
        return self.table.cells // len(_levels_of(self.table))

    def _levels(self) -> tuple[int, ...]:
        place = [codes.name for codes in self.table.by].index(SHARED)
        entries = self.table.by[place].entries
        return tuple(entries.index(headings[place]) for headings in self.table.headings())


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """An estimate and its noise, for all sites together."""

    value: float
    noise: NoiseCumulants


class Agreement:
    """The estimates of some tables of one period and the same sites.

    Tables that count everybody once by level are brought into agreement; the others keep their sums.
    """

    def __init__(self, tables: Sequence[SummedTable], sites: int) -> None:
        self._sites = sites
        self._sharing = tuple(summed for summed in tables if _counts_everybody(summed.table))
        precision = [1 / self._margin_variance(summed) for summed in self._sharing]
        self._weights = tuple(each / sum(precision) for each in precision)

    def shares(self, table: CountTable) -> bool:
        """Whether this table takes part."""
        return any(summed.table is table for summed in self._sharing)

    def estimate(self, summed: SummedTable, cells: Iterable[int]) -> Estimate:
        """The best figure for the sum of some cells of one table, and its exact noise."""
        wanted = frozenset(cells)
        value = float(sum(summed.sums[cell] for cell in wanted))
        noise = cell_noise(summed.table.scale)
        if not self.shares(summed.table):
            parts = [Part(count=len(wanted) * self._sites, weight=1, noise=noise)]
            return Estimate(value=value, noise=weighted_sum(parts))
        parts = []
        for level in range(len(_levels_of(summed.table))):
            members = summed.at_level(level)
            taken = sum(cell in wanted for cell in members)
            if taken:
                value += taken / len(members) * self._correction(summed, level)
                parts += self._parts(summed, taken)
        return Estimate(value=value, noise=weighted_sum(parts))

    def _margin_variance(self, summed: SummedTable) -> float:
        return summed.cells_a_level() * cell_noise(summed.table.scale).variance

    def _correction(self, summed: SummedTable, level: int) -> float:
        """By how much the agreed level total lies above this table's own."""
        own = sum(summed.sums[cell] for cell in summed.at_level(level))
        agreed = sum(
            weight * sum(other.sums[cell] for cell in other.at_level(level))
            for weight, other in zip(self._weights, self._sharing, strict=True)
        )
        return agreed - own

    def _parts(self, summed: SummedTable, taken: int) -> list[Part]:
        """With which weight every number of one level enters a sum over some of its cells."""
        share = taken / summed.cells_a_level()
        parts: list[Part] = []
        for weight, other in zip(self._weights, self._sharing, strict=True):
            noise, cells = cell_noise(other.table.scale), other.cells_a_level()
            if other.table is not summed.table:
                weights = {share * weight: cells}
            else:
                rest = share * (weight - 1)
                weights = {1 + rest: taken, rest: cells - taken}
            parts += [
                Part(count=count * self._sites, weight=each, noise=noise)
                for each, count in weights.items()
            ]
        return parts


def _levels_of(table: CountTable) -> tuple[str, ...]:
    return next(
        tuple(entry.code for entry in codes.entries) for codes in table.by if codes.name is SHARED
    )


def _counts_everybody(table: CountTable) -> bool:
    names = {codes.name for codes in table.by}
    return SHARED in names and table.a_person_adds == 1 and not names & _PARTIAL
