"""What there is to see of counts and the network; nothing here changes anything."""

from datetime import datetime

from vrn_desktop.application.ports.counts import Counts
from vrn_desktop.application.sync_calendar import (
    clock_view,
    coming_periods,
    first_try_at,
    quarter_of,
)
from vrn_desktop.application.sync_parts import SyncParts, in_force
from vrn_desktop.application.sync_sending import next_try, undelivered
from vrn_desktop.application.sync_views import ClockView, ComingPeriod, SyncOverview
from vrn_desktop.domain.counts_in_words import NumberTable, PromiseInWords
from vrn_desktop.domain.counts_sent import Enrolment, EnrolmentStep, LedgerEntry
from vrn_desktop.domain.errors import RefusedByOfficeError
from vrn_desktop.domain.programme_period import Week


class SyncLook:
    """Reads the file and asks the office for words."""

    def __init__(self, parts: SyncParts) -> None:
        self._parts = parts

    def overview(self, *, trouble: str) -> SyncOverview:
        """Everything on one look."""
        promise, refused = self._promise()
        now = self._parts.clock()
        with self._parts.session.store.read() as work:
            enrolment = work.counts.enrolment()
            ledger = work.counts.ledger()
            coming = self._coming(work.counts, now)
            sending_at = _sending_at(work.counts, coming)
            clock = (
                clock_view(enrolment, ledger, work.counts.last_drawn(), now)
                if enrolment is not None and enrolment.step is EnrolmentStep.IN_FORCE
                else ClockView()
            )
            return SyncOverview(
                step=enrolment.step if enrolment else None,
                site=enrolment.site if enrolment else None,
                words=self._words(enrolment),
                new_key_waits=work.counts.next_private() is not None,
                address=enrolment.address if enrolment else "",
                ledger=ledger,
                next_closing=min(coming, key=lambda each: each.closes_on),
                next_sending_at=sending_at,
                clock=clock,
                promise=promise,
                promise_refused=refused,
                trouble=trouble,
                may_change=self._parts.session.practitioner.role.may_review,
            )

    def tables_of(self, number: int) -> tuple[NumberTable, ...]:
        """Every number of a message in words."""
        return self._parts.office.tables(self._entry(number).content)

    def content_of(self, number: int) -> str:
        """The literal JSON of a message."""
        return self._entry(number).content.decode("ascii")

    def what_will_be_sent(self) -> tuple[ComingPeriod, ...]:
        """The next week, quarter and year, without numbers."""
        with self._parts.session.store.read() as work:
            return self._coming(work.counts, self._parts.clock())

    def _coming(self, counts: Counts, now: datetime) -> tuple[ComingPeriod, ...]:
        enrolment = in_force(counts)
        this_quarter = quarter_of(Week.of(now.date()))
        starts = enrolment.starts if enrolment else this_quarter
        last = counts.last_drawn() if enrolment else None
        return tuple(
            ComingPeriod(
                period=period,
                closes_on=period.closed_from,
                leaves_from=first_try_at(enrolment.site, period) if enrolment else None,
                tables=self._parts.office.planned(period),
            )
            for period in coming_periods(starts, last)
        )

    def _promise(self) -> tuple[PromiseInWords | None, str]:
        try:
            return self._parts.office.promise(), ""
        except RefusedByOfficeError as error:
            return None, str(error)

    def _words(self, enrolment: Enrolment | None) -> tuple[str, ...]:
        if enrolment is None or enrolment.step is not EnrolmentStep.WORDS_WAIT:
            return ()
        return self._parts.office.spoken_words(enrolment)

    def _entry(self, number: int) -> LedgerEntry:
        with self._parts.session.store.read() as work:
            return next(entry for entry in work.counts.ledger() if entry.number == number)


def _sending_at(counts: Counts, coming: tuple[ComingPeriod, ...]) -> datetime | None:
    """When the next message may leave by network: one that waits, or the next that closes."""
    enrolment = in_force(counts)
    if enrolment is None or not enrolment.address:
        return None
    waiting = [next_try(entry, enrolment) for entry in undelivered(counts, enrolment)]
    return min([*waiting, *(each.leaves_from for each in coming if each.leaves_from)])
