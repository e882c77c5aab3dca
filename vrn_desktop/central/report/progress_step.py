"""Step 3: is it working? Trends, the outcome mix over time, and differences between ethnic groups."""

from collections.abc import Callable, Sequence
from functools import partial

from vrn_desktop.central.estimates.combined_cells import (
    Interval,
    cells_where,
    change,
    combined,
    share,
)
from vrn_desktop.central.published_table import NetworkTable
from vrn_desktop.central.report.difference_figures import difference_figures
from vrn_desktop.central.report.figure import Figure, FigureTable, KeyFigure, Step, TableRow
from vrn_desktop.central.report.numbers_by_period import NumbersByPeriod, quarter_before
from vrn_desktop.central.report.period_words import short_day, short_period, sites_words
from vrn_desktop.central.report.shown_numbers import (
    NUMBER_COLUMNS,
    ShownNumber,
    change_in_words,
    shown_number,
    shown_share,
)
from vrn_desktop.central.report.table_figures import headings_of, share_figure, shares_of_cells
from vrn_desktop.charts.lines import line_with_band
from vrn_desktop.charts.shapes import SERIES, Drawing, Tone
from vrn_desktop.charts.small_multiples import small_multiples
from vrn_desktop.domain.programme_period import Quarter

TITLE = "Is it working?"
URGENT = "tertiary_or_escalated"
QUARTERS_SHOWN = 8
_NOT_CAUSE = "A trend shows that something changed, not why."


def progress_step(numbers: NumbersByPeriod, quarter: Quarter) -> Step:
    """Everything of step 3 up to a quarter."""
    figures: list[Figure] = []
    gaps: list[str] = []
    weekly = _weekly(numbers, quarter)
    if weekly is not None:
        figures.append(weekly)
    quarters = numbers.quarters_up_to(quarter, QUARTERS_SHOWN)
    if len(quarters) < 2:  # noqa: PLR2004 - a trend has two ends
        gaps.append("Trends over quarters begin with the second quarter.")
    else:
        figures += [
            _urgent_share(numbers, quarters),
            _levels(numbers, quarters),
            _outcomes(numbers, quarters),
        ]
    ethnic = numbers.latest_year("E", quarter)
    if ethnic is None:
        gaps.append("Ethnic groups are counted once a year; no year is there yet.")
    else:
        figures += difference_figures(ethnic)
    return Step(
        title=TITLE,
        key_figures=_key_figures(numbers, quarter),
        figures=tuple(figures),
        gaps=tuple(gaps),
    )


def urgent_share(numbers: NumbersByPeriod, quarter: Quarter) -> tuple[Interval | None, int]:
    """The share of young people at the recovery level or escalated, and the fewest sites of any week."""
    weeks = [numbers.table("P", week) for week in quarter.weeks]
    found = [table for table in weeks if table is not None]
    urgent = [cell for table in found for cell in cells_where(table, urgency=URGENT)]
    rest = [cell for table in found for cell in table.cells if cell.codes != (URGENT,)]
    if len(found) < len(weeks):
        return None, 0
    return share(urgent, rest), min(table.sites_reporting for table in found)


def _key_figures(numbers: NumbersByPeriod, quarter: Quarter) -> tuple[KeyFigure, ...]:
    now, sites = urgent_share(numbers, quarter)
    before, _ = urgent_share(numbers, quarter_before(quarter))
    shown = shown_share(now, sites)
    if now is None:
        return ()
    moved = change(before, now) if before is not None and shown.value is not None else None
    return (
        KeyFigure(
            label="At the recovery level, or somebody had to be told",
            words=shown.words,
            interval=shown.interval,
            change=change_in_words(moved, " points", 100),
        ),
    )


