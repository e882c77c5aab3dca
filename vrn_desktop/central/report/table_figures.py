"""Ways to make a figure from a network table: bars, panels of bars, shares, lines."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from vrn_desktop.central.estimates.combined_cells import cells_where, share
from vrn_desktop.central.published_table import Heading, NetworkCell, NetworkTable
from vrn_desktop.central.report.figure import TOO_UNCERTAIN, Figure, FigureTable, TableRow
from vrn_desktop.central.report.period_words import coverage_words
from vrn_desktop.central.report.shown_numbers import (
    NUMBER_COLUMNS,
    ShownShare,
    shown_number,
    shown_share,
)
from vrn_desktop.charts.bars import bars_with_intervals
from vrn_desktop.charts.readings import Shares
from vrn_desktop.charts.shapes import SERIES, Drawing
from vrn_desktop.charts.shares import stacked_shares
from vrn_desktop.charts.small_multiples import small_multiples


def headings_of(table: NetworkTable, name: str) -> tuple[Heading, ...]:
    """The headings of one list of a table."""
    return next(each.headings for each in table.lists if each.name == name)


def bar_figure(
    table: NetworkTable,
    *,
    id_: str,
    title: str,
    says: str,
    column: str,
    cells: Mapping[str, NetworkCell] | None = None,
    notes: tuple[str, ...] = (),
) -> Figure:
    """One bar for each cell of a table with one list, or for the cells given with their labels."""
    sites = table.sites_reporting
    if cells is None:
        labels = [heading.label for heading in table.lists[0].headings]
        cells = dict(zip(labels, table.cells, strict=True))
    shown = {label: shown_number(cell, sites) for label, cell in cells.items()}
    readings = [number.reading(label) for label, number in shown.items()]
    return Figure(
        id=id_,
        title=title,
        says=says,
        coverage=coverage_words(table),
        draw=partial(bars_with_intervals, readings),
        table=FigureTable(
            columns=(column, *NUMBER_COLUMNS),
            rows=tuple(number.row(label) for label, number in shown.items()),
        ),
        notes=notes,
    )


def panel_figure(
    table: NetworkTable, *, panels: str, bars: str, id_: str, title: str, says: str, column: str
) -> Figure:
    """One panel of bars for each heading of a list, all on one scale."""
    inside, outside = headings_of(table, bars), headings_of(table, panels)
    numbers = [
        [
            shown_number(cell, table.sites_reporting)
            for cell in cells_where(table, **{panels: heading.code})
        ]
        for heading in outside
    ]
    readings = [
        [number.reading(each.label) for each, number in zip(inside, panel, strict=True)]
        for panel in numbers
    ]
    rows = tuple(
        TableRow(heading=each.label, cells=tuple(number.in_full for number in across))
        for each, across in zip(inside, zip(*numbers, strict=True), strict=True)
    )
    most = max([1.0, *(reading.reach for panel in readings for reading in panel)])
    drawn: list[tuple[str, Callable[[float], Drawing]]] = [
        (heading.label, partial(bars_with_intervals, panel, tone=SERIES[place], up_to=most))
        for place, (heading, panel) in enumerate(zip(outside, readings, strict=True))
    ]
    return Figure(
        id=id_,
        title=title,
        says=says,
        coverage=coverage_words(table),
        draw=partial(small_multiples, drawn),
        table=FigureTable(columns=(column, *(heading.label for heading in outside)), rows=rows),
        notes=("In the table: number (95% interval) and precision class.",),
    )


def shares_of_cells(cells: Sequence[NetworkCell], sites: int) -> tuple[ShownShare, ...]:
    """Each cell's share of all of them; none is shown where one of them is too uncertain."""
    found = tuple(
        shown_share(share([cell], [other for other in cells if other is not cell]), sites)
        for cell in cells
    )
    hidden = next((each for each in found if each.value is None), None)
    return found if hidden is None else tuple(hidden for _ in cells)


def share_figure(
    rows: Sequence[tuple[str, tuple[ShownShare, ...]]],
    parts: Sequence[str],
    *,
    id_: str,
    title: str,
    says: str,
    coverage: str,
    column: str,
    notes: tuple[str, ...] = (),
) -> Figure:
    """Wholes shared out, one row each."""
    drawn = [_row_of_shares(label, shares) for label, shares in rows]
    return Figure(
        id=id_,
        title=title,
        says=says,
        coverage=coverage,
        draw=partial(stacked_shares, drawn, parts),
        table=FigureTable(
            columns=(column, *parts),
            rows=tuple(
                TableRow(
                    heading=label,
                    cells=tuple(
                        f"{each.words} ({each.interval})" if each.interval else each.words
                        for each in shares
                    ),
                )
                for label, shares in rows
            ),
        ),
        notes=(*notes, "Shares are rounded and may not add up to 100%."),
    )


def _row_of_shares(label: str, shares: tuple[ShownShare, ...]) -> Shares:
    values = [each.value for each in shares if each.value is not None]
    total = sum(values)
    if len(values) < len(shares) or total == 0:
        return Shares(label=label, parts=(), words=shares[0].reason or TOO_UNCERTAIN)
    return Shares(
        label=label,
        parts=tuple(value / total for value in values),
        written=tuple(each.words for each in shares),
    )
