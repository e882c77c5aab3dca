"""What will be sent next, before there are any numbers: every heading, and when."""

from collections.abc import Sequence
from datetime import date

from vrn_desktop.application.sync_views import ComingPeriod
from vrn_desktop.domain.counts_in_words import PlannedTable
from vrn_desktop.domain.programme_period import Period, Quarter, Week
from vrn_desktop.presenters.sync.period_words import period_days, period_name
from vrn_desktop.presenters.sync.sync_state import PlannedMessage, PlannedTableView
from vrn_desktop.presenters.wording import clock_time, count, day_seen_from, full_date, local_date

TITLES = {Week: "The next week", Quarter: "The next quarter"}
YEAR = "The next programme year"
DRAWN = "Drawn on {day}, or when the program is next opened after that."
LEAVES = "Leaves by network from {day}, {time}; on a stick at any time once it is drawn."
NUMBERS = "{numbers}. The true number most likely lies within ±{error} of each (19 times in 20)."


def planned_messages(coming: Sequence[ComingPeriod], today: date) -> tuple[PlannedMessage, ...]:
    """The next message of each kind."""
    return tuple(_planned(period, today) for period in coming)


def heading_lists(headings: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """The lists that a table counts by, from the headings of all its numbers."""
    return tuple("; ".join(dict.fromkeys(each)) for each in zip(*headings, strict=True))


def _planned(coming: ComingPeriod, today: date) -> PlannedMessage:
    when = DRAWN.format(day=full_date(coming.closes_on))
    if coming.leaves_from is not None:
        leaves = LEAVES.format(
            day=day_seen_from(local_date(coming.leaves_from), today),
            time=clock_time(coming.leaves_from),
        )
        when = f"{when} {leaves}"
    return PlannedMessage(
        title=f"{_title(coming.period)}: {period_name(coming.period)}",
        days=period_days(coming.period),
        when=when,
        tables=tuple(_table(table) for table in coming.tables),
    )


def _title(period: Period) -> str:
    return TITLES.get(type(period), YEAR)


def _table(table: PlannedTable) -> PlannedTableView:
    numbers = NUMBERS.format(numbers=count(len(table.headings), "number"), error=table.likely_error)
    return PlannedTableView(title=table.title, numbers=numbers, lists=heading_lists(table.headings))
