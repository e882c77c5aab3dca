"""Kept letters in memory."""

from tests.fake_records import FakeRecords
from vrn_desktop.application.ports.rows import NamedContactRow
from vrn_desktop.domain.identifiers import LetterId, PractitionerId, YoungPersonId
from vrn_desktop.domain.letter_record import LetterEvent, LetterRecord
from vrn_desktop.domain.letters_to_print import is_waiting


class FakeLetters:
    def __init__(self, records: FakeRecords) -> None:
        self._records = records

    def add(self, record: LetterRecord, pdf: bytes) -> None:
        self._records.letters[record.id] = (record, pdf)

    def add_event(self, letter_id: LetterId, event: LetterEvent) -> None:
        record, pdf = self._records.letters[letter_id]
        self._records.letters[letter_id] = (record.with_event(event), pdf)

    def of_person(self, person_id: YoungPersonId) -> tuple[LetterRecord, ...]:
        return tuple(
            record
            for record, _ in self._records.letters.values()
            if record.young_person_id == person_id
        )

    def get(self, letter_id: LetterId) -> LetterRecord:
        return self._records.letters[letter_id][0]

    def to_print(self, practitioner_id: PractitionerId) -> tuple[LetterRecord, ...]:
        caseload = {
            person.id
            for person in self._records.people.values()
            if person.practitioner_id == practitioner_id and not person.archived
        }
        waiting = (
            record
            for record, _ in self._records.letters.values()
            if record.young_person_id in caseload and is_waiting(record)
        )
        return tuple(sorted(waiting, key=lambda record: record.made_at))

    def by_reply_code(self, code: str) -> LetterRecord | None:
        records = (record for record, _ in self._records.letters.values())
        return next((record for record in records if code and record.reply_code == code), None)

    def named_contacts(self) -> tuple[NamedContactRow, ...]:
        newest_first = sorted(
            (record for record, _ in self._records.letters.values()),
            key=lambda record: record.made_at,
            reverse=True,
        )
        return tuple(
            NamedContactRow(
                letter_id=record.id,
                young_person_id=record.young_person_id,
                kind=record.kind,
                service_id=service.service_id,
                name=service.name,
                contact=service.contact,
                made_at=record.made_at,
                recalled=record.is_recalled,
            )
            for record in newest_first
            for service in record.services_named
        )

    def pdf(self, letter_id: LetterId) -> bytes:
        return self._records.letters[letter_id][1]
