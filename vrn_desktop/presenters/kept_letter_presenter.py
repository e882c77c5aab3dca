"""A letter that is kept in the file: print it again, note how it reached them, take it back."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from vrn_desktop.application.services import Services
from vrn_desktop.domain.identifiers import LetterId
from vrn_desktop.domain.letter import LetterKind
from vrn_desktop.domain.letter_channel import LetterChannel, is_safe_channel
from vrn_desktop.domain.letter_gates import Reason
from vrn_desktop.domain.letter_record import (
    LetterEventKind,
    LetterRecord,
    ReadingCheck,
    RecallReason,
)
from vrn_desktop.domain.safe_contact import SafeContact
from vrn_desktop.presenters import letter_words
from vrn_desktop.presenters.letter_gate_words import TITLES, why_shut
from vrn_desktop.presenters.navigation_presenter import Place, Route
from vrn_desktop.presenters.presenter import Presenter
from vrn_desktop.presenters.wording import full_date, local_date

RECALLS = {
    RecallReason.WRONG_DETAIL: "Something in it is wrong",
    RecallReason.NOT_SAFE: "It is not safe for them any more",
    RecallReason.NOT_AGREED: "They changed their mind",
    RecallReason.OTHER: "Another reason",
}
ASK_FOR_IT_BACK = (
    "Taken back. Ask for the paper back, or ask them to tear it up. Tell everybody who has it. "
    "It cannot be printed any more."
)
NOT_SAFE_NEXT = "If somebody may be in danger because of it, speak to your safeguarding lead today."
HELD = "It cannot be printed or given now."
_HAPPENED = {
    LetterEventKind.PRINTED: "Printed",
    LetterEventKind.REPRINTED: "Printed again",
    LetterEventKind.COPY_SAVED: "A copy was saved",
    LetterEventKind.RECALLED: "Taken back",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptLetterState:
    """The page. `held` says, for the worker, why a kept letter may not go out today."""

    loading: bool = True
    title: str = ""
    recipient: str = ""
    pdf: bytes = b""
    history: tuple[str, ...] = ()
    reply_code: str = ""
    held: tuple[str, ...] = ()
    recalled: str = ""
    channels: tuple[LetterChannel, ...] = ()
    channel: LetterChannel | None = None
    reading_check: ReadingCheck | None = None
    recall_reason: RecallReason | None = None
    problem: str = ""
    notice: str = ""

    @property
    def may_go_out(self) -> bool:
        """Whether it may be printed and given."""
        return not (self.loading or self.held or self.recalled)


class KeptLetterPresenter(Presenter[KeptLetterState]):
    """One letter of any kind. Printing it again gives the same bytes; a recalled one is never printed."""

    def __init__(
        self, services: Services, letter_id: LetterId, *, go: Callable[[Route], None]
    ) -> None:
        super().__init__(KeptLetterState())
        self._services = services
        self._letter_id = letter_id
        self._go = go
        self._record: LetterRecord | None = None
        services.runner.run(self._read, then=lambda read: self._take(*read), failed=self._refused)

    def printed(self) -> None:
        """The pages went to the printer."""
        self._change(self._services.letters.printed, letter_words.SENT)

    def copy_saved(self) -> None:
        """A readable copy was saved outside the file, after the warning."""
        self._change(self._services.letters.copy_saved, letter_words.COPY_SAVED)

    def not_done(self, sentence: str) -> None:
        """Printing or saving did not work; say what to do."""
        self.show(replace(self.state, problem=sentence, notice=""))

    def choose_channel(self, channel: LetterChannel) -> None:
        """How it went; only safe ways are offered."""
        self.show(replace(self.state, channel=channel, problem=""))

    def choose_check(self, check: ReadingCheck) -> None:
        """Whether they told in their own words what it says."""
        self.show(replace(self.state, reading_check=check, problem=""))

    def note_given(self) -> None:
        """Keep how it went."""
        channel, check = self.state.channel, self.state.reading_check
        if channel is None:
            self.show(replace(self.state, problem=letter_words.CHOOSE_CHANNEL))
        elif check is None:
            self.show(replace(self.state, problem=letter_words.CHOOSE_CHECK))
        else:
            self._change(
                lambda record: self._services.letters.given(record, channel, check),
                letter_words.NOTED,
            )

    def choose_recall(self, reason: RecallReason) -> None:
        """Why it is taken back."""
        self.show(replace(self.state, recall_reason=reason, problem=""))

    def recall(self) -> None:
        """Take it back; it cannot be undone."""
        reason = self.state.recall_reason
        if reason is None:
            self.show(replace(self.state, problem="Choose why it is taken back first."))
            return
        self._change(lambda record: self._services.letters.recalled(record, reason), "")

    def leave(self) -> None:
        """To the young person's page."""
        if self._record is not None:
            person = self._record.young_person_id
            self._go(Route(place=Place.YOUNG_PERSON, young_person=person))

    def make_another(self) -> None:
        """A new letter of the same conversation."""
        if self._record is not None:
            self._go(Route(place=Place.LETTER_FOR, screening=self._record.screening_id))

    def _read(self) -> tuple[LetterRecord, bytes, tuple[Reason, ...], SafeContact]:
        letters = self._services.letters
        record = letters.kept(self._letter_id)
        contact = letters.safe_contact(record.young_person_id) or SafeContact()
        return record, letters.pages_of(record.id), letters.others.shut_now(record), contact

    def _take(
        self, record: LetterRecord, pdf: bytes, shut: tuple[Reason, ...], contact: SafeContact
    ) -> None:
        today = self._services.clock().date()
        channels = tuple(
            channel
            for channel in LetterChannel
            if is_safe_channel(channel, contact, today, record.kind)
            and not (channel is LetterChannel.READ_ALOUD and record.kind is LetterKind.WALLET_CARD)
        )
        state = replace(
            self.state,
            loading=False,
            title=TITLES[record.kind],
            recipient=record.recipient,
            pdf=pdf,
            reply_code=record.reply_code,
            held=why_shut(shut),
            channels=channels,
        )
        self.show(_with_record(state, record))
        self._record = record

    def _change(self, job: Callable[[LetterRecord], LetterRecord], notice: str) -> None:
        record = self._record
        if record is None:
            return
        self._record = None
        self._services.runner.run(
            lambda: job(record),
            then=lambda changed: self._changed(changed, notice),
            failed=lambda error: self._not_changed(record, error),
        )

    def _changed(self, record: LetterRecord, notice: str) -> None:
        self._record = record
        state = replace(self.state, notice=notice, problem="", channel=None, reading_check=None)
        self.show(_with_record(state, record))

    def _not_changed(self, record: LetterRecord, error: Exception) -> None:
        self._record = record
        self._refused(error)

    def _refused(self, error: Exception) -> None:
        problem = letter_words.letter_problem(error)
        self.show(replace(self.state, loading=False, problem=problem, notice=""))


