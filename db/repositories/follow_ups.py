"""What was promised for later, and what is due."""

from datetime import date, datetime

from sqlalchemy import bindparam, insert, select, update

from db.record_access import Record, RecordAccess
from db.records.follow_ups import FOLLOW_UP, FOLLOW_UP_EVENT
from db.records.signposts import SIGNPOST
from db.records.young_people import YOUNG_PERSON
from db.repositories.missing_record import MissingRecordError
from db.repositories.written_values import (
    read_clock,
    read_day,
    read_time,
    read_time_or_none,
    write_clock,
    write_time,
    write_time_or_none,
)
from vrn_desktop.application.ports.rows import DueRow
from vrn_desktop.domain.follow_up import FollowUp, FollowUpEvent, FollowUpKind, FollowUpStep
from vrn_desktop.domain.identifiers import (
    FollowUpId,
    PractitionerId,
    ScreeningId,
    SignpostId,
    YoungPersonId,
)

_ADD = insert(FOLLOW_UP)
_ADD_EVENT = insert(FOLLOW_UP_EVENT)
_GET = select(FOLLOW_UP).where(FOLLOW_UP.c.id == bindparam("of_id"))
_MOVE = (
    update(FOLLOW_UP)
    .where(FOLLOW_UP.c.id == bindparam("of_id"))
    .values(due_on=bindparam("new_day"))
)
_EVENTS = (
    select(FOLLOW_UP_EVENT)
    .join(FOLLOW_UP, FOLLOW_UP.c.id == FOLLOW_UP_EVENT.c.follow_up_id)
    .where(FOLLOW_UP.c.young_person_id == bindparam("of_id"))
    .order_by(FOLLOW_UP_EVENT.c.id)
)
_MARK_DONE = (
    update(FOLLOW_UP)
    .where(FOLLOW_UP.c.id == bindparam("of_id"))
    .values(done_at=bindparam("done_at"))
)
_DUE = (
    select(FOLLOW_UP, YOUNG_PERSON.c.reference, YOUNG_PERSON.c.chosen_name, SIGNPOST.c.service_name)
    .join(YOUNG_PERSON, YOUNG_PERSON.c.id == FOLLOW_UP.c.young_person_id)
    .outerjoin(SIGNPOST, SIGNPOST.c.id == FOLLOW_UP.c.signpost_id)
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

    def get(self, follow_up_id: FollowUpId) -> FollowUp:
        """One promise."""
        record = self._access.record(_GET, {"of_id": follow_up_id})
        if record is None:
            raise MissingRecordError("no such follow-up")
        return to_domain(record)

    def move(self, follow_up_id: FollowUpId, due_on: date) -> None:
        """Another day."""
        values = {"of_id": follow_up_id, "new_day": due_on.isoformat()}
        if not self._access.write(_MOVE, values):
            raise MissingRecordError("no such follow-up")

    def add_event(self, event: FollowUpEvent) -> None:
        """Keep a try, or that the day was changed."""
        self._access.write(_ADD_EVENT, event_record(event))

    def events(self, person_id: YoungPersonId) -> tuple[FollowUpEvent, ...]:
        """Tries and changes of day of one person's promises, oldest first."""
        return tuple(map(to_event, self._access.records(_EVENTS, {"of_id": person_id})))

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
        "signpost_id": follow_up.signpost_id or "",
        "at_time": write_clock(follow_up.at_time),
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
        signpost_id=_signpost(record),
        at_time=read_clock(record["at_time"]),
    )


def event_record(event: FollowUpEvent) -> Record:
    """The row of a try or a change of day."""
    return {
        "follow_up_id": event.follow_up_id,
        "step": event.step.value,
        "due_was": event.due_was.isoformat(),
        "at": write_time(event.at),
        "by": event.by,
    }


def to_event(record: Record) -> FollowUpEvent:
    """The try or change of day of a row."""
    return FollowUpEvent(
        follow_up_id=FollowUpId(record["follow_up_id"]),
        step=FollowUpStep(record["step"]),
        due_was=read_day(record["due_was"]),
        at=read_time(record["at"]),
        by=PractitionerId(record["by"]),
    )


def _signpost(record: Record) -> SignpostId | None:
    return SignpostId(record["signpost_id"]) if record["signpost_id"] else None


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
        signpost_id=_signpost(record),
        service_name=record["service_name"] or "",
        at_time=read_clock(record["at_time"]),
    )
