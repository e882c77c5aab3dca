"""When periods close and when their numbers may leave: by the calendar and the site's name alone."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, time

from vrn_desktop.application.sync_views import ClockView
from vrn_desktop.domain.counts_sent import Enrolment, LedgerEntry, Way
from vrn_desktop.domain.period_closing import clock_is_off, closing_order, due_periods
from vrn_desktop.domain.programme_period import Period, ProgrammeYear, Quarter, Week
from vrn_desktop.domain.sending_pause import delay_after_closing


def first_try_at(site: str, period: Period) -> datetime:
    """The moment from which a site may send a period by network, whatever was recorded and whenever."""
    midnight = datetime.combine(period.closed_from, time(), tzinfo=UTC)
    return midnight + delay_after_closing(site)


def coming_periods(
    starts: Quarter, last_drawn: Period | None
) -> tuple[Week, Quarter, ProgrammeYear]:
    """The next week, quarter and year to be drawn, each the first of its length.

    Args:
        starts: the first quarter of which anything is sent.
        last_drawn: the period drawn last; the order of drawing says what is left.
    """
    after = None if last_drawn is None else closing_order(last_drawn)
    first = starts if last_drawn is None else max(starts, quarter_of(last_drawn))
    left = [each for each in _in_and_after(first) if after is None or closing_order(each) > after]
    week = next(each for each in left if isinstance(each, Week))
    quarter = next(each for each in left if isinstance(each, Quarter))
    year = next(each for each in left if isinstance(each, ProgrammeYear))
    return week, quarter, year


def clock_view(
    enrolment: Enrolment, ledger: Iterable[LedgerEntry], last_drawn: Period | None, now: datetime
) -> ClockView:
    """How this computer's clock fits the days in the centre's receipts.

    A receipt's day is behind today's as soon as a day goes by, and a message sent again brings the
    day of its first arrival. So a clock that is ahead shows only in a message that left once and was
    answered at once; a clock that is behind shows in any receipt.
    """
    due = due_periods(
        starts=enrolment.starts,
        last_drawn=last_drawn,
        today=now.date(),
        trusted_day=enrolment.trusted_day,
    )
    off = clock_is_off(today=now.date(), receipt_day=enrolment.trusted_day)
    return ClockView(
        behind=off and now.date() < enrolment.trusted_day,
        ahead=_was_ahead(ledger, now),
        held_back=due.held_back,
    )


def _was_ahead(ledger: Iterable[LedgerEntry], now: datetime) -> bool:
    for entry in ledger:
        if entry.delivered_on is None or len(entry.departures) != 1:
            continue
        (left,) = entry.departures
        if left.way is not Way.NETWORK:
            continue
        day = left.at.astimezone(now.tzinfo).date()
        set_back_since = now < left.at
        ahead = clock_is_off(today=day, receipt_day=entry.delivered_on) and day > entry.delivered_on
        return ahead and not set_back_since
    return False


def quarter_of(period: Period) -> Quarter:
    """The quarter in which a period ends."""
    match period:
        case Week():
            return period.quarter
        case Quarter():
            return period
        case ProgrammeYear():
            return period.quarters[-1]


def _in_and_after(first: Quarter) -> Iterator[Period]:
    """Everything that closes in this quarter and the four after it: one of each length at least."""
    quarter = first
    for _ in range(5):
        yield from quarter.weeks
        yield quarter
        if quarter == quarter.programme_year.quarters[-1]:
            yield quarter.programme_year
        quarter = quarter.next
