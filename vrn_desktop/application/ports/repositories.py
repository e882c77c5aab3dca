"""What one unit of work can read and change, one protocol per kind of record."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Protocol

from vrn_desktop.application.ports.rows import (
    DueRow,
    EarlierAnswer,
    NamedContactRow,
    OpenEscalationRow,
    ScreeningRow,
    YoungPersonRow,
)
from vrn_desktop.domain.agreement import AgreementToTalk, LawfulBasisRecord, ReferralConsent
from vrn_desktop.domain.equality import EqualityAnswers
from vrn_desktop.domain.escalation import ActionRecord, Escalation
from vrn_desktop.domain.feedback import Feedback, WorkerCheck
from vrn_desktop.domain.follow_up import FollowUp, FollowUpEvent
from vrn_desktop.domain.identifiers import (
    AnswerCode,
    EscalationId,
    FollowUpId,
    ItemId,
    LetterId,
    PractitionerId,
    ScreeningId,
    StepId,
    YoungPersonId,
)
from vrn_desktop.domain.letter_record import LetterEvent, LetterRecord
from vrn_desktop.domain.level_decision import LevelDecision, Review
from vrn_desktop.domain.place_concern import PlaceConcern
from vrn_desktop.domain.safe_contact import SafeContact
from vrn_desktop.domain.screening import Addendum, Screening
from vrn_desktop.domain.setting import Workplace
from vrn_desktop.domain.signposting import Signpost
from vrn_desktop.domain.young_person import YoungPerson


class YoungPeople(Protocol):
    """The young people of this file."""

    def add(self, person: YoungPerson) -> None: ...
    def change(self, person: YoungPerson) -> None: ...
    def get(self, person_id: YoungPersonId) -> YoungPerson: ...
    def next_reference(self) -> str:
        """The next free reference, for example `YP-0142`."""
        ...

    def rows(self) -> tuple[YoungPersonRow, ...]:
        """Every young person, archived ones too, newest reference first."""
        ...


class Screenings(Protocol):
    """Conversations with their answers, words and steps, each written on its own."""

    def add(self, screening: Screening) -> None: ...
    def save(self, screening: Screening) -> Screening:
        """Write everything but answers, words and step notes; returns the next version.

        Raises:
            StorageError: somebody else changed this conversation meanwhile.
        """
        ...

    def get(self, screening_id: ScreeningId) -> Screening: ...
    def put_answer(
        self, screening_id: ScreeningId, item: ItemId, voice: str, code: AnswerCode, at: datetime
    ) -> None: ...
    def remove_answer(self, screening_id: ScreeningId, item: ItemId, voice: str) -> None: ...
    def put_words(self, screening_id: ScreeningId, key: str, words: str) -> None: ...
    def put_step(
        self, screening_id: ScreeningId, step: StepId, notes: Mapping[str, str], at: datetime
    ) -> None: ...
    def rows(self, person_id: YoungPersonId | None = None) -> tuple[ScreeningRow, ...]:
        """All conversations, or those of one person, newest first."""
        ...

    def earlier_answers(
        self, person_id: YoungPersonId, since: datetime, but: ScreeningId
    ) -> tuple[EarlierAnswer, ...]:
        """The latest answer of each item and voice since a time, without one conversation's own."""
        ...

    def add_addendum(self, addendum: Addendum) -> None: ...
    def addenda(self, screening_id: ScreeningId) -> tuple[Addendum, ...]: ...


class Agreements(Protocol):
    """Agreement to talk, consent to refer, lawful basis: three separate records (CO-06)."""

    def put_agreement(self, agreement: AgreementToTalk) -> None: ...
    def agreement(self, screening_id: ScreeningId) -> AgreementToTalk | None:
        """The latest one; earlier ones are kept."""
        ...

    def put_consent(self, consent: ReferralConsent) -> None: ...
    def consents(self, screening_id: ScreeningId) -> tuple[ReferralConsent, ...]: ...
    def put_lawful_basis(self, record: LawfulBasisRecord) -> None: ...
    def lawful_basis(self, screening_id: ScreeningId) -> LawfulBasisRecord | None: ...


class Escalations(Protocol):
    """Escalations and the action records that close them; none is ever deleted (TI-06)."""

    def add(self, escalation: Escalation) -> None: ...
    def close(self, escalation_id: EscalationId, action: ActionRecord) -> None: ...
    def of_screening(self, screening_id: ScreeningId) -> tuple[Escalation, ...]: ...
    def open_rows(self) -> tuple[OpenEscalationRow, ...]: ...


