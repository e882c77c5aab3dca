"""Shares, changes, the disproportionality index and sites that stand out, over invented networks."""

from collections.abc import Sequence
from dataclasses import replace
from math import hypot, sqrt
from statistics import mean

import pytest

from tests.central.estimates.invented_network import (
    InventedNetwork,
    invented_network,
    quick_noise,
    usual_weights,
)
from tests.exchange_packs import shipped_pack
from tests.seeded import seeded
from vrn_desktop.central.estimates import network_tables
from vrn_desktop.central.estimates.combined_cells import (
    Interval,
    cells_where,
    change,
    combined,
    independent_sum,
    share,
)
from vrn_desktop.central.estimates.disproportionality import (
    Comparison,
    Finding,
    Reference,
    comparisons,
)
from vrn_desktop.central.estimates.odd_sites import Oddity, odd_sites
from vrn_desktop.central.published_table import NetworkTable
from vrn_desktop.domain.programme_period import Period, ProgrammeYear, Quarter
from vrn_desktop.exchange.table_pack import CountTable, MessageKind

PACKS = {shipped_pack().spec: shipped_pack()}
Q4, Y26 = Quarter(2026, 4), ProgrammeYear(2026)


def table_of(network: InventedNetwork, name: str, period: Period) -> NetworkTable:
    tables = network_tables(network, period, PACKS)
    return next(table for table in tables if table.name == name and table.period == period)


def _off(found: Interval, true: float) -> float:
    """How far from the truth, in half-widths of the interval."""
    return (found.value - true) / found.half_width


def test_a_sum_of_levels_is_as_uncertain_as_its_parts_together() -> None:
    levels = table_of(invented_network(), "J.level", Q4)
    total = combined(levels.cells, levels.sites_reporting)
    halves = [(cell.high - cell.low) / 2 for cell in levels.cells]
    assert total.interval.half_width == pytest.approx(hypot(*halves))
    assert total.shown == 5 * round(sum(cell.estimate for cell in levels.cells) / 5)


def test_a_change_holds_the_noise_of_both_periods() -> None:
    moved = change(Interval(value=100, half_width=3), Interval(value=90, half_width=4))
    assert (moved.value, moved.low, moved.high) == (-10, -15, -5)


def test_intervals_of_shares_and_their_changes_hold_the_truth() -> None:
    """The share at the recovery level, and its change, over networks whose truth is known."""
    off: list[float] = []
    off_in_change: list[float] = []
    for seed in range(18):
        network = invented_network(
            sites=20, quarters=(Quarter(2026, 3), Q4), people_a_site=60, seed=3000 + seed
        )
        found, true = [], []
        for quarter in (Quarter(2026, 3), Q4):
            levels = table_of(network, "J.level", quarter)
            at = cells_where(levels, level="tertiary")
            found.append(share(at, [cell for cell in levels.cells if cell not in at]))
            counts = network.truth[quarter]["J"]
            true.append(sum(counts[48:72]) / sum(counts))
        before, now = found
        assert before is not None
        assert now is not None
        off += [_off(before, true[0]), _off(now, true[1])]
        off_in_change.append(_off(change(before, now), true[1] - true[0]))
    for distances in (off, off_in_change):
        assert sum(abs(distance) <= 1 for distance in distances) / len(distances) >= 0.88
        assert (
            0.35 <= sqrt(mean(d * d for d in distances)) <= 0.70
        )  # 1 / 1.96 is right: not too wide


def test_no_share_is_made_of_a_whole_that_may_be_nothing() -> None:
    nearly_nothing = table_of(invented_network(sites=10, people_a_site=1), "P", Q4.weeks[0])
    assert share([nearly_nothing.cells[0]], [nearly_nothing.cells[1]]) is None


def more_often_black(table: CountTable, period: Period) -> Sequence[float]:
    """Black young people stand at the recovery level twice as often as all others, Asian half as often."""
    chances = list(usual_weights(table, period))
    if table.name == "E":
        for place, factor in ((3, 2.0), (2, 0.4)):
            chances[4 * place + 2] *= factor
    return chances


