"""Letters kept in the file: the record of giving, what happened to each, and the printed pages."""

from collections import defaultdict

from sqlalchemy import bindparam, insert, select

from db.record_access import Record, RecordAccess
from db.records.letters import LETTER, LETTER_EVENT, LETTER_PAGES
from db.repositories.missing_record import MissingRecordError
from db.repositories.written_values import read_list, read_time, write_list, write_time
from vrn_desktop.domain.identifiers import LetterId, PractitionerId, ScreeningId, YoungPersonId
from vrn_desktop.domain.letter import LetterKind
from vrn_desktop.domain.letter_channel import LetterChannel
from vrn_desktop.domain.letter_record import (
    LetterEvent,
    LetterEventKind,
    LetterRecord,
    ReadingCheck,
)

_ADD = insert(LETTER)
_ADD_EVENT = insert(LETTER_EVENT)
_ADD_PAGES = insert(LETTER_PAGES)
_OF_PERSON = (
    select(LETTER)
    .where(LETTER.c.young_person_id == bindparam("of_id"))
    .order_by(LETTER.c.made_at, LETTER.c.id)
)
_EVENTS_OF_PERSON = (
    select(LETTER_EVENT)
    .join(LETTER, LETTER.c.id == LETTER_EVENT.c.letter_id)
    .where(LETTER.c.young_person_id == bindparam("of_id"))
    .order_by(LETTER_EVENT.c.id)
)
_PAGES = select(LETTER_PAGES.c.pdf).where(LETTER_PAGES.c.letter_id == bindparam("of_id"))


class SqlLetters:
    """Implements `Letters` (application/ports/repositories.py)."""

    def __init__(self, access: RecordAccess) -> None:
        self._access = access

    def add(self, record: LetterRecord, pdf: bytes) -> None:
        """Keep a finished letter and its pages."""
        self._access.write(_ADD, to_record(record))
        self._access.write(_ADD_PAGES, {"letter_id": record.id, "pdf": pdf})
        for event in record.events:
            self.add_event(record.id, event)

    def add_event(self, letter_id: LetterId, event: LetterEvent) -> None:
        """Keep what happened to a letter."""
        self._access.write(_ADD_EVENT, event_record(letter_id, event))

    def of_person(self, person_id: YoungPersonId) -> tuple[LetterRecord, ...]:
        """A person's letters with all that happened to them, oldest first."""
        key = {"of_id": person_id}
        events: dict[str, list[LetterEvent]] = defaultdict(list)
        for record in self._access.records(_EVENTS_OF_PERSON, key):
            events[record["letter_id"]].append(to_event(record))
        return tuple(
            to_domain(record, tuple(events[record["id"]]))
            for record in self._access.records(_OF_PERSON, key)
        )

    def pdf(self, letter_id: LetterId) -> bytes:
        """The printed pages."""
        pages = self._access.value(_PAGES, {"of_id": letter_id})
        if pages is None:
            raise MissingRecordError("no such letter")
        return bytes(pages)


def to_record(record: LetterRecord) -> Record:
    """The row of a letter, without its events."""
    return {
        "id": record.id,
        "young_person_id": record.young_person_id,
        "screening_id": record.screening_id,
        "kind": record.kind.value,
        "template_id": record.template_id,
        "template_version": record.template_version,
        "language": record.language,
        "made_at": write_time(record.made_at),
        "made_by": record.made_by,
        "services_named": write_list(record.services_named),
        "text_sha256": record.text_sha256,
    }


def to_domain(record: Record, events: tuple[LetterEvent, ...]) -> LetterRecord:
    """The letter of a row."""
    return LetterRecord(
        id=LetterId(record["id"]),
        young_person_id=YoungPersonId(record["young_person_id"]),
        screening_id=ScreeningId(record["screening_id"]),
        kind=LetterKind(record["kind"]),
        template_id=record["template_id"],
        template_version=record["template_version"],
        language=record["language"],
        made_at=read_time(record["made_at"]),
        made_by=PractitionerId(record["made_by"]),
        services_named=tuple(read_list(record["services_named"])),
        text_sha256=record["text_sha256"],
        events=events,
    )


def event_record(letter_id: LetterId, event: LetterEvent) -> Record:
    """The row of what happened to a letter."""
    return {
        "letter_id": letter_id,
        "kind": event.kind.value,
        "at": write_time(event.at),
        "by": event.by,
        "channel": None if event.channel is None else event.channel.value,
        "reading_check": event.reading_check.value,
        "note": event.note,
    }


def to_event(record: Record) -> LetterEvent:
    """What happened to a letter."""
    return LetterEvent(
        kind=LetterEventKind(record["kind"]),
        at=read_time(record["at"]),
        by=PractitionerId(record["by"]),
        channel=None if record["channel"] is None else LetterChannel(record["channel"]),
        reading_check=ReadingCheck(record["reading_check"]),
        note=record["note"],
    )
