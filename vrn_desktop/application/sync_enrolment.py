"""How this file comes to count with a centre: its offer, our key, six words, and later a new key or an end."""

from contextlib import AbstractContextManager
from dataclasses import replace

from vrn_desktop.application.ports.counts import Counts
from vrn_desktop.application.ports.store import UnitOfWork
from vrn_desktop.application.sync_calendar import quarter_of
from vrn_desktop.application.sync_parts import SyncParts, enrolled
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.counts_sent import Enrolment, EnrolmentStep
from vrn_desktop.domain.errors import EnrolmentStepError, RefusedByOfficeError

LEAVE_FIRST = "this file counts with another centre; leave that network first, so that nobody is counted twice"
STARTS_TOO_EARLY = (
    "counts of that quarter went to another centre already; ask for an enrolment file that starts "
    "with a later quarter"
)
NO_NEW_KEY = "no new key waits for the centre's yes"


class SyncEnrolment:
    """Each method is one step of a supervisor; see `SyncService` for what they mean."""

    def __init__(self, parts: SyncParts) -> None:
        self._parts = parts

    def begin(self, raw: bytes) -> None:
        """Read a centre's file; see `SyncService.begin_enrolment`."""
        self._parts.refuse_unless_supervisor()
        office, now = self._parts.office, self._parts.clock()
        private = office.new_device_private()
        offered = office.read_offer(raw, private, now)
        with self._parts.session.store.read() as work:
            known = work.counts.enrolment()
            _refuse_other_centre(offered, known)
            _refuse_second_count(offered, known, work.counts)
        if known is not None and _same_offer(offered, known):
            return
        if known is not None and known.step is EnrolmentStep.IN_FORCE:
            self._put(replace(known, address=offered.address, box=offered.box))
            return
        self._put(replace(offered, device_private=private))

    def request_file(self) -> bytes:
        """The file with our key for the centre."""
        steps = (EnrolmentStep.WORDS_WAIT, EnrolmentStep.IN_FORCE)
        with self._parts.session.store.read() as work:
            enrolment = enrolled(work.counts, *steps)
            return self._parts.office.request(enrolment, work.counts.device_private())

    def words_agree(self) -> None:
        """Put the enrolment in force."""
        self._parts.refuse_unless_supervisor()
        today = self._parts.clock().date()
        with self._changing() as work:
            enrolment = enrolled(work.counts, EnrolmentStep.WORDS_WAIT)
            work.counts.put_enrolment(
                replace(enrolment, step=EnrolmentStep.IN_FORCE, trusted_day=today)
            )

    def words_differ(self) -> None:
        """Forget offer and key."""
        self._parts.refuse_unless_supervisor()
        with self._changing() as work:
            enrolled(work.counts, EnrolmentStep.WORDS_WAIT)
            work.counts.forget_enrolment()

    def leave(self) -> None:
        """End the enrolment; the ledger stays."""
        self._parts.refuse_unless_supervisor()
        with self._changing() as work:
            enrolment = enrolled(work.counts, EnrolmentStep.IN_FORCE)
            work.counts.put_next_private(None)
            work.counts.put_enrolment(replace(enrolment, step=EnrolmentStep.ENDED))

    def new_key(self) -> None:
        """Make a key that waits, unless one waits already."""
        self._parts.refuse_unless_supervisor()
        with self._changing() as work:
            enrolled(work.counts, EnrolmentStep.IN_FORCE)
            if work.counts.next_private() is None:
                work.counts.put_next_private(self._parts.office.new_device_private())

    def rotation_file(self) -> bytes:
        """The word about the key that waits."""
        with self._parts.session.store.read() as work:
            enrolled(work.counts, EnrolmentStep.IN_FORCE)
            return self.rotation(work.counts)

    def new_key_in_force(self) -> None:
        """Take the key that waits into use."""
        self._parts.refuse_unless_supervisor()
        with self._changing() as work:
            enrolment = enrolled(work.counts, EnrolmentStep.IN_FORCE)
            self.take_new_key(work.counts, enrolment)

    def rotation(self, counts: Counts) -> bytes:
        """The signed word about the key that waits; the same bytes each time."""
        following = counts.next_private()
        if following is None:
            raise EnrolmentStepError(NO_NEW_KEY)
        return self._parts.office.rotation(counts.device_private(), following)

    def take_new_key(self, counts: Counts, enrolment: Enrolment) -> None:
        """From now on the new key signs; the old one is gone from this file."""
        following = counts.next_private()
        if following is None:
            raise EnrolmentStepError(NO_NEW_KEY)
        public = self._parts.office.device_public(following)
        counts.put_enrolment(replace(enrolment, device_public=public, device_private=following))
        counts.put_next_private(None)

    def _put(self, enrolment: Enrolment) -> None:
        with self._changing() as work:
            work.counts.put_enrolment(enrolment)

    def _changing(self) -> AbstractContextManager[UnitOfWork]:
        return self._parts.session.store.change(Act.ENROLMENT_CHANGED, "")


def _same_centre(offered: Enrolment, known: Enrolment) -> bool:
    return (offered.site, offered.centre_signer) == (known.site, known.centre_signer)


def _same_offer(offered: Enrolment, known: Enrolment) -> bool:
    """Whether this file was read before: then our key stays, so that the words stay the same too."""
    said = ("site", "starts", "address", "box", "centre_signer")
    return known.step is not EnrolmentStep.ENDED and all(
        getattr(offered, name) == getattr(known, name) for name in said
    )


def _refuse_other_centre(offered: Enrolment, known: Enrolment | None) -> None:
    in_force = known is not None and known.step is EnrolmentStep.IN_FORCE
    if in_force and known is not None and not _same_centre(offered, known):
        raise RefusedByOfficeError(LEAVE_FIRST)


def _refuse_second_count(offered: Enrolment, known: Enrolment | None, counts: Counts) -> None:
    """A new centre starts at a new quarter: nobody's quarter may be told to two centres."""
    last = counts.last_drawn()
    if last is None or (known is not None and _same_centre(offered, known)):
        return
    if offered.starts <= quarter_of(last):
        raise RefusedByOfficeError(STARTS_TOO_EARLY)
