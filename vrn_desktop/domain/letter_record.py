"""The record of giving: which letter was made, what it said, how it reached the young person."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from vrn_desktop.domain.errors import DomainError
from vrn_desktop.domain.identifiers import LetterId, PractitionerId, ScreeningId, YoungPersonId
from vrn_desktop.domain.letter import Letter, LetterKind
from vrn_desktop.domain.letter_channel import LetterChannel


class LetterEventKind(StrEnum):
    """What can happen to a letter after it was made."""

    PRINTED = "printed"
    REPRINTED = "reprinted"
    COPY_SAVED = "copy_saved"
    GIVEN = "given"
    RECALLED = "recalled"


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
class LetterRecord:
    """A finished letter as the file remembers it (domain.md 7); the hash is that of its text."""

    id: LetterId
    young_person_id: YoungPersonId
    screening_id: ScreeningId
    kind: LetterKind
    template_id: str
    template_version: str
    language: str
    made_at: datetime
    made_by: PractitionerId
    services_named: tuple[str, ...]
    text_sha256: str
    events: tuple[LetterEvent, ...] = ()

    def with_event(self, event: LetterEvent) -> "LetterRecord":
        """The record with one more event; a recalled letter can be given no more.

        Raises:
            DomainError: printing or giving after a recall.
        """
        if self.is_recalled and event.kind is not LetterEventKind.RECALLED:
            raise DomainError("this letter was recalled")
        return replace(self, events=(*self.events, event))

    @property
    def is_recalled(self) -> bool:
        """Whether the worker took the letter back, for example after a wrong number."""
        return any(event.kind is LetterEventKind.RECALLED for event in self.events)

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


def record_of(
    letter: Letter,
    *,
    letter_id: LetterId,
    young_person_id: YoungPersonId,
    screening_id: ScreeningId,
    made_at: datetime,
    made_by: PractitionerId,
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
        services_named=letter.services_named,
        text_sha256=letter.text_sha256(),
    )
