"""The record of giving: which letter was made, what it said, how it reached the young person."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from vrn_desktop.domain.errors import DomainError
from vrn_desktop.domain.identifiers import (
    NO_SERVICE,
    LetterId,
    PractitionerId,
    ScreeningId,
    ServiceId,
    YoungPersonId,
)
from vrn_desktop.domain.letter import Letter, LetterKind
from vrn_desktop.domain.letter_agreement import LetterAgreement
from vrn_desktop.domain.letter_channel import LetterChannel


class LetterEventKind(StrEnum):
    """What can happen to a letter after it was made."""

    PRINTED = "printed"
    REPRINTED = "reprinted"
    COPY_SAVED = "copy_saved"
    GIVEN = "given"
    RECALLED = "recalled"


class RecallReason(StrEnum):
    """Why a letter is taken back; kept in the note of the recall."""

    WRONG_DETAIL = "wrong_detail"
    NOT_SAFE = "not_safe"
    NOT_AGREED = "not_agreed"
    OTHER = "other"


class ReadingCheck(StrEnum):
    """Whether the young person told back what the letter says."""

    TOLD_BACK = "told_back"
    NOT_YET = "not_yet"
    NOT_WANTED = "not_wanted"


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterEvent:
    """One thing that happened to a letter, when and by whom; the channel belongs to giving only."""

    kind: LetterEventKind
    at: datetime
    by: PractitionerId
    channel: LetterChannel | None = None
    reading_check: ReadingCheck = ReadingCheck.NOT_YET
    note: str = ""

    def __post_init__(self) -> None:
        if (self.kind is LetterEventKind.GIVEN) != (self.channel is not None):
            raise DomainError("giving, and only giving, names a channel")


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedService:
    """A service a letter named, with the contact exactly as it was printed.

    Letters of the first schema kept names only: their `service_id` and `contact` are empty.
    """

    service_id: ServiceId = NO_SERVICE
    name: str
    contact: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterRecord:
    """A finished letter as the file remembers it (domain.md 7); the hash is that of its text.

    `recipient` is whom it is written to where that is not the young person; `service_id` the service a
    referral goes to; `reply_code` the code of its tear-off slip; `agreement` what was agreed about it.
    """

    id: LetterId
    young_person_id: YoungPersonId
    screening_id: ScreeningId
    kind: LetterKind
    template_id: str
    template_version: str
    language: str
    made_at: datetime
    made_by: PractitionerId
    services_named: tuple[NamedService, ...]
    text_sha256: str
    events: tuple[LetterEvent, ...] = ()
    recipient: str = ""
    service_id: ServiceId = NO_SERVICE
    reply_code: str = ""
    agreement: LetterAgreement | None = None

    @property
    def service_names(self) -> tuple[str, ...]:
        """The names of the services in it, in order."""
        return tuple(service.name for service in self.services_named)

    def with_event(self, event: LetterEvent) -> "LetterRecord":
        """The record with one more event; to a recalled letter nothing happens any more.

        Raises:
            DomainError: printing, giving or recalling after a recall.
        """
        if self.is_recalled:
            raise DomainError("this letter was recalled")
        return replace(self, events=(*self.events, event))

    @property
    def is_recalled(self) -> bool:
        """Whether the worker took the letter back, for example after a wrong number."""
        return any(event.kind is LetterEventKind.RECALLED for event in self.events)

    @property
    def recall(self) -> LetterEvent | None:
        """When and why it was taken back, if it was."""
        recalls = (event for event in self.events if event.kind is LetterEventKind.RECALLED)
        return next(recalls, None)

    @property
    def given(self) -> LetterEvent | None:
        """The latest giving, if there was one."""
        givings = [event for event in self.events if event.kind is LetterEventKind.GIVEN]
        return givings[-1] if givings else None

    @property
    def print_event(self) -> LetterEventKind:
        """What the next printing counts as."""
        printed = any(event.kind is LetterEventKind.PRINTED for event in self.events)
        return LetterEventKind.REPRINTED if printed else LetterEventKind.PRINTED


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterSubject:
    """What a letter is about beside its text: the services with their contacts, recipient, code, agreement."""

    named: tuple[NamedService, ...] = ()
    recipient: str = ""
    service_id: ServiceId = NO_SERVICE
    reply_code: str = ""
    agreement: LetterAgreement | None = None


NOTHING_MORE = LetterSubject()
"""A letter to the young person that names no service."""


def record_of(
    letter: Letter,
    *,
    letter_id: LetterId,
    young_person_id: YoungPersonId,
    screening_id: ScreeningId,
    made_at: datetime,
    made_by: PractitionerId,
    subject: LetterSubject = NOTHING_MORE,
) -> LetterRecord:
    """The record of a letter the worker has confirmed.

    Raises:
        DomainError: the letter is still a draft (LT-06).
    """
    if letter.is_draft:
        raise DomainError("a draft letter is not kept as given")
    return LetterRecord(
        id=letter_id,
        young_person_id=young_person_id,
        screening_id=screening_id,
        kind=letter.kind,
        template_id=letter.template_id,
        template_version=letter.template_version,
        language=letter.language,
        made_at=made_at,
        made_by=made_by,
        services_named=subject.named,
        text_sha256=letter.text_sha256(),
        recipient=subject.recipient,
        service_id=subject.service_id,
        reply_code=subject.reply_code,
        agreement=subject.agreement,
    )
