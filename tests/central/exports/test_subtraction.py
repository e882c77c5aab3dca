"""Subtracting margins, and one edition from another, recovers no hidden count (E2)."""

from collections.abc import Sequence
from dataclasses import replace
from math import exp, inf
from random import Random

import pytest

from tests.central.estimates.invented_network import InventedNetwork, invented_network
from tests.central.exports.invented_release import PUBLISHED_AT, QUARTER
from tests.central.exports.subtraction import (
    Bounds,
    Key,
    cell_key,
    narrowed,
    shown_bounds,
    sums_of,
)
from tests.exchange_packs import shipped_pack
from vrn_desktop.central.estimates.tables_over_sites import network_tables
from vrn_desktop.central.exports.tidy_rows import TidyRow, tidy_rows
from vrn_desktop.central.published_table import Release
from vrn_desktop.central.site_numbers import SiteNumbers
from vrn_desktop.noise.discrete_laplace import discrete_laplace

NEVER_NARROWER = 10.0
"""Wider than the 9 numbers that a hidden small count can be, from 1 to 9."""


def published(sites: Sequence[SiteNumbers], edition: int = 1) -> Release:
    """What the office makes of these sites' numbers of the quarter."""
    network = InventedNetwork(kept={QUARTER: tuple(sites)})
    pack = shipped_pack()
    tables = [
        table
        for table in network_tables(network, QUARTER, {pack.spec: pack})
        if table.period == QUARTER
    ]
    return Release(
        id=f"edition-{edition}",
        period=QUARTER,
        edition=edition,
        tables=tuple(tables),
        drafted_by="Sample Statistician",
        published_by="Sample Publisher",
        published_at=PUBLISHED_AT,
    )


def sites_of(seed: int, people_a_site: int = 900) -> tuple[SiteNumbers, ...]:
    return invented_network(seed=seed, people_a_site=people_a_site).numbers(QUARTER)


def worked_out(rows: Sequence[TidyRow], bounds: Sequence[Bounds], table: str) -> dict[Key, Bounds]:
    """What an outsider knows of every cell of a table after all subtracting."""
    by_place = dict(enumerate(bounds))
    cells = {cell_key(row): by_place[n] for n, row in enumerate(rows) if row.table == table}
    return narrowed(cells, sums_of(table, rows, by_place))


def hidden_widths(rows: Sequence[TidyRow], bounds: Sequence[Bounds]) -> list[float]:
    return [
        high - low
        for table in ("J", "C")
        for key, (low, high) in worked_out(rows, bounds, table).items()
        if any(row.number is None for row in rows if row.table == table and cell_key(row) == key)
    ]


@pytest.mark.parametrize("people_a_site", [200, 900, 3000])
def test_no_hidden_cell_is_recovered_from_all_published_margins(people_a_site: int) -> None:
    for seed in range(6):
        rows = tidy_rows(published(sites_of(seed, people_a_site)))
        widths = hidden_widths(rows, [shown_bounds(row) for row in rows])
        assert all(width >= NEVER_NARROWER for width in widths)
        assert widths or people_a_site > 200


def test_the_attack_does_recover_cells_where_numbers_are_not_rounded() -> None:
    release = published(sites_of(1, 3000))
    cells = [cell for table in release.tables for cell in table.cells]
    rows = list(tidy_rows(release))
    at = next(n for n, row in enumerate(rows) if row.table == "J" and row.number)
    rows[at] = replace(rows[at], number=None)
    exact = [
        (-inf, inf) if row.table == "J" and row.number is None else (cell.estimate, cell.estimate)
        for row, cell in zip(rows, cells, strict=True)
    ]
    low, high = worked_out(rows, exact, "J")[cell_key(rows[at])]
    assert high - low < 1e-6
    assert low == pytest.approx(cells[at].estimate)


def test_two_editions_pin_no_hidden_cell_even_for_the_site_that_was_added() -> None:
    """The added site knows its own numbers, so it knows how far every estimate moved."""
    for seed in range(4):
        sites = sites_of(seed)
        first, second = published(sites[:-1]), published(sites, edition=2)
        moved = [cell.estimate for table in published(sites[-1:]).tables for cell in table.cells]
        rows = tidy_rows(first)
        bounds = [
            joined(shown_bounds(before), back(shown_bounds(after), by))
            for before, after, by in zip(rows, tidy_rows(second), moved, strict=True)
        ]
        once = hidden_widths(rows, bounds)
        assert once
        # a cell that the correction shows was known to the nearest 5 from then on, never closer
        assert all(width > 1 for width in once)
        estimates = [cell.estimate for table in first.tables for cell in table.cells]
        later = [cell.estimate for table in second.tables for cell in table.cells]
        assert later == pytest.approx([a + b for a, b in zip(estimates, moved, strict=True)])


def joined(one: Bounds, other: Bounds) -> Bounds:
    return max(one[0], other[0]), min(one[1], other[1])


def back(bounds: Bounds, by: float) -> Bounds:
    return bounds[0] - by, bounds[1] - by


def test_what_two_editions_differ_by_is_a_sites_noisy_number_and_nothing_nearer_to_the_truth() -> (
    None
):
    sites = sites_of(3)
    before, after = tidy_rows(published(sites[:-1])), tidy_rows(published(sites, edition=2))
    differences = [b.noisy_sum - a.noisy_sum for a, b in zip(before, after, strict=True)]
    by_table = {
        name: [d for row, d in zip(before, differences, strict=True) if row.table == name]
        for name in ("J", "C")
    }
    assert by_table == {name: list(sites[-1].tables[name]) for name in ("J", "C")}


@pytest.mark.parametrize("scale", [2, 4, 8])
def test_a_site_alone_in_a_difference_still_has_its_noise(scale: int) -> None:
    """Whoever thinks nobody at least twice as likely as one person keeps to it, whatever they see."""
    dice = Random(scale)  # noqa: S311 - repeats a test, keeps no secret
    tries = 4000
    right = guessed_nobody = 0
    for _ in range(tries):
        truth = int(dice.random() < 1 / 3)
        seen = truth + discrete_laplace(scale, dice.getrandbits)
        odds = 0.5 * exp((abs(seen) - abs(seen - 1)) / scale)
        guess = int(odds > 1)
        right += guess == truth
        guessed_nobody += truth == 0
    assert right <= guessed_nobody + tries // 100
