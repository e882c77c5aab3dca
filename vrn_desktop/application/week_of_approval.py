"""In which week a conversation counts: fixed in the same change that first confirms its level."""

from datetime import date

from vrn_desktop.application.ports.store import UnitOfWork
from vrn_desktop.domain.counted_facts import APPROVING
from vrn_desktop.domain.level_decision import LevelDecision
from vrn_desktop.domain.period_closing import week_to_count
from vrn_desktop.domain.programme_period import Period, ProgrammeYear, Quarter, Week


def keep_week_of_approval(work: UnitOfWork, decision: LevelDecision, today: date) -> None:
    """Give the conversation its week, unless nobody has confirmed a level yet or it has one already.

    While a lower level waits for a second person nothing is approved; their answer is the approval.
    """
    if decision.state not in APPROVING:
        return
    held_on = work.screenings.get(decision.screening_id).started_at.date()
    last = work.counts.last_drawn()
    week = week_to_count(
        held_on=held_on,
        today=today,
        last_drawn_week=None if last is None else _last_week_of(last),
    )
    work.counts.set_week(decision.screening_id, week)


def _last_week_of(period: Period) -> Week:
    """The last week that is drawn once this period is: a quarter closes before any week after it."""
    match period:
        case Week():
            return period
        case Quarter():
            return period.weeks[-1]
        case ProgrammeYear():
            return period.quarters[-1].weeks[-1]
