"""What was promised for later, and what is due."""

from datetime import date, datetime

from sqlalchemy import bindparam, insert, select, update

from db.record_access import Record, RecordAccess
from db.records.follow_ups import FOLLOW_UP
from db.records.young_people import YOUNG_PERSON
from db.repositories.missing_record import MissingRecordError
from db.repositories.written_values import (
    read_day,
    read_time_or_none,
    write_time,
    write_time_or_none,
)
from vrn_desktop.application.ports.rows import DueRow
from vrn_desktop.domain.follow_up import FollowUp, FollowUpKind
from vrn_desktop.domain.identifiers import FollowUpId, PractitionerId, ScreeningId, YoungPersonId

_ADD = insert(FOLLOW_UP)
_MARK_DONE = (
    update(FOLLOW_UP)
    .where(FOLLOW_UP.c.id == bindparam("of_id"))
    .values(done_at=bindparam("done_at"))
)
_DUE = (
    select(FOLLOW_UP, YOUNG_PERSON.c.reference, YOUNG_PERSON.c.chosen_name)
    .join(YOUNG_PERSON, YOUNG_PERSON.c.id == FOLLOW_UP.c.young_person_id)
    .where(FOLLOW_UP.c.done_at.is_(None), FOLLOW_UP.c.due_on <= bindparam("until"))
    .order_by(FOLLOW_UP.c.due_on, FOLLOW_UP.c.id)
)
_OF_PERSON = (
    select(FOLLOW_UP)
    .where(FOLLOW_UP.c.young_person_id == bindparam("of_id"))
    .order_by(FOLLOW_UP.c.due_on, FOLLOW_UP.c.id)
)


class SqlFollowUps:
    """Implements `FollowUps` (application/ports/repositories.py)."""

    def __init__(self, access: RecordAccess) -> None:
        self._access = access

    def add(self, follow_up: FollowUp) -> None:
        """Keep a promise."""
        self._access.write(_ADD, to_record(follow_up))

    def mark_done(self, follow_up_id: FollowUpId, at: datetime) -> None:
        """Somebody did it."""
        values = {"of_id": follow_up_id, "done_at": write_time(at)}
        if not self._access.write(_MARK_DONE, values):
            raise MissingRecordError("no such follow-up")

    def due_rows(self, until: date) -> tuple[DueRow, ...]:
        """Everything not done and due by a day, earliest first."""
        return tuple(map(_due_row, self._access.records(_DUE, {"until": until.isoformat()})))

    def of_person(self, person_id: YoungPersonId) -> tuple[FollowUp, ...]:
        """Everything promised to a person, done or not, by day."""
        return tuple(map(to_domain, self._access.records(_OF_PERSON, {"of_id": person_id})))


def to_record(follow_up: FollowUp) -> Record:
    """The row of a promise."""
    return {
        "id": follow_up.id,
        "young_person_id": follow_up.young_person_id,
        "screening_id": follow_up.screening_id,
        "practitioner_id": follow_up.practitioner_id,
        "kind": follow_up.kind.value,
        "due_on": follow_up.due_on.isoformat(),
        "how": follow_up.how,
        "done_at": write_time_or_none(follow_up.done_at),
    }


def to_domain(record: Record) -> FollowUp:
    """The promise of a row."""
    return FollowUp(
        id=FollowUpId(record["id"]),
        young_person_id=YoungPersonId(record["young_person_id"]),
        screening_id=ScreeningId(record["screening_id"]),
        practitioner_id=PractitionerId(record["practitioner_id"]),
        kind=FollowUpKind(record["kind"]),
        due_on=read_day(record["due_on"]),
        how=record["how"],
        done_at=read_time_or_none(record["done_at"]),
    )


def _due_row(record: Record) -> DueRow:
    return DueRow(
        id=FollowUpId(record["id"]),
        young_person_id=YoungPersonId(record["young_person_id"]),
        screening_id=ScreeningId(record["screening_id"]),
        reference=record["reference"],
        chosen_name=record["chosen_name"],
        practitioner_id=PractitionerId(record["practitioner_id"]),
        kind=FollowUpKind(record["kind"]),
        due_on=read_day(record["due_on"]),
        how=record["how"],
    )