def _with_record(state: KeptLetterState, record: LetterRecord) -> KeptLetterState:
    recalled = ""
    if record.recall is not None:
        reason = _recall_reason(record.recall.note)
        after = f" {NOT_SAFE_NEXT}" if reason is RecallReason.NOT_SAFE else ""
        recalled = f"{ASK_FOR_IT_BACK}{after}"
    return replace(state, recalled=recalled, history=_history(record))


def _history(record: LetterRecord) -> tuple[str, ...]:
    """What happened to it, oldest first."""
    lines = [f"Made on {full_date(local_date(record.made_at))}"]
    for event in record.events:
        when = full_date(local_date(event.at))
        if event.kind is LetterEventKind.GIVEN and event.channel is not None:
            told_back = letter_words.CHECKS[event.reading_check].lower()
            words = letter_words.CHANNELS[event.channel]
            lines.append(f"{words}, {when}. Told back: {told_back}.")
        elif event.kind is LetterEventKind.RECALLED:
            why = RECALLS[_recall_reason(event.note)].lower()
            lines.append(f"{_HAPPENED[event.kind]}, {when}: {why}")
        else:
            lines.append(f"{_HAPPENED[event.kind]}, {when}")
    return tuple(lines)


def _recall_reason(note: str) -> RecallReason:
    """The reason that was kept; recalls of the first schema kept none."""
    return RecallReason(note) if note in set(RecallReason) else RecallReason.OTHER
