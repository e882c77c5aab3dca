"""Step 2: what works, for whom? How it stood with help, what was reached by kind of help, what was not there."""

from functools import partial

from vrn_desktop.central.estimates.combined_cells import cells_where, share
from vrn_desktop.central.published_table import NetworkTable
from vrn_desktop.central.report.figure import Figure, FigureTable, Step, TableRow
from vrn_desktop.central.report.numbers_by_period import NumbersByPeriod
from vrn_desktop.central.report.period_words import coverage_words, short_period
from vrn_desktop.central.report.shown_numbers import shown_share
from vrn_desktop.central.report.table_figures import (
    bar_figure,
    headings_of,
    share_figure,
    shares_of_cells,
)
from vrn_desktop.charts.bars import bars_with_intervals
from vrn_desktop.charts.shapes import Tone
from vrn_desktop.domain.programme_period import Quarter

TITLE = "What works, for whom?"
NONE_THERE = "none_available"
REACHED = "reached"
NOT_EFFECT = (
    "This shows what was reached, not that it helped: nobody was compared with going without."
)


def help_step(numbers: NumbersByPeriod, quarter: Quarter) -> Step:
    """Everything of step 2 for a quarter and the latest year up to it."""
    figures: list[Figure] = []
    gaps: list[str] = []
    outcomes, by_level = numbers.table("C.outcome", quarter), numbers.table("C", quarter)
    if outcomes is None or by_level is None:
        gaps.append(f"There are no numbers of {short_period(quarter)}.")
    else:
        figures += [_outcomes(outcomes), _outcomes_by_level(by_level), _unmet(by_level)]
    signposting, by_help = numbers.latest_year("S", quarter), numbers.latest_year("S.help", quarter)
    if signposting is None or by_help is None:
        gaps.append("How far referrals got is counted once a year; no year is there yet.")
    else:
        figures += [_reached(signposting), _furthest(signposting)]
        figures.append(
            bar_figure(
                by_help,
                id_="referrals",
                title="Young people with a referral, by kind of help",
                says="Each young person counts once, under the referral that got furthest.",
                column="Kind of help",
            )
        )
    return Step(title=TITLE, key_figures=(), figures=tuple(figures), gaps=tuple(gaps))


def _outcomes(table: NetworkTable) -> Figure:
    return bar_figure(
        table,
        id_="outcomes",
        title="How it stood with help when the quarter closed",
        says="Each young person counts once, as it stood at the end of the quarter.",
        column="How it stood with help",
    )


def _outcomes_by_level(table: NetworkTable) -> Figure:
    rows = [
        (level.label, shares_of_cells(cells_where(table, level=level.code), table.sites_reporting))
        for level in headings_of(table, "level")
    ]
    return share_figure(
        rows,
        [heading.label for heading in headings_of(table, "outcome")],
        id_="outcomes-by-level",
        title="How it stood with help, at each level",
        says="Each bar is all young people at one level.",
        coverage=coverage_words(table),
        column="Prevention level",
        notes=(NOT_EFFECT,),
    )


def _unmet(table: NetworkTable) -> Figure:
    labels = {level.code: level.label for level in headings_of(table, "level")}
    cells = {labels[cell.codes[0]]: cell for cell in cells_where(table, outcome=NONE_THERE)}
    return bar_figure(
        table,
        id_="unmet",
        title="Wanted help, but no service was there",
        says="Young people who wanted help that could not be found for them, by level.",
        column="Prevention level",
        cells=cells,
        notes=("Where help is missing, the answer is a service, not another conversation.",),
    )


def _reached(table: NetworkTable) -> Figure:
    sites = table.sites_reporting
    shares = []
    for kind in headings_of(table, "help"):
        cells = cells_where(table, help=kind.code)
        reached = [cell for cell in cells if cell.codes[1] == REACHED]
        rest = [cell for cell in cells if cell not in reached]
        shares.append((kind.label, shown_share(share(reached, rest), sites)))
    return Figure(
        id="reached",
        title="Share of referrals that reached a service, by kind of help",
        says="Of young people with a referral to this kind of help, how many in a hundred reached it.",
        coverage=coverage_words(table),
        draw=partial(
            bars_with_intervals,
            [each.reading(label) for label, each in shares],
            tone=Tone.SECOND,
            up_to=100.0,
        ),
        table=FigureTable(
            columns=("Kind of help", "Reached", "95% interval"),
            rows=tuple(
                TableRow(heading=label, cells=(each.words, each.interval)) for label, each in shares
            ),
        ),
        notes=(NOT_EFFECT, "A share is not shown where its interval is wider than ±10 points."),
    )


def _furthest(table: NetworkTable) -> Figure:
    rows = [
        (kind.label, shares_of_cells(cells_where(table, help=kind.code), table.sites_reporting))
        for kind in headings_of(table, "help")
    ]
    return share_figure(
        rows,
        [heading.label for heading in headings_of(table, "referral")],
        id_="furthest",
        title="How far referrals got, by kind of help",
        says="Each bar is all young people with a referral to one kind of help.",
        coverage=coverage_words(table),
        column="Kind of help",
    )
