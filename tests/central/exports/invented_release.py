"""Releases of an invented network, made from the table pack that ships: noisy sums, intervals, hidden cells."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import product
from math import exp, sqrt

from tests.exchange_packs import shipped_pack
from vrn_desktop.central.published_table import (
    Heading,
    HeadingList,
    NetworkCell,
    NetworkTable,
    Precision,
    Release,
)
from vrn_desktop.domain.programme_period import Period, ProgrammeYear, Quarter, Week
from vrn_desktop.exchange.table_pack import CodeList, CountTable, PeriodKind
from vrn_desktop.noise.discrete_laplace import discrete_laplace

QUARTER = Quarter(2026, 4)
PUBLISHED_AT = datetime(2027, 1, 25, 9, 30, tzinfo=UTC)
MARGINS = {
    "J": (("level",), ("level", "life_stage"), ("level", "setting")),
    "C": (("level",), ("outcome",)),
    "E": (("ethnic_group",),),
    "S": (("help",), ("referral",)),
}
_KIND = {Quarter: PeriodKind.QUARTER, Week: PeriodKind.WEEK, ProgrammeYear: PeriodKind.YEAR}


@dataclass(frozen=True, kw_only=True)
class Network:
    """An invented network: how many sites, and the true sums that no real office ever holds."""

    sites: int
    expected: int
    true: dict[str, list[int]]


def invented_network(dice: random.Random, sites: int = 52, expected: int = 60) -> Network:
    """True sums with large, middling, small and empty cells."""
    return Network(
        sites=sites,
        expected=expected,
        true={
            table.name: [
                dice.choice((0, 3, 25, 90, 400, 1200)) + dice.randrange(7)
                for _ in range(table.cells)
            ]
            for table in shipped_pack().tables
        },
    )


def shown_cell(
    codes: tuple[str, ...], noisy_sum: int, estimate: float, half_width: float
) -> NetworkCell:
    """A cell as the office shows it: classes A, B, C, x; under 10 or x hidden; else to the nearest 5."""
    share = half_width / estimate if estimate > 0 else 1.0
    precision = next(
        (
            letter
            for letter, widest in ((Precision.A, 0.05), (Precision.B, 0.15), (Precision.C, 0.30))
            if share <= widest
        ),
        Precision.X,
    )
    hidden = estimate < 10 or precision is Precision.X
    return NetworkCell(
        codes=codes,
        noisy_sum=noisy_sum,
        estimate=estimate,
        low=estimate - half_width,
        high=estimate + half_width,
        precision=precision,
        shown=None if hidden else 5 * round(estimate / 5),
    )


def invented_release(
    seed: int = 1, period: Period = QUARTER, *, edition: int = 1, network: Network | None = None
) -> Release:
    """Every table of a period with its usual margins; the same for the same seed."""
    dice = random.Random(seed)  # noqa: S311 - repeats a test, keeps no secret
    network = network or invented_network(dice)
    tables = [
        made
        for table in shipped_pack().tables
        if table.period is _KIND[type(period)]
        for made in _with_margins(table, period, network, dice)
    ]
    return Release(
        id=f"invented-{seed}-{edition}",
        period=period,
        edition=edition,
        tables=tuple(tables),
        drafted_by="Sample Statistician",
        published_by="Sample Publisher",
        published_at=PUBLISHED_AT,
    )


def with_cell_shown(release: Release, table: str, place: int, *, shown: int | None) -> Release:
    """The release with one cell's shown number set by hand: a fault to plant."""
    tables = []
    for one in release.tables:
        cells = list(one.cells)
        if one.name == table:
            cells[place] = replace(cells[place], shown=shown)
        tables.append(replace(one, cells=tuple(cells)))
    return replace(release, tables=tuple(tables))


def _with_margins(
    table: CountTable, period: Period, network: Network, dice: random.Random
) -> list[NetworkTable]:
    sums = [
        true + sum(discrete_laplace(table.scale, dice.getrandbits) for _ in range(network.sites))
        for true in network.true[table.name]
    ]
    by_name = {codes.name.value: codes for codes in table.by}
    made = [
        _network_table(
            table.name, table, by=table.by, sums=sums, parts=1, period=period, network=network
        )
    ]
    for names in MARGINS.get(table.name, ()):
        kept = [by_name[name] for name in names]
        summed = _summed(table, sums, kept)
        name = ".".join((table.name, *names))
        parts = table.cells // len(summed)
        made.append(
            _network_table(
                name, table, by=kept, sums=summed, parts=parts, period=period, network=network
            )
        )
    return made


def _summed(table: CountTable, sums: Sequence[int], kept: Sequence[CodeList]) -> list[int]:
    places = [table.by.index(codes) for codes in kept]
    totals: dict[tuple[str, ...], int] = {}
    for headings, number in zip(table.headings(), sums, strict=True):
        key = tuple(headings[place].code for place in places)
        totals[key] = totals.get(key, 0) + number
    return list(totals.values())


def _network_table(
    name: str,
    table: CountTable,
    *,
    by: Sequence[CodeList],
    sums: Sequence[int],
    parts: int,
    period: Period,
    network: Network,
) -> NetworkTable:
    q = exp(-1 / table.scale)
    half_width = 1.96 * sqrt(parts * network.sites * 2 * q) / (1 - q)
    headings = product(*([entry.code for entry in codes.entries] for codes in by))
    return NetworkTable(
        name=name,
        title=f"{table.title} ({name})",
        period=period,
        spec=shipped_pack().spec,
        lists=tuple(
            HeadingList(
                name=codes.name.value,
                headings=tuple(Heading(code=e.code, label=e.label) for e in codes.entries),
            )
            for codes in by
        ),
        scale=table.scale,
        sites_reporting=network.sites,
        sites_expected=network.expected,
        cells=tuple(
            shown_cell(codes, number, float(number), half_width)
            for codes, number in zip(headings, sums, strict=True)
        ),
    )