class LevelDecisions(Protocol):
    """Decisions on levels; each new one is kept beside the earlier ones (F14)."""

    def add(self, decision: LevelDecision) -> None: ...
    def latest(self, screening_id: ScreeningId) -> LevelDecision | None: ...
    def review(self, screening_id: ScreeningId, review: Review, final: LevelDecision) -> None: ...
    def waiting(self) -> tuple[LevelDecision, ...]:
        """Decisions that wait for a second person, oldest first."""
        ...


class Signposts(Protocol):
    """Services offered in conversations."""

    def put(self, signpost: Signpost) -> None: ...
    def of_screening(self, screening_id: ScreeningId) -> tuple[Signpost, ...]: ...


class SafeContacts(Protocol):
    """How it is safe to be in touch; re-asked each time, the latest answers hold."""

    def put(self, person_id: YoungPersonId, contact: SafeContact, at: datetime) -> None: ...
    def latest(self, person_id: YoungPersonId) -> SafeContact | None: ...
    def as_of(self, person_id: YoungPersonId, at: datetime) -> SafeContact | None:
        """What held at a time: the last answers of that moment or before it."""
        ...


class Letters(Protocol):
    """Letters kept in the file: the record of giving and the printed pages themselves."""

    def add(self, record: LetterRecord, pdf: bytes) -> None: ...
    def add_event(self, letter_id: LetterId, event: LetterEvent) -> None: ...
    def of_person(self, person_id: YoungPersonId) -> tuple[LetterRecord, ...]: ...
    def get(self, letter_id: LetterId) -> LetterRecord: ...
    def by_reply_code(self, code: str) -> LetterRecord | None:
        """The letter whose tear-off slip carries this code; see `domain.reply_code`."""
        ...

    def named_contacts(self) -> tuple[NamedContactRow, ...]:
        """Every service every letter named, with the contact as it was printed, newest letter first."""
        ...

    def to_print(self, practitioner_id: PractitionerId) -> tuple[LetterRecord, ...]:
        """Letters of this worker's caseload that nobody has printed, given or recalled, oldest first."""
        ...

    def pdf(self, letter_id: LetterId) -> bytes: ...


class FollowUps(Protocol):
    """What was promised for later."""

    def add(self, follow_up: FollowUp) -> None: ...
    def get(self, follow_up_id: FollowUpId) -> FollowUp: ...
    def mark_done(self, follow_up_id: FollowUpId, at: datetime) -> None: ...
    def move(self, follow_up_id: FollowUpId, due_on: date) -> None:
        """Another day; the day before stays in an event."""
        ...

    def add_event(self, event: FollowUpEvent) -> None: ...
    def events(self, person_id: YoungPersonId) -> tuple[FollowUpEvent, ...]:
        """Tries and changes of day of one person's promises, oldest first."""
        ...

    def due_rows(self, until: date) -> tuple[DueRow, ...]:
        """Everything not done and due by a day, earliest first."""
        ...

    def of_person(self, person_id: YoungPersonId) -> tuple[FollowUp, ...]: ...


class Aftertalk(Protocol):
    """Feedback without identity, worker checks, equality answers and place concerns."""

    def add_feedback(self, feedback: Feedback) -> None: ...
    def add_worker_check(self, check: WorkerCheck) -> None: ...
    def heavy_conversations(self, practitioner_id: PractitionerId, since: datetime) -> int: ...
    def debriefs_wanted(self) -> tuple[WorkerCheck, ...]:
        """For the supervisor: who asked for a debrief or a break, newest first."""
        ...

    def put_equality(self, answers: EqualityAnswers) -> None: ...
    def equality(self, person_id: YoungPersonId) -> EqualityAnswers | None: ...
    def add_place_concern(self, concern: PlaceConcern) -> None: ...
    def place_concerns(self, screening_id: ScreeningId) -> tuple[PlaceConcern, ...]: ...


class Workplaces(Protocol):
    """The organisation and setting of this file, and the content it has used."""

    def put(self, workplace: Workplace) -> None: ...
    def get(self) -> Workplace: ...
    def keep_content(self, content_hash: str, kind: str, text: str) -> None:
        """Keep the exact text of a content file, once per hash, so an old level stays explainable (F16)."""
        ...

    def content(self, content_hash: str) -> str: ...