def year(seed: int, people: int = 1500) -> NetworkTable:
    network = invented_network(
        sites=52,
        quarters=(),
        years=(Y26,),
        people_a_site=people,
        seed=seed,
        weights=more_often_black,
    )
    return table_of(network, "E", Y26)


def found_for(found: Sequence[Comparison], group: str, reference: Reference) -> Comparison:
    return next(each for each in found if (each.group.code, each.reference) == (group, reference))


def test_differences_in_both_directions_are_flagged() -> None:
    found = comparisons(year(5))
    for reference in Reference:
        black = found_for(found, "black", reference).index
        asian = found_for(found, "asian", reference).index
        assert black is not None
        assert asian is not None
        assert black.finding is Finding.MORE_OFTEN
        assert asian.finding is Finding.LESS_OFTEN
        assert black.low < black.value < black.high
    assert not any(each.group.code == "not_known" for each in found)
    assert not any(
        (each.group.code, each.reference) == ("white", Reference.WHITE) for each in found
    )


def test_the_same_release_gives_the_same_interval_and_another_one_another() -> None:
    table = year(6)
    assert comparisons(table) == comparisons(replace(table))
    first = table.cells[0]
    moved = replace(table, cells=(replace(first, noisy_sum=first.noisy_sum + 1), *table.cells[1:]))
    assert comparisons(moved) != comparisons(table)


def test_an_index_is_not_shown_below_the_floor_and_says_why() -> None:
    found = comparisons(year(7, people=60))
    other = found_for(found, "other", Reference.WHITE)
    assert other.index is None
    assert "at least 8 young people" in other.reason
    assert "this group" in other.reason


def test_the_interval_of_the_index_holds_the_true_ratio() -> None:
    """Noise and sampling both: the truth is the ratio of chances, not of the people who happened to come."""
    inside = shown = 0
    at_recovery = {"black": 2.0, "asian": 0.4}
    for seed in range(12):
        found = comparisons(year(4000 + seed, people=500))
        for group, factor in at_recovery.items():
            index = found_for(found, group, Reference.WHITE).index
            if index is not None:
                # the level's weight grows by the factor, and with it the group's total
                truth = factor * 1.0 / (1 + 0.12 * (factor - 1))
                inside += index.low <= truth <= index.high
                shown += 1
    assert shown > 8
    assert 0.85 <= inside / shown <= 1.0


def test_a_usual_network_has_no_site_to_look_at() -> None:
    for seed in range(5):
        network = invented_network(quarters=(Quarter(2026, 3), Q4), seed=50 + seed)
        assert odd_sites(network, MessageKind.P, "P") == ()
        assert odd_sites(network, MessageKind.Q, "J") == ()


@pytest.mark.parametrize(
    ("numbers", "oddity"),
    [
        ((900, 4000), Oddity.FAR_FROM_ITS_USUAL),
        ((-400, -400), Oddity.BELOW_WHAT_NOISE_EXPLAINS),
    ],
)
def test_a_site_that_sends_something_else_is_one_to_look_at(
    numbers: tuple[int, int], oddity: Oddity
) -> None:
    network = invented_network(quarters=(Quarter(2026, 3), Q4))
    week = Q4.weeks[-1]
    first, *others = network.kept[week]
    network.kept[week] = (replace(first, tables={"P": numbers}), *others)
    (odd,) = odd_sites(network, MessageKind.P, "P")
    assert (odd.site, odd.oddity, odd.total) == (first.site, oddity, sum(numbers))


def test_a_new_site_is_looked_at_beside_the_others() -> None:
    network = invented_network(quarters=(Q4,))
    first, *others = network.kept[Q4]
    dice = seeded(3)
    poisoned = tuple(200_000 + quick_noise(2, dice) for _ in range(96))
    network.kept[Q4] = (replace(first, tables={**first.tables, "J": poisoned}), *others)
    (odd,) = odd_sites(network, MessageKind.Q, "J")
    assert odd.oddity is Oddity.FAR_ABOVE_OTHERS


def test_a_network_of_which_nothing_came_has_no_odd_site() -> None:
    assert odd_sites(InventedNetwork(), MessageKind.P, "P") == ()
    assert independent_sum([]).half_width == 0
