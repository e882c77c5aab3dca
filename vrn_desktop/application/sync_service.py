"""Counts and the network, for the page of sending and for the quiet loop: look, enrol, send, take receipts."""

from datetime import datetime
from pathlib import Path

from vrn_desktop.application.long_work import Report, Steps, Where
from vrn_desktop.application.sync_enrolment import SyncEnrolment
from vrn_desktop.application.sync_look import SyncLook
from vrn_desktop.application.sync_parts import SyncParts
from vrn_desktop.application.sync_sending import SyncSending
from vrn_desktop.application.sync_stick import SyncStick
from vrn_desktop.application.sync_views import (
    ComingPeriod,
    KeyPosted,
    KeyToSend,
    Posted,
    SendingOutcome,
    StickOutcome,
    SyncOverview,
    ToSend,
)
from vrn_desktop.domain.counts_in_words import NumberTable


class SyncService:
    """Everything runs on the store thread, except `post` and `post_key`, which touch no file.

    Only a supervisor changes with whom this file counts, takes numbers back or uses a stick
    (NotAllowedError otherwise); sending by network runs for whoever is signed in. Where the
    enrolment stands elsewhere than a step needs, EnrolmentStepError says so.
    """

    def __init__(self, parts: SyncParts) -> None:
        self._parts = parts
        self._enrolment = SyncEnrolment(parts)
        self._sending = SyncSending(parts, self._enrolment)
        self._stick = SyncStick(parts)
        self._look = SyncLook(parts)

    # To look at

    def overview(self) -> SyncOverview:
        """How it stands: centre, messages, next closing and sending, clock, promise."""
        return self._look.overview(trouble=self._sending.trouble)

    def tables_of(self, number: int) -> tuple[NumberTable, ...]:
        """Every number of a message in words; none for a message without numbers."""
        return self._look.tables_of(number)

    def content_of(self, number: int) -> str:
        """The literal JSON of a message, as it was sealed."""
        return self._look.content_of(number)

    def what_will_be_sent(self) -> tuple[ComingPeriod, ...]:
        """The next week, quarter and year: when, and every table and heading; no numbers."""
        return self._look.what_will_be_sent()

    # Enrolment, step by step

    def begin_enrolment(self, raw: bytes) -> None:
        """Read a centre's file and make our key; the six words then wait to be compared.

        The same file again changes nothing. While the enrolment is in force, a newer file of the
        same centre brings its new address and key, nothing else.

        Raises:
            RefusedByOfficeError: not a sound file, another centre, or a quarter told elsewhere.
        """
        self._enrolment.begin(raw)

    def request_file(self) -> bytes:
        """Our key for the centre, as a file; may be made again at any time."""
        return self._enrolment.request_file()

    def words_agree(self) -> None:
        """The same six words were heard on both sides: from now on what closes is drawn."""
        self._enrolment.words_agree()

    def words_differ(self) -> None:
        """Somebody may stand between: the offer and our key are forgotten."""
        self._enrolment.words_differ()

    def leave_network(self) -> None:
        """Nothing is drawn or sent any more; what left stays in the ledger."""
        self._enrolment.leave()

    def new_key(self) -> None:
        """Make a key that waits; the present one signs until the centre says yes."""
        self._enrolment.new_key()

    def rotation_file(self) -> bytes:
        """The word about the key that waits, signed by both keys, as a file for a stick."""
        return self._enrolment.rotation_file()

    def new_key_in_force(self) -> None:
        """The centre says, over the telephone, that the new key with these six words is in force."""
        self._enrolment.new_key_in_force()

    def withdraw(self, number: int) -> None:
        """Tell the centre not to use the numbers of a message; they stay in the ledger."""
        self._parts.refuse_unless_supervisor()
        self._parts.closing.withdraw(number)

    # By stick

    def put_on_stick(self, folder: Path) -> StickOutcome:
        """Write everything that no receipt has come for; a stick need not wait for the site's delay."""
        self._parts.refuse_unless_supervisor()
        return self._stick.put(folder)

    def take_from_stick(self, folder: Path) -> StickOutcome:
        """Read receipts; what is no receipt of this centre changes nothing and is named."""
        self._parts.refuse_unless_supervisor()
        return self._stick.take(folder)

    # By network

    def due_to_send(self, now: datetime, *, asked_for: bool = False) -> tuple[ToSend, ...]:
        """What may leave now, the oldest first; `asked_for` skips pauses, never the site's delay."""
        return self._sending.due(now, asked_for=asked_for)

    def post(self, message: ToSend) -> Posted:
        """One try; waits for the network and touches no file. A missing network is no error."""
        return self._sending.post(message)

    def keep_answer(self, posted: Posted) -> SendingOutcome:
        """Write down what came of a try: a receipt, or when to try again."""
        return self._sending.keep(posted)

    def key_to_send(self) -> KeyToSend | None:
        """Our request, until the words agree and a first receipt came; a new key that waits; else nothing."""
        return self._sending.key()

    def post_key(self, key: KeyToSend) -> KeyPosted:
        """One try; waits for the network and touches no file."""
        return self._sending.post_key(key)

    def keep_key_answer(self, posted: KeyPosted) -> None:
        """A new key that the centre says is in force takes the old one's place."""
        self._sending.keep_key(posted)

    def send(self, _report: Report, *, asked_for: bool = False) -> Steps[SendingOutcome]:
        """One whole round for `LongWork`: close what is due, send it, keep the answers.

        The quiet loop and the button use the same; the button asks for it (`asked_for`).
        """
        yield Where.FILE
        while not self._parts.session.store.read_only and self._parts.closing.close_one():
            yield Where.FILE  # after a long absence many are due, and an answer waits for one at most
        self._sending.tidy(self._parts.clock())
        key = self.key_to_send()
        if key is not None:
            yield Where.ASIDE
            key_posted = self.post_key(key)
            yield Where.FILE
            self.keep_key_answer(key_posted)
            if key_posted.waits and not key.replaces:
                return SendingOutcome(key_waits=True)
        outcomes: list[SendingOutcome] = []
        for message in self.due_to_send(self._parts.clock(), asked_for=asked_for):
            yield Where.ASIDE
            posted = self.post(message)
            yield Where.FILE
            outcomes.append(self.keep_answer(posted))
            if not posted.may_go_on:
                break
        return SendingOutcome.together(outcomes)
