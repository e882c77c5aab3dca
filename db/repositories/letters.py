"""Letters kept in the file: the record of giving, what each named, what happened to it, its pages."""

from sqlalchemy import bindparam, exists, insert, select

from db.record_access import Record, RecordAccess
from db.records.letters import (
    LETTER,
    LETTER_AGREEMENT,
    LETTER_EVENT,
    LETTER_PAGES,
    LETTER_SERVICE,
)
from db.records.young_people import YOUNG_PERSON
from db.repositories.letter_rows import (
    agreement_record,
    event_record,
    named_record,
    to_domain,
    to_record,
)
from db.repositories.missing_record import MissingRecordError
from db.repositories.written_values import read_time
from vrn_desktop.application.ports.rows import NamedContactRow
from vrn_desktop.domain.identifiers import LetterId, PractitionerId, ServiceId, YoungPersonId
from vrn_desktop.domain.letter import LetterKind
from vrn_desktop.domain.letter_record import LetterEvent, LetterEventKind, LetterRecord

_ADD = insert(LETTER)
_ADD_AGREEMENT = insert(LETTER_AGREEMENT)
_ADD_EVENT = insert(LETTER_EVENT)
_ADD_PAGES = insert(LETTER_PAGES)
_ADD_SERVICE = insert(LETTER_SERVICE)
_OF_PERSON = (
    select(LETTER)
    .where(LETTER.c.young_person_id == bindparam("of_id"))
    .order_by(LETTER.c.made_at, LETTER.c.id)
)
_ONE = select(LETTER).where(LETTER.c.id == bindparam("of_id"))
_BY_CODE = (
    select(LETTER)
    .where(LETTER.c.reply_code == bindparam("of_code"))
    .order_by(LETTER.c.made_at.desc())
    .limit(1)
)
_EVENTS = (
    select(LETTER_EVENT)
    .where(LETTER_EVENT.c.letter_id == bindparam("of_id"))
    .order_by(LETTER_EVENT.c.id)
)
_SERVICES = (
    select(LETTER_SERVICE)
    .where(LETTER_SERVICE.c.letter_id == bindparam("of_id"))
    .order_by(LETTER_SERVICE.c.place)
)
_AGREEMENT = select(LETTER_AGREEMENT).where(LETTER_AGREEMENT.c.letter_id == bindparam("of_id"))
_PAGES = select(LETTER_PAGES.c.pdf).where(LETTER_PAGES.c.letter_id == bindparam("of_id"))
_IS_RECALLED = exists(
    select(LETTER_EVENT.c.id).where(
        LETTER_EVENT.c.letter_id == LETTER.c.id,
        LETTER_EVENT.c.kind == LetterEventKind.RECALLED.value,
    )
)
_IS_DEALT_WITH = exists(
    select(LETTER_EVENT.c.id).where(
        LETTER_EVENT.c.letter_id == LETTER.c.id,
        LETTER_EVENT.c.kind != LetterEventKind.COPY_SAVED.value,
    )
)
_TO_PRINT = (
    select(LETTER)
    .join(YOUNG_PERSON, YOUNG_PERSON.c.id == LETTER.c.young_person_id)
    .where(
        YOUNG_PERSON.c.practitioner_id == bindparam("of_id"),
        YOUNG_PERSON.c.archived == 0,
        ~_IS_DEALT_WITH,
    )
    .order_by(LETTER.c.made_at, LETTER.c.id)
)
_NAMED_CONTACTS = (
    select(
        LETTER.c.id,
        LETTER.c.young_person_id,
        LETTER.c.kind,
        LETTER.c.made_at,
        LETTER_SERVICE.c.service_id,
        LETTER_SERVICE.c.name,
        LETTER_SERVICE.c.contact,
        _IS_RECALLED.label("recalled"),
    )
    .join(LETTER_SERVICE, LETTER_SERVICE.c.letter_id == LETTER.c.id)
    .order_by(LETTER.c.made_at.desc(), LETTER.c.id, LETTER_SERVICE.c.place)
)


class SqlLetters:
    """Implements `Letters` (application/ports/repositories.py)."""

    def __init__(self, access: RecordAccess) -> None:
        self._access = access

    def add(self, record: LetterRecord, pdf: bytes) -> None:
        """Keep a finished letter, its pages, the contacts it printed and what was agreed about it."""
        self._access.write(_ADD, to_record(record))
        self._access.write(_ADD_PAGES, {"letter_id": record.id, "pdf": pdf})
        for place, service in enumerate(record.services_named):
            self._access.write(_ADD_SERVICE, named_record(record.id, place, service))
        if record.agreement is not None:
            self._access.write(_ADD_AGREEMENT, agreement_record(record.id, record.agreement))
        for event in record.events:
            self.add_event(record.id, event)

    def add_event(self, letter_id: LetterId, event: LetterEvent) -> None:
        """Keep what happened to a letter."""
        self._access.write(_ADD_EVENT, event_record(letter_id, event))

    def of_person(self, person_id: YoungPersonId) -> tuple[LetterRecord, ...]:
        """A person's letters with all that happened to them, oldest first."""
        rows = self._access.records(_OF_PERSON, {"of_id": person_id})
        return tuple(self._whole(record) for record in rows)

    def get(self, letter_id: LetterId) -> LetterRecord:
        """One letter with all that happened to it."""
        record = self._access.record(_ONE, {"of_id": letter_id})
        if record is None:
            raise MissingRecordError("no such letter")
        return self._whole(record)

    def by_reply_code(self, code: str) -> LetterRecord | None:
        """The letter whose slip carries this code, or None."""
        record = self._access.record(_BY_CODE, {"of_code": code}) if code else None
        return None if record is None else self._whole(record)

    def named_contacts(self) -> tuple[NamedContactRow, ...]:
        """Every service every letter named, with the contact as printed, newest letter first."""
        return tuple(_named_contact(record) for record in self._access.records(_NAMED_CONTACTS))

    def to_print(self, practitioner_id: PractitionerId) -> tuple[LetterRecord, ...]:
        """Letters of one caseload that nobody has printed, given or recalled, oldest first."""
        rows = self._access.records(_TO_PRINT, {"of_id": practitioner_id})
        return tuple(self._whole(record) for record in rows)

    def pdf(self, letter_id: LetterId) -> bytes:
        """The printed pages."""
        pages = self._access.value(_PAGES, {"of_id": letter_id})
        if pages is None:
            raise MissingRecordError("no such letter")
        return bytes(pages)

    def _whole(self, record: Record) -> LetterRecord:
        key = {"of_id": record["id"]}
        return to_domain(
            record,
            named=self._access.records(_SERVICES, key),
            events=self._access.records(_EVENTS, key),
            agreement=self._access.record(_AGREEMENT, key),
        )


def _named_contact(record: Record) -> NamedContactRow:
    return NamedContactRow(
        letter_id=LetterId(record["id"]),
        young_person_id=YoungPersonId(record["young_person_id"]),
        kind=LetterKind(record["kind"]),
        service_id=ServiceId(record["service_id"]),
        name=record["name"],
        contact=record["contact"],
        made_at=read_time(record["made_at"]),
        recalled=bool(record["recalled"]),
    )
