"""Network tables: sums, margins, missing sites, coverage of the intervals, display, and what subtraction gains."""

from collections import Counter
from itertools import product

import pytest

from tests.central.estimates.invented_network import InventedNetwork, invented_network
from tests.exchange_packs import shipped_pack
from vrn_desktop.central.estimates import network_tables
from vrn_desktop.central.published_table import NetworkTable, Precision
from vrn_desktop.domain.programme_period import Period, ProgrammeYear, Quarter, Week

PACKS = {shipped_pack().spec: shipped_pack()}
Q4, Y26 = Quarter(2026, 4), ProgrammeYear(2026)


def tables_of(network: InventedNetwork, period: Period) -> dict[tuple[str, str], NetworkTable]:
    return {
        (table.name, str(table.period)): table for table in network_tables(network, period, PACKS)
    }


def test_a_quarter_holds_its_tables_its_margins_and_its_weeks() -> None:
    tables = tables_of(invented_network(sites=11), Q4)
    assert [name for name, period in tables if period == "2026-Q4"] == [
        "J",
        "J.level",
        "J.life_stage",
        "J.setting",
        "J.level.life_stage",
        "J.level.setting",
        "C",
        "C.outcome",
    ]
    assert [period for name, period in tables if name == "P"] == [str(w) for w in Q4.weeks]


def test_a_year_holds_needs_signposting_and_ethnic_groups() -> None:
    tables = tables_of(invented_network(sites=11, quarters=(), years=(Y26,)), Y26)
    names = ["N", "S", "S.help", "S.referral", "E", "E.ethnic_group", "E.level"]
    assert [name for name, _ in tables] == names


def test_sites_that_sent_nothing_are_missing_and_not_guessed() -> None:
    network = invented_network(sites=52, expected=60)
    table = tables_of(network, Q4)["J", "2026-Q4"]
    assert (table.sites_reporting, table.sites_expected) == (52, 60)
    sent = network.numbers(Q4)
    assert [cell.noisy_sum for cell in table.cells] == [
        sum(site.tables["J"][place] for site in sent) for place in range(96)
    ]


def test_margins_are_the_sums_of_what_they_group() -> None:
    tables = tables_of(invented_network(sites=20), Q4)
    whole = tables["J", "2026-Q4"]
    margin = tables["J.level.setting", "2026-Q4"]
    for cell in margin.cells:
        level, setting = cell.codes
        under = [each for each in whole.cells if (each.codes[0], each.codes[2]) == (level, setting)]
        assert cell.noisy_sum == sum(each.noisy_sum for each in under)
        assert cell.estimate == pytest.approx(sum(each.estimate for each in under))


def test_a_period_of_which_nobody_reported_has_no_table() -> None:
    assert network_tables(InventedNetwork(), Q4, PACKS) == ()


def test_numbers_of_an_unknown_specification_are_refused() -> None:
    with pytest.raises(KeyError):
        network_tables(invented_network(sites=2), Week(2026, 40), {})


def test_figures_are_rounded_to_five_and_small_or_uncertain_ones_hidden() -> None:
    tables = tables_of(invented_network(), Q4)
    for cell in (cell for table in tables.values() for cell in table.cells):
        half = (cell.high - cell.low) / 2
        if cell.precision is Precision.X or cell.estimate < 10:
            assert cell.shown is None
        else:
            assert cell.shown is not None
            assert cell.shown % 5 == 0
            assert abs(cell.shown - cell.estimate) <= 2.5
            assert half <= 0.3 * cell.estimate
    kinds = Counter(cell.precision for table in tables.values() for cell in table.cells)
    assert set(kinds) == set(Precision)


def test_fewer_than_ten_sites_show_no_figure() -> None:
    tables = tables_of(invented_network(sites=9, people_a_site=4000), Q4)
    cells = [cell for table in tables.values() for cell in table.cells]
    assert {cell.shown for cell in cells} == {None}
    assert any(cell.precision is Precision.A for cell in cells)


@pytest.mark.parametrize("sites", [10, 52])
def test_intervals_hold_the_true_sum_ninety_five_times_in_a_hundred(sites: int) -> None:
    inside = cells = 0
    for seed in range(12):
        network = invented_network(
            sites=sites, people_a_site=40, quarters=(Q4,), years=(Y26,), seed=100 * sites + seed
        )
        for period in (Q4, Y26):
            for table in network_tables(network, period, PACKS):
                base = table.name.partition(".")[0]
                truth = true_cells(network, table, base)
                for cell in table.cells:
                    inside += cell.low <= truth[cell.codes] <= cell.high
                    cells += 1
    assert cells > 3500
    assert 0.94 < inside / cells < 0.96


def true_cells(
    network: InventedNetwork, table: NetworkTable, base: str
) -> dict[tuple[str, ...], int]:
    whole = shipped_pack().table(base)
    places = [[codes.name.value for codes in whole.by].index(each.name) for each in table.lists]
    totals: dict[tuple[str, ...], int] = Counter()
    for headings, count in zip(whole.headings(), network.truth[table.period][base], strict=True):
        totals[tuple(headings[place].code for place in places)] += count
    for codes in product(*([h.code for h in each.headings] for each in table.lists)):
        totals.setdefault(codes, 0)
    return totals


def test_subtracting_published_tables_recovers_no_small_count_better_than_the_best_guess() -> None:
    """Somebody subtracts every published neighbour and margin, over two periods, and knows the tables' form.

    For each cell of J the published tables give several figures: the cell itself, and each margin
    less all other cells of it. Over two quarters the same is done with their difference.
    """
    quarters = (Quarter(2026, 3), Q4)
    right: Counter[str] = Counter()
    truths: Counter[int] = Counter()
    changes: Counter[int] = Counter()
    cells = 0
    for seed in range(8):
        network = invented_network(sites=10, people_a_site=3, quarters=quarters, seed=900 + seed)
        tables = {quarter: tables_of(network, quarter) for quarter in quarters}
        guesses = {quarter: subtractions(tables[quarter], quarter) for quarter in quarters}
        for place in range(96):
            truth = network.truth[Q4]["J"][place]
            change = truth - network.truth[quarters[0]]["J"][place]
            truths[truth] += 1
            changes[change] += 1
            cells += 1
            for way, figure in guesses[Q4][place].items():
                right[way] += max(0, round(figure)) == truth
                right[f"change of {way}"] += (
                    round(figure - guesses[quarters[0]][place][way]) == change
                )
    best = max(truths.values()) / cells
    best_change = max(changes.values()) / cells
    assert best < 0.95
    for way, count in right.items():
        assert count / cells <= (best_change if way.startswith("change") else best) + 0.01, way


def subtractions(
    tables: dict[tuple[str, str], NetworkTable], quarter: Quarter
) -> list[dict[str, float]]:
    whole = tables["J", str(quarter)].cells
    ways: list[dict[str, float]] = []
    for cell in whole:
        figures = {"the cell": cell.estimate, "its sum": float(cell.noisy_sum)}
        for name in ("J.level", "J.level.life_stage", "J.level.setting", "J.life_stage"):
            table = tables[name, str(quarter)]
            places = [("level", "life_stage", "setting").index(codes.name) for codes in table.lists]
            mine = tuple(cell.codes[place] for place in places)
            margin = next(each for each in table.cells if each.codes == mine)
            others = sum(
                each.noisy_sum
                for each in whole
                if each is not cell and tuple(each.codes[place] for place in places) == mine
            )
            figures[name] = margin.estimate - others
            figures[f"{name}, shown"] = (margin.shown or 0) - others
        ways.append(figures)
    return ways
