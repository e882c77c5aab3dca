"""Figures of data quality: how many sites reported each week, and how much was left open."""

from collections.abc import Sequence
from functools import partial

from vrn_desktop.central.estimates.combined_cells import cells_where, share
from vrn_desktop.central.published_table import NetworkTable
from vrn_desktop.central.report.figure import Figure, FigureTable, TableRow
from vrn_desktop.central.report.numbers_by_period import NumbersByPeriod
from vrn_desktop.central.report.period_words import period_words, short_day
from vrn_desktop.central.report.shown_numbers import ShownShare, shown_share
from vrn_desktop.charts.bars import bars_with_intervals
from vrn_desktop.charts.lines import line_with_band
from vrn_desktop.charts.readings import Reading
from vrn_desktop.charts.shapes import Tone
from vrn_desktop.domain.programme_period import Quarter, Week


def sites_by_week(weeks: Sequence[tuple[Week, int, int]]) -> Figure:
    """How many sites' numbers are in use for each week, of how many expected.

    Args:
        weeks: each week with the sites that reported and those expected.
    """
    readings = [
        Reading(
            label=short_day(week.first_day),
            words=f"{reported}",
            value=reported,
            said=f"{week}: {reported} of {expected} sites",
        )
        for week, reported, expected in weeks
    ]
    most = max([1.0, *(float(max(reported, expected)) for _, reported, expected in weeks)])
    return Figure(
        id="sites-by-week",
        title="Sites whose weekly numbers are in use",
        says="A site is missing here until its message came; by stick that can take two weeks.",
        coverage="These are counts of sites, without noise.",
        draw=partial(line_with_band, readings, tone=Tone.FOURTH, up_to=most),
        table=FigureTable(
            columns=("Week", "Sites", "Expected"),
            rows=tuple(
                TableRow(
                    heading=f"{week}, from {short_day(week.first_day)}",
                    cells=(str(reported), str(expected)),
                )
                for week, reported, expected in weeks
            ),
        ),
    )


def completeness(numbers: NumbersByPeriod, quarter: Quarter) -> Figure | None:
    """What share was left open: level not known yet, outcome not recorded, ethnic group not known."""
    wanted = (
        (
            "Level: not enough known yet",
            numbers.table("J.level", quarter),
            ("level", "insufficient"),
        ),
        (
            "How it stood with help: not recorded",
            numbers.table("C.outcome", quarter),
            ("outcome", "not_recorded"),
        ),
        (
            "Ethnic group: not known",
            numbers.latest_year("E.ethnic_group", quarter),
            ("ethnic_group", "not_known"),
        ),
    )
    shares = [
        (f"{label} ({table.period})", _open_share(table, *under))
        for label, table, under in wanted
        if table is not None
    ]
    if not shares:
        return None
    return Figure(
        id="completeness",
        title="Answers that are still open",
        says="The share of young people counted for whom this was not known when the period closed.",
        coverage=period_words(quarter),
        draw=partial(
            bars_with_intervals,
            [each.reading(label) for label, each in shares],
            tone=Tone.FIFTH,
            up_to=100.0,
        ),
        table=FigureTable(
            columns=("What is open", "Share", "95% interval"),
            rows=tuple(
                TableRow(heading=label, cells=(each.words, each.interval)) for label, each in shares
            ),
        ),
        notes=("An open answer can be right: nobody has to answer.",),
    )


def _open_share(table: NetworkTable, name: str, code: str) -> ShownShare:
    part = cells_where(table, **{name: code})
    rest = [cell for cell in table.cells if cell not in part]
    return shown_share(share(part, rest), table.sites_reporting)
