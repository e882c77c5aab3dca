"""An invented network: true counts nobody else sees, and the noisy numbers its sites sent."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random

from tests.exchange_packs import shipped_pack
from tests.seeded import seeded
from vrn_desktop.central.site_numbers import SiteNumbers
from vrn_desktop.domain.programme_period import Period, ProgrammeYear, Quarter
from vrn_desktop.exchange.period_drawing import kind_for
from vrn_desktop.exchange.table_counting import TrueCounts
from vrn_desktop.exchange.table_pack import CountTable, MessageKind

_WEIGHTS: Mapping[str, tuple[float, ...]] = {
    "urgency": (0.14, 0.86),
    "level": (0.46, 0.33, 0.12, 0.09),
    "life_stage": (0.16, 0.36, 0.34, 0.14),
    "setting": (0.44, 0.22, 0.08, 0.12, 0.1, 0.04),
    "outcome": (0.24, 0.31, 0.22, 0.09, 0.14),
    "need": (0.2, 0.07, 0.09, 0.07, 0.08, 0.11, 0.14, 0.08, 0.07, 0.05, 0.02, 0.02),
    "help": (0.27, 0.08, 0.12, 0.12, 0.18, 0.1, 0.09, 0.04),
    "referral": (0.12, 0.2, 0.16, 0.42, 0.1),
    "ethnic_group": (0.62, 0.07, 0.16, 0.08, 0.03, 0.04),
}


@dataclass(kw_only=True)
class InventedNetwork:
    """Stands where the intake's numbers in use stand."""

    expected: int = 60
    kept: dict[Period, tuple[SiteNumbers, ...]] = field(default_factory=dict)
    truth: dict[Period, dict[str, tuple[int, ...]]] = field(default_factory=dict)

    def periods(self, kind: MessageKind) -> tuple[Period, ...]:
        return tuple(sorted((p for p in self.kept if kind.fits(p)), key=str))

    def numbers(self, period: Period) -> tuple[SiteNumbers, ...]:
        return self.kept.get(period, ())

    def sites_expected(self, period: Period) -> int:
        return self.expected

    def report(self, period: Period, counts: Mapping[str, TrueCounts], dice: Random) -> None:
        """Each site's true counts of a period, sent with noise."""
        pack, kind = shipped_pack(), kind_for(period)
        self.kept[period] = tuple(
            SiteNumbers(
                site=site,
                kind=kind,
                period=period,
                spec=pack.spec,
                tables={
                    table.name: tuple(
                        count + quick_noise(table.scale, dice) for count in tables[table.name]
                    )
                    for table in pack.by_kind[kind]
                },
                scale={table.name: table.scale for table in pack.by_kind[kind]},
            )
            for site, tables in counts.items()
        )
        self.truth[period] = {
            table.name: tuple(
                map(sum, zip(*(tables[table.name] for tables in counts.values()), strict=True))
            )
            for table in pack.by_kind[kind]
        }


def quick_noise(scale: int, dice: Random) -> int:
    """Discrete Laplace noise for tests that need much of it: the difference of two geometric numbers."""
    return int(dice.expovariate(1 / scale)) - int(dice.expovariate(1 / scale))


def invented_network(
    *,
    sites: int = 52,
    expected: int = 60,
    quarters: Sequence[Quarter] = (Quarter(2026, 4),),
    years: Sequence[ProgrammeYear] = (),
    people_a_site: int = 200,
    seed: int = 1,
    weights: Callable[[CountTable, Period], Sequence[float]] | None = None,
) -> InventedNetwork:
    """A network whose sites are of unequal size, some counting three times as many as others."""
    dice = seeded(seed)
    network = InventedNetwork(expected=expected)
    chances = weights or usual_weights
    sizes = {
        f"S{number:03}": people_a_site * (0.5 + dice.random()) for number in range(1, sites + 1)
    }
    periods: list[tuple[Period, float]] = [(year, 2.6) for year in years]
    for quarter in quarters:
        periods += [(quarter, 1.0), *((week, 1 / len(quarter.weeks)) for week in quarter.weeks)]
    for period, part in periods:
        kind = kind_for(period)
        counts = {
            site: {
                table.name: shared_out(
                    round(size * part * (3 if table.name == "N" else 1) * dice.uniform(0.93, 1.07)),
                    chances(table, period),
                    dice,
                )
                for table in shipped_pack().by_kind[kind]
            }
            for site, size in sizes.items()
        }
        _same_levels(counts, dice)
        network.report(period, counts, dice)
    return network


def usual_weights(table: CountTable, _: Period) -> Sequence[float]:
    """The chance of each cell, as if the lists had nothing to do with one another."""
    chances = [1.0]
    for codes in table.by:
        chances = [chance * weight for chance in chances for weight in _WEIGHTS[codes.name]]
    return chances


def shared_out(people: int, chances: Sequence[float], dice: Random) -> tuple[int, ...]:
    """So many people, each under one heading by chance."""
    counts = [0] * len(chances)
    for place in dice.choices(range(len(chances)), weights=chances, k=people):
        counts[place] += 1
    return tuple(counts)


def _same_levels(counts: Mapping[str, dict[str, tuple[int, ...]]], dice: Random) -> None:
    """J and C count the same people: C gets J's people of each level."""
    for tables in counts.values():
        if "J" not in tables:
            continue
        cells = iter(tables["J"])
        shared: list[int] = []
        for _ in range(4):
            people = sum(next(cells) for _ in range(24))
            shared += shared_out(people, _WEIGHTS["outcome"], dice)
        tables["C"] = tuple(shared)
