"""The way by stick: the same bytes on a folder, and receipts back, in any order and any number of times."""

from pathlib import Path

from vrn_desktop.application.sync_parts import SyncParts, in_force
from vrn_desktop.application.sync_receipts import Told, receipt_told
from vrn_desktop.application.sync_sending import undelivered
from vrn_desktop.application.sync_views import LeftAlone, StickOutcome
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.counts_sent import Departure, Way
from vrn_desktop.domain.errors import EnrolmentStepError, StickTroubleError

MESSAGE_ENDING = ".vrnagg"
NOTHING_IN_FORCE = "no centre has been agreed on, so there is nothing to put on a stick"
NOT_THIS_CENTRE = "not a whole receipt of our centre"
NOT_OUR_MESSAGE = "a receipt for a message that is not ours"


class SyncStick:
    """Runs on the store thread: a file counts as gone once it lies whole on the stick."""

    def __init__(self, parts: SyncParts) -> None:
        self._parts = parts

    def put(self, folder: Path) -> StickOutcome:
        """Write everything that no receipt has come for."""
        me, store = self._parts.session.practitioner.id, self._parts.session.store
        with store.read() as work:
            enrolment = in_force(work.counts)
            if enrolment is None:
                raise EnrolmentStepError(NOTHING_IN_FORCE)
            waiting = [
                (entry, raw)
                for entry in undelivered(work.counts, enrolment)
                if (raw := work.counts.sealed(entry.number)) is not None
            ]
        written: list[int] = []
        trouble = ""
        there = 0
        for entry, raw in waiting:
            try:
                new = self._parts.stick.put(folder, entry.message_id + MESSAGE_ENDING, raw)
            except StickTroubleError as error:
                trouble = str(error)
                break
            if new:
                written.append(entry.number)
            there += not new
        if written:
            left = Departure(at=self._parts.clock(), way=Way.STICK, by=me)
            with store.change(Act.COUNTS_SENT, "") as work:
                for number in written:
                    work.counts.add_departure(number, left)
        return StickOutcome(put=len(written), there_already=there, trouble=trouble)

    def take(self, folder: Path) -> StickOutcome:
        """Read every receipt that lies there."""
        try:
            found = self._parts.stick.receipts(folder)
        except StickTroubleError as error:
            return StickOutcome(trouble=str(error))
        now, store, told = self._parts.clock(), self._parts.session.store, {}
        with store.read() as work:
            if work.counts.enrolment() is None:
                raise EnrolmentStepError(NOTHING_IN_FORCE)
        if found:
            with store.change(Act.COUNTS_RECEIPTED, "") as work:
                enrolment = work.counts.enrolment()
                for name, raw in found.items():
                    if enrolment is not None:
                        told[name] = receipt_told(
                            self._parts.office, work.counts, enrolment, raw, now
                        )
        return _outcome(told)


def _outcome(told: dict[str, Told]) -> StickOutcome:
    each = list(told.values())
    reasons = {Told.UNSOUND: NOT_THIS_CENTRE, Told.NOT_OURS: NOT_OUR_MESSAGE}
    return StickOutcome(
        delivered=each.count(Told.DELIVERED),
        in_conflict=each.count(Told.CONFLICT),
        known_already=each.count(Told.KNOWN),
        left_alone=tuple(
            LeftAlone(name=name, reason=reasons[what])
            for name, what in told.items()
            if what in reasons
        ),
    )