def _weekly(numbers: NumbersByPeriod, quarter: Quarter) -> Figure | None:
    tables = [
        (week, numbers.table("P", week))
        for week in numbers.weeks_up_to(quarter, QUARTERS_SHOWN // 2)
    ]
    found = [(week, table) for week, table in tables if table is not None]
    if not found:
        return None
    shown = [
        (
            week,
            table,
            shown_number(combined(table.cells, table.sites_reporting), table.sites_reporting),
        )
        for week, table in found
    ]
    return Figure(
        id="weekly",
        title="Young people newly counted, week by week",
        says="Each young person counts once a quarter, in the week of their first conversation.",
        coverage=f"Latest week: {sites_words(shown[-1][1])}.",
        draw=partial(
            line_with_band,
            [number.reading(short_day(week.first_day)) for week, _, number in shown],
        ),
        table=FigureTable(
            columns=("Week", *NUMBER_COLUMNS, "Sites"),
            rows=tuple(
                TableRow(
                    heading=f"{week}, from {short_day(week.first_day)}",
                    cells=(*number.row("").cells, sites_words(table)),
                )
                for week, table, number in shown
            ),
        ),
        notes=("The band is the 95% interval. A hollow dot marks a week without a figure.",),
    )


def _urgent_share(numbers: NumbersByPeriod, quarters: Sequence[Quarter]) -> Figure:
    shares = [(each, shown_share(*urgent_share(numbers, each))) for each in quarters]
    return Figure(
        id="urgent-share",
        title="Share at the recovery level, or where somebody had to be told",
        says="Of all young people counted in a quarter, from the weekly numbers.",
        coverage=f"Quarters up to {short_period(quarters[-1])}.",
        draw=partial(
            line_with_band,
            [each.reading(short_period(quarter)) for quarter, each in shares],
            tone=Tone.THIRD,
            unit="%",
        ),
        table=FigureTable(
            columns=("Quarter", "Share", "95% interval"),
            rows=tuple(
                TableRow(heading=str(quarter), cells=(each.words, each.interval))
                for quarter, each in shares
            ),
        ),
        notes=(_NOT_CAUSE,),
    )


def _levels(numbers: NumbersByPeriod, quarters: Sequence[Quarter]) -> Figure:
    tables = _tables(numbers, "J.level", quarters)
    rows: list[TableRow] = []
    panels: list[tuple[str, Callable[[float], Drawing]]] = []
    series: list[tuple[str, list[tuple[Quarter, NetworkTable, ShownNumber]]]] = []
    for level in headings_of(tables[-1][1], "level"):
        points = [
            (
                quarter,
                table,
                shown_number(cells_where(table, level=level.code)[0], table.sites_reporting),
            )
            for quarter, table in tables
        ]
        series.append((level.label, points))
        rows += [
            TableRow(
                heading=f"{level.label}: {quarter}",
                cells=(*number.row("").cells, sites_words(table)),
            )
            for quarter, table, number in points
        ]
    for place, (label, points) in enumerate(series):
        readings = [number.reading(short_period(quarter)) for quarter, _, number in points]
        draw = partial(line_with_band, readings, height=180.0, tone=SERIES[place])
        panels.append((label, draw))
    return Figure(
        id="levels-over-time",
        title="Levels, quarter by quarter",
        says="Each level is a chart of its own with its own scale; every one begins at zero.",
        coverage=f"Latest quarter: {sites_words(tables[-1][1])}.",
        draw=partial(small_multiples, panels),
        table=FigureTable(
            columns=("Level and quarter", *NUMBER_COLUMNS, "Sites"), rows=tuple(rows)
        ),
        notes=(
            _NOT_CAUSE,
            "Numbers also rise and fall with how many sites send theirs; missing sites are not guessed.",
        ),
    )


def _outcomes(numbers: NumbersByPeriod, quarters: Sequence[Quarter]) -> Figure:
    tables = _tables(numbers, "C.outcome", quarters)
    rows = [
        (short_period(quarter), shares_of_cells(table.cells, table.sites_reporting))
        for quarter, table in tables
    ]
    return share_figure(
        rows,
        [heading.label for heading in headings_of(tables[-1][1], "outcome")],
        id_="outcomes-over-time",
        title="How it stood with help, quarter by quarter",
        says="Each bar is all young people counted in one quarter.",
        coverage=f"Latest quarter: {sites_words(tables[-1][1])}.",
        column="Quarter",
        notes=(_NOT_CAUSE,),
    )


def _tables(
    numbers: NumbersByPeriod, name: str, quarters: Sequence[Quarter]
) -> list[tuple[Quarter, NetworkTable]]:
    found = ((quarter, numbers.table(name, quarter)) for quarter in quarters)
    return [(quarter, table) for quarter, table in found if table is not None]
