"""Agreement of J and C: margins agree, nothing is less precise, and no other agreeing figures lie nearer."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.exchange_packs import shipped_pack, strict_pack
from tests.seeded import seeded
from vrn_desktop.central.estimates.agreement import Agreement, SummedTable
from vrn_desktop.central.estimates.noise_of_sums import Part, cell_noise, weighted_sum
from vrn_desktop.exchange.table_pack import MessageKind, TablePack

NUMBERS = st.integers(min_value=-2000, max_value=20_000)


def summed_tables(pack: TablePack, j: list[int], c: list[int]) -> tuple[SummedTable, SummedTable]:
    return (
        SummedTable(table=pack.table("J"), sums=tuple(j)),
        SummedTable(table=pack.table("C"), sums=tuple(c)),
    )


def cell_by_cell(agreement: Agreement, summed: SummedTable) -> list[float]:
    return [agreement.estimate(summed, [cell]).value for cell in range(summed.table.cells)]


@given(
    j=st.lists(NUMBERS, min_size=96, max_size=96),
    c=st.lists(NUMBERS, min_size=20, max_size=20),
    sites=st.integers(1, 300),
)
@settings(max_examples=25)
def test_levels_are_the_same_from_both_tables(j: list[int], c: list[int], sites: int) -> None:
    tables = summed_tables(shipped_pack(), j, c)
    agreement = Agreement(tables, sites)
    by_setting, by_outcome = (cell_by_cell(agreement, each) for each in tables)
    for level in range(4):
        both = sum(by_setting[24 * level : 24 * (level + 1)])
        assert abs(both - sum(by_outcome[5 * level : 5 * (level + 1)])) < 1e-6
        assert abs(both - agreement.estimate(tables[0], tables[0].at_level(level)).value) < 1e-6


@given(
    j=st.lists(NUMBERS, min_size=96, max_size=96),
    c=st.lists(NUMBERS, min_size=20, max_size=20),
    strict=st.booleans(),
)
@settings(max_examples=25)
def test_no_agreeing_figures_lie_nearer_to_what_was_sent(
    j: list[int], c: list[int], strict: bool
) -> None:
    """The condition of least squares: what was added, over the noise, is one number for each level."""
    tables = summed_tables(strict_pack() if strict else shipped_pack(), j, c)
    agreement = Agreement(tables, 10)
    for level in range(4):
        pulls = [
            [
                (agreement.estimate(summed, [cell]).value - summed.sums[cell])
                / cell_noise(summed.table.scale).variance
                for cell in summed.at_level(level)
            ]
            for summed in tables
        ]
        of_j, of_c = pulls
        assert max(of_j) - min(of_j) < 1e-6
        assert max(of_c) - min(of_c) < 1e-6
        assert abs(of_j[0] + of_c[0]) < 1e-6


@given(cells=st.sets(st.integers(0, 95), min_size=1), sites=st.integers(1, 300))
def test_agreement_never_makes_a_figure_less_certain(cells: set[int], sites: int) -> None:
    tables = summed_tables(shipped_pack(), [0] * 96, [0] * 20)
    alone = weighted_sum([Part(count=len(cells) * sites, weight=1, noise=cell_noise(2))])
    agreed = Agreement(tables, sites).estimate(tables[0], cells).noise
    assert agreed.variance < alone.variance + 1e-6


def test_the_stated_noise_is_the_noise_of_every_number_followed_through() -> None:
    """Each number's part in an estimate, found by moving that number by one."""
    dice = seeded(4)
    cells = frozenset(dice.sample(range(96), 30))
    none = [[0] * 96, [0] * 20]
    pack = shipped_pack()

    def estimate(j: list[int], c: list[int]) -> float:
        tables = summed_tables(pack, j, c)
        return Agreement(tables, 1).estimate(tables[0], cells).value

    parts = []
    for table, scale in ((0, 2), (1, 4)):
        for cell in range(len(none[table])):
            moved = [list(row) for row in none]
            moved[table][cell] = 1
            parts.append(Part(count=1, weight=estimate(*moved), noise=cell_noise(scale)))
    followed = weighted_sum(parts)
    tables = summed_tables(pack, *none)
    stated = Agreement(tables, 1).estimate(tables[0], cells).noise
    assert abs(stated.variance - followed.variance) < 1e-6
    assert abs(stated.fourth - followed.fourth) < 1e-3


def test_tables_of_a_year_keep_their_sums() -> None:
    pack = shipped_pack()
    tables = [
        SummedTable(table=table, sums=tuple(range(table.cells)))
        for table in pack.by_kind[MessageKind.Y]
    ]
    agreement = Agreement(tables, 12)
    for summed in tables:
        if summed.table.name != "E":
            assert cell_by_cell(agreement, summed) == list(summed.sums)
    ethnic = next(summed for summed in tables if summed.table.name == "E")
    assert cell_by_cell(agreement, ethnic) == [float(number) for number in ethnic.sums]
