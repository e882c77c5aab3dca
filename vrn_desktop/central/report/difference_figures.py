"""Differences between ethnic groups at the stage "level", with their intervals and what they do not say."""

from functools import partial

from vrn_desktop.central.estimates.disproportionality import (
    STAGE_LEVEL,
    Comparison,
    Finding,
    Reference,
    comparisons,
)
from vrn_desktop.central.published_table import NetworkTable
from vrn_desktop.central.report.figure import Figure, FigureTable, TableRow
from vrn_desktop.central.report.period_words import coverage_words
from vrn_desktop.central.report.table_figures import headings_of
from vrn_desktop.charts.ratio_dots import ratio_dots
from vrn_desktop.charts.readings import Reading

CAVEATS = (
    "It shows a difference, not its cause. Ask why, and ask the young people and communities it is about.",
    "It compares young people who were counted here. It says nothing about who was never reached.",
    "1 means: as often. Above 1 and below 1 both deserve the question why.",
    "The interval holds both the noise that protects young people and chance.",
    "Where the interval includes 1, no clear difference is shown; that is no proof that there is none.",
    "Young people whose ethnic group is not known are left out.",
)
FINDINGS = {
    Finding.MORE_OFTEN: "more often: ask why",
    Finding.LESS_OFTEN: "less often: ask why",
    Finding.NO_CLEAR_DIFFERENCE: "no clear difference",
}
_TITLES = {
    Reference.WHITE: "beside White young people",
    Reference.ALL_OTHERS: "beside all other groups together",
}


def difference_figures(table: NetworkTable) -> list[Figure]:
    """One figure for each reference, from the yearly table of ethnic groups by level."""
    found = comparisons(table)
    level = next(each.label for each in headings_of(table, "level") if each.code == STAGE_LEVEL)
    return [
        _figure(table, level, reference, [each for each in found if each.reference is reference])
        for reference in Reference
    ]


def _figure(
    table: NetworkTable, level: str, reference: Reference, found: list[Comparison]
) -> Figure:
    words = _TITLES[reference]
    return Figure(
        id=f"difference-{reference.value.replace('_', '-')}",
        title=f"How often each ethnic group stood at “{level}”, {words}",
        says=(
            "The share of a group at this level, divided by the same share "
            f"{'of White young people' if reference is Reference.WHITE else 'of everybody else'}."
        ),
        coverage=coverage_words(table),
        draw=partial(
            ratio_dots, [_reading(each) for each in found], below="less often", above="more often"
        ),
        table=FigureTable(
            columns=("Ethnic group", "Index", "95% interval", "What it shows"),
            rows=tuple(_row(each) for each in found),
        ),
        notes=CAVEATS,
    )


def _reading(comparison: Comparison) -> Reading:
    index, label = comparison.index, comparison.group.label
    if index is None:
        return Reading(label=label, words="not shown: too few or too uncertain")
    words = f"{index.value:.2f}"
    return Reading(
        label=label,
        words=words,
        value=index.value,
        low=index.low,
        high=index.high,
        said=f"{label}: {words} (95% interval {_interval(comparison)})",
    )


def _row(comparison: Comparison) -> TableRow:
    index, label = comparison.index, comparison.group.label
    if index is None:
        return TableRow(heading=label, cells=("not shown", "", comparison.reason))
    cells = (f"{index.value:.2f}", _interval(comparison), FINDINGS[index.finding])
    return TableRow(heading=label, cells=cells)


def _interval(comparison: Comparison) -> str:
    index = comparison.index
    return "" if index is None else f"{index.low:.2f} to {index.high:.2f}"
