"""The network's tables of one period: sums over the sites that reported, in agreement, with intervals."""

from collections.abc import Iterator, Mapping, Sequence

from vrn_desktop.central.estimates.agreement import SHARED, Agreement, Estimate, SummedTable
from vrn_desktop.central.estimates.display import precision_of, shown_figure
from vrn_desktop.central.estimates.margins import (
    cells_under,
    grouping_name,
    grouping_title,
    groupings,
)
from vrn_desktop.central.published_table import Heading, HeadingList, NetworkCell, NetworkTable
from vrn_desktop.central.site_numbers import SiteNumbers, SiteNumbersSource
from vrn_desktop.domain.programme_period import Period, Quarter
from vrn_desktop.exchange.table_pack import CodeList, MessageKind, TablePack


def network_tables(
    source: SiteNumbersSource, period: Period, packs: Mapping[str, TablePack]
) -> tuple[NetworkTable, ...]:
    """Every table and margin of a period; a quarter's also hold the weekly table of each of its weeks.

    Sites that sent nothing are missing, not zero and not guessed: each table says from how many
    sites of how many it comes. Sites that count by different specifications give tables of their own.

    Args:
        source: the numbers in use.
        period: a week, a quarter or a programme year.
        packs: every specification in use.

    Raises:
        KeyError: a site counted by a specification that is not among the packs.
    """
    tables = list(_tables_of(source, period, packs))
    if isinstance(period, Quarter):
        for week in period.weeks:
            tables.extend(_tables_of(source, week, packs))
    return tuple(tables)


def _tables_of(
    source: SiteNumbersSource, period: Period, packs: Mapping[str, TablePack]
) -> Iterator[NetworkTable]:
    numbers = source.numbers(period)
    expected = source.sites_expected(period)
    for spec in sorted({site.spec for site in numbers}):
        same = [site for site in numbers if site.spec == spec]
        yield from _summed_tables(same, packs[spec], expected)


def _summed_tables(
    numbers: Sequence[SiteNumbers], pack: TablePack, expected: int
) -> Iterator[NetworkTable]:
    kind: MessageKind = numbers[0].kind
    summed = [
        SummedTable(
            table=table,
            sums=tuple(map(sum, zip(*(site.tables[table.name] for site in numbers), strict=True))),
        )
        for table in pack.by_kind[kind]
    ]
    agreement = Agreement(summed, sites=len(numbers))
    told = False
    for each in summed:
        for by in groupings(each.table):
            level_alone = [codes.name for codes in by] == [SHARED] and agreement.shares(each.table)
            if level_alone and told:
                continue  # the same figures as the first table's level margin: that is what agreement means
            told = told or level_alone
            yield NetworkTable(
                name=grouping_name(each.table, by),
                title=grouping_title(each.table, by),
                period=numbers[0].period,
                spec=pack.spec,
                lists=tuple(map(_heading_list, by)),
                scale=each.table.scale,
                sites_reporting=len(numbers),
                sites_expected=expected,
                cells=tuple(
                    _cell(
                        codes,
                        sum(each.sums[cell] for cell in cells),
                        agreement.estimate(each, cells),
                        len(numbers),
                    )
                    for codes, cells in cells_under(each.table, by)
                ),
            )


def _cell(codes: tuple[str, ...], noisy_sum: int, estimate: Estimate, sites: int) -> NetworkCell:
    half = estimate.noise.half_width
    precision = precision_of(estimate.value, half)
    return NetworkCell(
        codes=codes,
        noisy_sum=noisy_sum,
        estimate=estimate.value,
        low=estimate.value - half,
        high=estimate.value + half,
        precision=precision,
        shown=shown_figure(estimate.value, precision, sites),
    )


def _heading_list(codes: CodeList) -> HeadingList:
    return HeadingList(
        name=codes.name.value,
        headings=tuple(Heading(code=entry.code, label=entry.label) for entry in codes.entries),
    )
