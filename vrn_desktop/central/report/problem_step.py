"""Step 1: what is the problem and what are its causes? People counted, levels, ages, settings, needs."""

from vrn_desktop.central.estimates.combined_cells import (
    CombinedFigure,
    Interval,
    cells_where,
    change,
    combined,
    share,
)
from vrn_desktop.central.published_table import NetworkCell, NetworkTable
from vrn_desktop.central.report.figure import Figure, FigureTable, KeyFigure, Step, TableRow
from vrn_desktop.central.report.numbers_by_period import NumbersByPeriod, quarter_before
from vrn_desktop.central.report.period_words import short_period
from vrn_desktop.central.report.shown_numbers import (
    change_in_words,
    shown_number,
    shown_share,
)
from vrn_desktop.central.report.table_figures import bar_figure, headings_of, panel_figure
from vrn_desktop.domain.programme_period import Quarter

TITLE = "What is the problem? What are the causes?"
RECOVERY = "tertiary"


def problem_step(numbers: NumbersByPeriod, quarter: Quarter) -> Step:
    """Everything of step 1 for a quarter, beside the quarter before where that is there."""
    now = numbers.table("J.level", quarter)
    before = numbers.table("J.level", quarter_before(quarter))
    figures: list[Figure] = []
    gaps: list[str] = []
    if now is None:
        gaps.append(f"There are no numbers of {short_period(quarter)}.")
    else:
        figures.append(_levels(now, before))
    figures += _by_age_and_setting(numbers, quarter)
    needs = numbers.latest_year("N", quarter)
    if needs is None:
        gaps.append("Kinds of help offered are counted once a year; no year is there yet.")
    else:
        figures.append(
            bar_figure(
                needs,
                id_="needs",
                title="Kinds of help offered to young people",
                says="What young people were offered help with. One person can stand under up to three.",
                column="Kind of help",
            )
        )
    return Step(
        title=TITLE,
        key_figures=_key_figures(now, before) if now else (),
        figures=tuple(figures),
        gaps=tuple(gaps),
    )


def _levels(now: NetworkTable, before: NetworkTable | None) -> Figure:
    figure = bar_figure(
        now,
        id_="levels",
        title="Young people counted, by prevention level",
        says="How many young people stood at each level when they were first spoken with in the quarter.",
        column="Prevention level",
    )
    if before is None:
        return figure
    earlier = {cell.codes: cell for cell in before.cells}
    rows = tuple(
        TableRow(
            heading=row.heading,
            cells=(*row.cells, _before(earlier[cell.codes], before), _change(earlier, cell)),
        )
        for row, cell in zip(figure.table.rows, now.cells, strict=True)
    )
    columns = (*figure.table.columns, short_period(before.period), "Change (95% interval)")
    return Figure(
        id=figure.id,
        title=figure.title,
        says=figure.says,
        coverage=figure.coverage,
        draw=figure.draw,
        table=FigureTable(columns=columns, rows=rows),
        notes=("A change can also come from more or fewer sites sending their numbers.",),
    )


def _before(cell: NetworkCell, table: NetworkTable) -> str:
    return shown_number(cell, table.sites_reporting).words


def _change(earlier: dict[tuple[str, ...], NetworkCell], cell: NetworkCell) -> str:
    old = earlier[cell.codes]
    if old.shown is None or cell.shown is None:
        return ""
    return change_in_words(change(_interval(combined([old], 0)), _interval(combined([cell], 0))))


def _interval(figure: CombinedFigure) -> Interval:
    return figure.interval


def _by_age_and_setting(numbers: NumbersByPeriod, quarter: Quarter) -> list[Figure]:
    figures: list[Figure] = []
    by_age = numbers.table("J.level.life_stage", quarter)
    if by_age is not None:
        figures.append(
            panel_figure(
                by_age,
                panels="level",
                bars="life_stage",
                id_="levels-by-age",
                title="Levels by age",
                says="Each level is a chart of its own; all have the same scale.",
                column="Age",
            )
        )
    by_setting = numbers.table("J.level.setting", quarter)
    if by_setting is not None:
        figures.append(
            panel_figure(
                by_setting,
                panels="level",
                bars="setting",
                id_="levels-by-setting",
                title="Levels by where the conversation was held",
                says="Each level is a chart of its own; all have the same scale.",
                column="Setting",
            )
        )
    return figures


def _key_figures(now: NetworkTable, before: NetworkTable | None) -> tuple[KeyFigure, ...]:
    sites = now.sites_reporting
    everybody = combined(now.cells, sites)
    counted = shown_number(everybody, sites)
    recovery = recovery_share(now)
    at_recovery = shown_share(recovery, sites)
    everybody_before = combined(before.cells, before.sites_reporting) if before else None
    recovery_before = recovery_share(before) if before else None
    return (
        KeyFigure(
            label="Young people counted",
            words=counted.words,
            interval=counted.interval,
            change=change_in_words(change(everybody_before.interval, everybody.interval))
            if everybody_before and everybody_before.shown is not None and everybody.shown
            else "",
        ),
        KeyFigure(
            label=f"At the level “{_level_label(now)}”",
            words=at_recovery.words,
            interval=at_recovery.interval,
            change=change_in_words(change(recovery_before, recovery), " points", 100)
            if recovery and recovery_before and at_recovery.value is not None
            else "",
        ),
        KeyFigure(label="Sites that sent numbers", words=f"{sites} of {now.sites_expected}"),
    )


def recovery_share(levels: NetworkTable) -> Interval | None:
    """The share of young people at the recovery level among all counted."""
    at = cells_where(levels, level=RECOVERY)
    return share(at, [cell for cell in levels.cells if cell not in at])


def _level_label(levels: NetworkTable) -> str:
    return next(each.label for each in headings_of(levels, "level") if each.code == RECOVERY)
