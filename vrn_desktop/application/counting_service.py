"""Close the periods that are due: each drawn once, in one change, by the calendar alone (aggregates.md 3)."""

from dataclasses import dataclass
from datetime import date

from vrn_desktop.application.ports.clock import Clock
from vrn_desktop.application.ports.counts import CountOffice, Counts, SealedPeriod
from vrn_desktop.application.ports.store import UnitOfWork
from vrn_desktop.application.screening_service import Session
from vrn_desktop.application.sync_parts import enrolled, in_force
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.counted_person import counted_while_lost
from vrn_desktop.domain.counts_sent import (
    EnrolmentStep,
    NothingToWithdrawError,
    NumbersState,
)
from vrn_desktop.domain.errors import NotAllowedError
from vrn_desktop.domain.period_closing import DuePeriods, due_periods
from vrn_desktop.domain.programme_period import Period, ProgrammeYear

_NOTHING_DUE = DuePeriods(periods=(), held_back=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedPeriods:
    """What closing came to; `held_back` says that the clock is too far ahead of the centre's last word."""

    drawn: tuple[Period, ...] = ()
    missing: tuple[Period, ...] = ()
    held_back: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Due:
    """What is to be closed now: what a lost file may have drawn, and what is to be drawn."""

    lost: tuple[Period, ...]
    to_draw: tuple[Period, ...]
    held_back: bool


class CountingService:
    """Use cases around what is drawn; nothing is drawn before a centre's words were compared, or after it ended."""

    def __init__(self, session: Session, office: CountOffice, clock: Clock) -> None:
        self._session = session
        self._office = office
        self._clock = clock

    def close_one(self) -> bool:
        """Draw the next period that is due, as `close_due_periods` does; whether there was one."""
        closed = self.close_due_periods(most=1)
        return bool(closed.drawn or closed.missing)

    def close_due_periods(self, *, most: int | None = None) -> ClosedPeriods:
        """Draw all that is due (or the first few), in order, each in one change: all is kept or nothing.

        What may have been drawn by a file that was lost since is never drawn again: it is said to
        be missing, and everybody in this file is taken as counted in it.

        Raises:
            RefusedByOfficeError: the tables promise less than the organisation asks for.
            StorageError: what was closed before stays closed; the rest is closed the next time.
        """
        self._settle_restore()
        due = self._due()
        if due.lost:
            self._say_missing(due.lost)
        to_draw = due.to_draw[:most]
        for period in to_draw:
            self._draw(period)
        return ClosedPeriods(drawn=to_draw, missing=due.lost, held_back=due.held_back)

    def withdraw(self, number: int) -> None:
        """Say that the numbers of a message must not be used; the period is not drawn again.

        Raises:
            NotAllowedError: only a supervisor withdraws.
            EnrolmentStepError: this file counts with no centre.
            NothingToWithdrawError: the message has no numbers, or they are withdrawn already.
        """
        if not self._session.practitioner.role.may_review:
            raise NotAllowedError("a supervisor withdraws numbers")
        with self._session.store.read() as work:
            period = _with_numbers(work.counts, number)
        with self._session.store.change(Act.COUNTS_WITHDRAWN, str(period)) as work:
            work.counts.keep_drawn(self._word(work, period, NumbersState.WITHDRAWN))

    def _settle_restore(self) -> None:
        """Once after a restoring, whoever signs in first: what the lost file drew is not known here."""
        with self._session.store.read() as work:
            settled = not work.counts.unsettled_restore()
        if not settled:
            with self._session.store.change(Act.COUNTS_LOST, "") as work:
                work.counts.settle_restore()

    def _due(self) -> _Due:
        with self._session.store.read() as work:
            enrolment, lost_until = in_force(work.counts), work.counts.lost_until()
            due = _NOTHING_DUE
            if enrolment is not None:
                due = due_periods(
                    starts=enrolment.starts,
                    last_drawn=work.counts.last_drawn(),
                    today=self._today(),
                    trusted_day=enrolment.trusted_day,
                )
        lost = tuple(period for period in due.periods if _may_be_lost(period, lost_until))
        return _Due(lost=lost, to_draw=due.periods[len(lost) :], held_back=due.held_back)

    def _draw(self, period: Period) -> None:
        with self._session.store.change(Act.COUNTS_DRAWN, str(period)) as work:
            work.counts.keep_drawn(
                self._office.draw(
                    period,
                    work.counts.people(period),
                    work.counts.counted_before(),
                    enrolment=enrolled(work.counts, EnrolmentStep.IN_FORCE),
                    device_private=work.counts.device_private(),
                    place=work.counts.chain_place(),
                    at=self._clock(),
                )
            )

    def _say_missing(self, lost: tuple[Period, ...]) -> None:
        with self._session.store.change(Act.COUNTS_LOST, str(lost[-1])) as work:
            for period in lost:
                work.counts.keep_drawn(self._word(work, period, NumbersState.MISSING))
            work.counts.keep_counted(
                counted_while_lost(
                    work.counts.counted_before(),
                    [row.id for row in work.young_people.rows()],
                    [period for period in lost if not isinstance(period, ProgrammeYear)],
                )
            )

    def _word(self, work: UnitOfWork, period: Period, state: NumbersState) -> SealedPeriod:
        return self._office.word(
            period,
            state,
            enrolment=enrolled(work.counts, EnrolmentStep.IN_FORCE),
            device_private=work.counts.device_private(),
            place=work.counts.chain_place(),
            at=self._clock(),
        )

    def _today(self) -> date:
        return self._clock().date()


def _may_be_lost(period: Period, lost_until: date | None) -> bool:
    return lost_until is not None and period.closed_from <= lost_until


def _with_numbers(counts: Counts, number: int) -> Period:
    ledger = counts.ledger()
    drawn = [e.period for e in ledger if e.number == number and e.state is NumbersState.OK]
    withdrawn = {e.period for e in ledger if e.state is NumbersState.WITHDRAWN}
    if not drawn or drawn[0] in withdrawn:
        raise NothingToWithdrawError("there are no numbers to withdraw")
    return drawn[0]
