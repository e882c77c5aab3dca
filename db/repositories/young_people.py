"""The young people of the file, and the list that shows them."""

from typing import Final

from sqlalchemy import bindparam, func, insert, select, update

from db.record_access import Record, RecordAccess
from db.records.file_mark import FILE_MARK
from db.records.follow_ups import FOLLOW_UP
from db.records.level_decisions import LEVEL_DECISION
from db.records.screenings import SCREENING
from db.records.young_people import YOUNG_PERSON
from db.repositories.missing_record import MissingRecordError
from db.repositories.written_values import read_day
from vrn_desktop.application.ports.rows import YoungPersonRow
from vrn_desktop.domain.identifiers import LevelName, PractitionerId, YoungPersonId
from vrn_desktop.domain.level_decision import DecisionState
from vrn_desktop.domain.young_person import YoungPerson

_PREFIX: Final = "YP-"
_INSERT = insert(YOUNG_PERSON)
_UPDATE = update(YOUNG_PERSON).where(YOUNG_PERSON.c.id == bindparam("of_id"))
_GET = select(YOUNG_PERSON).where(YOUNG_PERSON.c.id == bindparam("of_id"))
_LAST_NUMBER = select(FILE_MARK.c.last_reference_number)
_RAISE_LAST_NUMBER = (
    update(FILE_MARK)
    .where(FILE_MARK.c.last_reference_number < bindparam("number"))
    .values(last_reference_number=bindparam("number"))
)
_PEOPLE = select(
    YOUNG_PERSON.c.id,
    YOUNG_PERSON.c.reference,
    YOUNG_PERSON.c.chosen_name,
    YOUNG_PERSON.c.age,
    YOUNG_PERSON.c.practitioner_id,
    YOUNG_PERSON.c.archived,
).order_by(func.length(YOUNG_PERSON.c.reference).desc(), YOUNG_PERSON.c.reference.desc())
_TALKS = select(SCREENING.c.young_person_id, SCREENING.c.started_at, SCREENING.c.id).order_by(
    SCREENING.c.young_person_id, SCREENING.c.started_at, SCREENING.c.id
)
_DECISIONS = select(
    LEVEL_DECISION.c.screening_id, LEVEL_DECISION.c.state, LEVEL_DECISION.c.final_level
).order_by(LEVEL_DECISION.c.screening_id, LEVEL_DECISION.c.id)
_NEXT_DUE = (
    select(FOLLOW_UP.c.young_person_id, func.min(FOLLOW_UP.c.due_on))
    .where(FOLLOW_UP.c.done_at.is_(None))
    .group_by(FOLLOW_UP.c.young_person_id)
)


class SqlYoungPeople:
    """Implements `YoungPeople` (application/ports/repositories.py)."""

    def __init__(self, access: RecordAccess) -> None:
        self._access = access

    def add(self, person: YoungPerson) -> None:
        """Keep a young person; their reference is never given to anybody else, even after erasure."""
        self._access.write(_INSERT, to_record(person))
        number = reference_number(person.reference)
        if number is not None:
            self._access.write(_RAISE_LAST_NUMBER, {"number": number})

    def change(self, person: YoungPerson) -> None:
        """Write what is now known about a young person."""
        if not self._access.write(_UPDATE, {**to_record(person), "of_id": person.id}):
            raise MissingRecordError("no such young person")

    def get(self, person_id: YoungPersonId) -> YoungPerson:
        """One young person."""
        record = self._access.record(_GET, {"of_id": person_id})
        if record is None:
            raise MissingRecordError("no such young person")
        return to_domain(record)

    def next_reference(self) -> str:
        """The next free reference, for example `YP-0142`."""
        return f"{_PREFIX}{self._access.value(_LAST_NUMBER) + 1:04d}"

    def rows(self) -> tuple[YoungPersonRow, ...]:
        """Every young person, archived ones too, newest reference first."""
        seen, levels = self._seen_and_levels()
        due = {row[0]: row[1] for row in self._access.rows(_NEXT_DUE)}
        return tuple(
            YoungPersonRow(
                id=YoungPersonId(person),
                reference=reference,
                chosen_name=chosen_name,
                age=age,
                practitioner_id=PractitionerId(practitioner),
                archived=archived == 1,
                last_seen=read_day(seen[person][:10]) if person in seen else None,
                level=levels.get(person),
                next_due=read_day(due[person]) if person in due else None,
            )
            for person, reference, chosen_name, age, practitioner, archived in self._access.rows(
                _PEOPLE
            )
        )

    def _seen_and_levels(self) -> tuple[dict[str, str], dict[str, LevelName]]:
        # Both queries are answered from an index alone; rows come oldest first, so the latest stays.
        decided = {row[0]: row[1:] for row in self._access.rows(_DECISIONS)}
        seen: dict[str, str] = {}
        levels: dict[str, LevelName] = {}
        for person, started_at, screening in self._access.rows(_TALKS):
            seen[person] = started_at
            if screening in decided:
                state, level = decided[screening]
                if state != DecisionState.ASKED_SUPERVISOR:
                    levels[person] = level
        return seen, levels


def reference_number(reference: str) -> int | None:
    """The number in a reference of our own form, else None."""
    digits = reference.removeprefix(_PREFIX)
    ours = reference.startswith(_PREFIX) and digits.isascii() and digits.isdigit()
    return int(digits) if ours and len(digits) <= 15 else None  # noqa: PLR2004  fits every column


def to_record(person: YoungPerson) -> Record:
    """The row of a young person."""
    return {
        "id": person.id,
        "reference": person.reference,
        "chosen_name": person.chosen_name,
        "age": person.age,
        "age_recorded_on": person.age_recorded_on.isoformat(),
        "practitioner_id": person.practitioner_id,
        "pronouns": person.pronouns,
        "access_needs": person.access_needs,
        "language": person.language,
        "archived": int(person.archived),
    }


def to_domain(record: Record) -> YoungPerson:
    """The young person of a row."""
    return YoungPerson(
        id=YoungPersonId(record["id"]),
        reference=record["reference"],
        chosen_name=record["chosen_name"],
        age=record["age"],
        age_recorded_on=read_day(record["age_recorded_on"]),
        practitioner_id=PractitionerId(record["practitioner_id"]),
        pronouns=record["pronouns"],
        access_needs=record["access_needs"],
        language=record["language"],
        archived=record["archived"] == 1,
    )
