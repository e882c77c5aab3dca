"""Escalations and the action records that close them; the file itself refuses to lose either (TI-06)."""

from sqlalchemy import bindparam, insert, select

from db.record_access import Record, RecordAccess
from db.records.escalations import ACTION, ESCALATION
from db.records.screenings import SCREENING
from db.records.young_people import YOUNG_PERSON
from db.repositories.missing_record import MissingRecordError
from db.repositories.written_values import read_list, read_time, write_set, write_time
from vrn_desktop.application.ports.rows import OpenEscalationRow
from vrn_desktop.domain.errors import StorageError
from vrn_desktop.domain.escalation import ActionRecord, Escalation
from vrn_desktop.domain.identifiers import (
    EscalationId,
    EscalationName,
    ItemId,
    PractitionerId,
    RuleId,
    ScreeningId,
    YoungPersonId,
)

_ADD = insert(ESCALATION)
_CLOSE = insert(ACTION)
_STANDING = (
    select(ESCALATION.c.id, ACTION.c.escalation_id)
    .outerjoin(ACTION, ACTION.c.escalation_id == ESCALATION.c.id)
    .where(ESCALATION.c.id == bindparam("of_id"))
)
_OF_SCREENING = (
    select(ESCALATION, *(column for column in ACTION.c if column.name != "escalation_id"))
    .outerjoin(ACTION, ACTION.c.escalation_id == ESCALATION.c.id)
    .where(ESCALATION.c.screening_id == bindparam("of_id"))
    .order_by(ESCALATION.c.raised_at, ESCALATION.c.id)
)
_OPEN = (
    select(
        ESCALATION.c.id,
        ESCALATION.c.screening_id,
        SCREENING.c.young_person_id,
        YOUNG_PERSON.c.reference,
        YOUNG_PERSON.c.chosen_name,
        SCREENING.c.practitioner_id,
        ESCALATION.c.name,
        ESCALATION.c.text,
        ESCALATION.c.raised_at,
    )
    .join(SCREENING, SCREENING.c.id == ESCALATION.c.screening_id)
    .join(YOUNG_PERSON, YOUNG_PERSON.c.id == SCREENING.c.young_person_id)
    .outerjoin(ACTION, ACTION.c.escalation_id == ESCALATION.c.id)
    .where(ACTION.c.escalation_id.is_(None))
    .order_by(ESCALATION.c.raised_at, ESCALATION.c.id)
)


class SqlEscalations:
    """Implements `Escalations` (application/ports/repositories.py)."""

    def __init__(self, access: RecordAccess) -> None:
        self._access = access

    def add(self, escalation: Escalation) -> None:
        """Keep an escalation that has just been raised."""
        self._access.write(_ADD, to_record(escalation))
        if escalation.action is not None:
            self._access.write(_CLOSE, action_record(escalation.id, escalation.action))

    def close(self, escalation_id: EscalationId, action: ActionRecord) -> None:
        """Record what was done, once.

        Raises:
            StorageError: it was recorded already.
        """
        standing = self._access.rows(_STANDING, {"of_id": escalation_id})
        if not standing:
            raise MissingRecordError("no such escalation")
        if standing[0][1] is not None:
            raise StorageError("what was done is already recorded")
        self._access.write(_CLOSE, action_record(escalation_id, action))

    def of_screening(self, screening_id: ScreeningId) -> tuple[Escalation, ...]:
        """All escalations of a conversation, closed ones too, in the order they were raised."""
        return tuple(map(to_domain, self._access.records(_OF_SCREENING, {"of_id": screening_id})))

    def open_rows(self) -> tuple[OpenEscalationRow, ...]:
        """Every escalation nobody has closed yet, oldest first."""
        return tuple(map(_open_row, self._access.records(_OPEN)))


def to_record(escalation: Escalation) -> Record:
    """The row of an escalation, without its action."""
    return {
        "id": escalation.id,
        "screening_id": escalation.screening_id,
        "rule_id": escalation.rule_id,
        "name": escalation.name,
        "text": escalation.text,
        "evidence": write_set(escalation.evidence),
        "raised_at": write_time(escalation.raised_at),
    }


def action_record(escalation_id: EscalationId, action: ActionRecord) -> Record:
    """The row of what was done."""
    return {
        "escalation_id": escalation_id,
        "by": action.by,
        "at": write_time(action.at),
        "who_was_told": action.who_was_told,
        "what_was_done": action.what_was_done,
        "outcome": action.outcome,
        "young_person_told": int(action.young_person_told),
        "reason_not_told": action.reason_not_told,
    }


def to_domain(record: Record) -> Escalation:
    """The escalation of a row, with its action if there is one."""
    return Escalation(
        id=EscalationId(record["id"]),
        screening_id=ScreeningId(record["screening_id"]),
        rule_id=RuleId(record["rule_id"]),
        name=EscalationName(record["name"]),
        text=record["text"],
        evidence=frozenset(map(ItemId, read_list(record["evidence"]))),
        raised_at=read_time(record["raised_at"]),
        action=None if record["at"] is None else _to_action(record),
    )


def _to_action(record: Record) -> ActionRecord:
    return ActionRecord(
        by=PractitionerId(record["by"]),
        at=read_time(record["at"]),
        who_was_told=record["who_was_told"],
        what_was_done=record["what_was_done"],
        outcome=record["outcome"],
        young_person_told=record["young_person_told"] == 1,
        reason_not_told=record["reason_not_told"],
    )


def _open_row(record: Record) -> OpenEscalationRow:
    return OpenEscalationRow(
        id=EscalationId(record["id"]),
        screening_id=ScreeningId(record["screening_id"]),
        young_person_id=YoungPersonId(record["young_person_id"]),
        reference=record["reference"],
        chosen_name=record["chosen_name"],
        practitioner_id=PractitionerId(record["practitioner_id"]),
        name=EscalationName(record["name"]),
        text=record["text"],
        raised_at=read_time(record["raised_at"]),
    )
