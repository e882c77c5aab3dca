"""Sending by network, cut so that the file is touched on its own thread and the waiting is done beside it."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from vrn_desktop.application.ports.counts import Counts, KeyAnswer
from vrn_desktop.application.sync_calendar import first_try_at
from vrn_desktop.application.sync_enrolment import SyncEnrolment
from vrn_desktop.application.sync_parts import SyncParts, in_force
from vrn_desktop.application.sync_receipts import Told, receipt_told
from vrn_desktop.application.sync_views import (
    KeyPosted,
    KeyToSend,
    Posted,
    PostedAs,
    SendingOutcome,
    ToSend,
)
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.counts_sent import (
    Delivery,
    Departure,
    Enrolment,
    EnrolmentStep,
    LedgerEntry,
    Way,
)
from vrn_desktop.domain.errors import (
    LeftWithoutAnswerError,
    NoConnectionError,
    RefusedByOfficeError,
)
from vrn_desktop.domain.sending_pause import pause_before_next_try

MOST_AT_ONCE = 25
"""Messages of one round; the next hour takes the rest."""
SEALED_KEPT = timedelta(weeks=26)
ON_THE_WAY = frozenset({Delivery.WAITING, Delivery.ON_ITS_WAY})
NOT_OUR_RECEIPT = "what came back is no receipt of this centre for this message"


class SyncSending:
    """One round: what is due, one try each, and what came of it."""

    def __init__(self, parts: SyncParts, enrolment: SyncEnrolment) -> None:
        self._parts = parts
        self._enrolment = enrolment
        self.trouble = ""

    def due(self, now: datetime, *, asked_for: bool) -> tuple[ToSend, ...]:
        """What may leave now, the oldest first."""
        if self._parts.session.store.read_only:
            return ()
        with self._parts.session.store.read() as work:
            enrolment = in_force(work.counts)
            if enrolment is None or not enrolment.address:
                return ()
            found: list[ToSend] = []
            for entry in undelivered(work.counts, enrolment):
                raw = work.counts.sealed(entry.number)
                if raw is not None and _is_due(entry, enrolment, now, asked_for=asked_for):
                    found.append(ToSend(number=entry.number, address=enrolment.address, raw=raw))
            return tuple(found[:MOST_AT_ONCE])

    def post(self, message: ToSend) -> Posted:
        """One try by network; touches no file."""
        number = message.number
        try:
            answer = self._parts.line.post(message.address, message.raw)
        except RefusedByOfficeError as error:
            return Posted(number=number, outcome=PostedAs.REFUSED, words=str(error))
        except LeftWithoutAnswerError as error:
            return Posted(number=number, outcome=PostedAs.UNANSWERED, again_after=error.again_after)
        except NoConnectionError:
            return Posted(number=number, outcome=PostedAs.NO_CONNECTION)
        if answer.receipt is None:
            return Posted(number=number, outcome=PostedAs.KEPT)
        return Posted(number=number, outcome=PostedAs.ANSWERED, receipt=answer.receipt)

    def keep(self, posted: Posted) -> SendingOutcome:
        """Write down what came of a try."""
        now = self._parts.clock()
        with self._parts.session.store.change(Act.COUNTS_SENT, str(posted.number)) as work:
            enrolment = in_force(work.counts)
            entry = _entry(work.counts, posted.number)
            if entry is None or enrolment is None or entry.delivery not in ON_THE_WAY:
                return SendingOutcome()
            if posted.outcome is not PostedAs.NO_CONNECTION:
                left = Departure(at=now, way=Way.NETWORK, by=None)
                work.counts.add_departure(entry.number, left)
            if posted.outcome is PostedAs.KEPT:
                self._put_pause(work.counts, entry, now, failures=0)
                return SendingOutcome(kept=1)
            if posted.outcome is PostedAs.ANSWERED:
                told = receipt_told(
                    self._parts.office, work.counts, enrolment, posted.receipt, now, of=entry
                )
                if told in (Told.DELIVERED, Told.CONFLICT):
                    self.trouble = ""
                    conflict = told is Told.CONFLICT
                    return SendingOutcome(delivered=not conflict, in_conflict=conflict)
            return self._in_vain(work.counts, entry, posted, now)

    def key(self) -> KeyToSend | None:
        """The key that the centre has yet to say yes to."""
        with self._parts.session.store.read() as work:
            enrolment = work.counts.enrolment()
            if enrolment is None or not enrolment.address:
                return None
            if enrolment.step is EnrolmentStep.ENDED:
                return None
            replaces = work.counts.next_private() is not None
            if replaces:
                raw = self._enrolment.rotation(work.counts)
            elif enrolment.step is EnrolmentStep.IN_FORCE and any(
                entry.delivered_on for entry in work.counts.ledger()
            ):
                return None
            else:
                raw = self._parts.office.request(enrolment, work.counts.device_private())
            return KeyToSend(address=enrolment.address, raw=raw, replaces=replaces)

    def post_key(self, key: KeyToSend) -> KeyPosted:
        """One try by network; touches no file."""
        try:
            answer = self._parts.line.post_key(key.address, key.raw)
        except RefusedByOfficeError as error:
            return KeyPosted(raw=key.raw, in_force=False, words=str(error))
        except NoConnectionError:
            return KeyPosted(raw=key.raw, in_force=False)
        return KeyPosted(
            raw=key.raw,
            in_force=answer is KeyAnswer.IN_FORCE,
            waits=answer is KeyAnswer.WAITS,
            replaces=key.replaces,
        )

    def keep_key(self, posted: KeyPosted) -> None:
        """Take a new key into use once the centre says that it is in force."""
        self.trouble = posted.words or self.trouble
        if not posted.in_force or self._parts.session.store.read_only:
            return
        with self._parts.session.store.read() as work:
            enrolment = in_force(work.counts)
            is_ours = (
                enrolment is not None
                and work.counts.next_private() is not None
                and self._enrolment.rotation(work.counts) == posted.raw
            )
        if is_ours and enrolment is not None:
            with self._parts.session.store.change(Act.ENROLMENT_CHANGED, "") as work:
                self._enrolment.take_new_key(work.counts, enrolment)

    def tidy(self, now: datetime) -> None:
        """Let go of the bytes of messages that the centre has had for 26 weeks."""
        store = self._parts.session.store
        if store.read_only:
            return
        before = now - SEALED_KEPT
        with store.read() as work:
            old = any(
                entry.delivered_on
                and entry.delivered_on < before.date()
                and work.counts.sealed(entry.number) is not None
                for entry in work.counts.ledger()
            )
        if old:
            with store.change(Act.COUNTS_RECEIPTED, "") as work:
                work.counts.let_go_of_sealed(before)

    def _in_vain(
        self, counts: Counts, entry: LedgerEntry, posted: Posted, now: datetime
    ) -> SendingOutcome:
        self.trouble = posted.words or (
            NOT_OUR_RECEIPT if posted.outcome is PostedAs.ANSWERED else self.trouble
        )
        self._put_pause(
            counts, entry, now, failures=entry.failures + 1, at_least=posted.again_after
        )
        return SendingOutcome(
            tried_in_vain=1, refused=posted.words, no_connection=not posted.may_go_on
        )

    def _put_pause(
        self,
        counts: Counts,
        entry: LedgerEntry,
        now: datetime,
        *,
        failures: int,
        at_least: timedelta | None = None,
    ) -> None:
        tries = failures or len(entry.departures) + 1
        pause = pause_before_next_try(tries, self._parts.chance())
        counts.put_try(
            entry.number,
            failures=failures,
            next_try_at=now + max(pause, at_least or timedelta(0)),
        )


def undelivered(counts: Counts, enrolment: Enrolment) -> Iterator[LedgerEntry]:
    """What this centre has not confirmed yet, the oldest first."""
    for entry in reversed(counts.ledger()):
        for_this_centre = entry.period.last_day >= enrolment.starts.first_day
        if entry.delivery in ON_THE_WAY and for_this_centre:
            yield entry


def next_try(entry: LedgerEntry, enrolment: Enrolment) -> datetime:
    """When a message may leave by network: never before the site's own delay, then after each pause."""
    first = first_try_at(enrolment.site, entry.period)
    return first if entry.next_try_at is None else max(first, entry.next_try_at)


def _is_due(entry: LedgerEntry, enrolment: Enrolment, now: datetime, *, asked_for: bool) -> bool:
    if asked_for:  # a pause spares a server that is away; somebody who asks may try all the same
        return first_try_at(enrolment.site, entry.period) <= now
    return next_try(entry, enrolment) <= now


def _entry(counts: Counts, number: int) -> LedgerEntry | None:
    return next((entry for entry in counts.ledger() if entry.number == number), None)
