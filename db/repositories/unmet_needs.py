"""Help that could not be had, and contacts that were put right with the person they were given to."""

from datetime import datetime

from sqlalchemy import bindparam, delete, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert

from db.record_access import Record, RecordAccess
from db.records.referrals import CONTACT_PUT_RIGHT, UNMET_NEED
from db.repositories.written_values import read_time, write_time
from vrn_desktop.domain.identifiers import (
    CategoryId,
    PractitionerId,
    ScreeningId,
    ServiceId,
    UnmetNeedId,
    YoungPersonId,
)
from vrn_desktop.domain.outdated_contact import OutdatedContact
from vrn_desktop.domain.unmet_need import GapReason, UnmetNeed

_PUT = upsert(UNMET_NEED)
_PUT = _PUT.on_conflict_do_update(
    index_elements=[UNMET_NEED.c.id],
    set_={
        column.name: _PUT.excluded[column.name]
        for column in UNMET_NEED.c
        if column.name not in {"id", "screening_id"}
    },
)
_REMOVE = delete(UNMET_NEED).where(UNMET_NEED.c.id == bindparam("of_id"))
_EVERY = select(UNMET_NEED).order_by(UNMET_NEED.c.at, UNMET_NEED.c.id)
_OF_SCREENING = _EVERY.where(UNMET_NEED.c.screening_id == bindparam("of_id"))
_ADD_RIGHT = insert(CONTACT_PUT_RIGHT)
_MARKS = select(
    CONTACT_PUT_RIGHT.c.young_person_id, CONTACT_PUT_RIGHT.c.service_id, CONTACT_PUT_RIGHT.c.mark
)


class SqlUnmetNeeds:
    """Implements `UnmetNeeds` (application/ports/loop_repositories.py)."""

    def __init__(self, access: RecordAccess) -> None:
        self._access = access

    def put(self, need: UnmetNeed) -> None:
        """Keep a gap, or another reason for it."""
        self._access.write(_PUT, to_record(need))

    def remove(self, need_id: UnmetNeedId) -> None:
        """It was recorded by mistake, or could be met after all."""
        self._access.write(_REMOVE, {"of_id": need_id})

    def of_screening(self, screening_id: ScreeningId) -> tuple[UnmetNeed, ...]:
        """The gaps found in one conversation."""
        return tuple(map(to_domain, self._access.records(_OF_SCREENING, {"of_id": screening_id})))

    def every(self) -> tuple[UnmetNeed, ...]:
        """All gaps of the file."""
        return tuple(map(to_domain, self._access.records(_EVERY)))


class SqlContactsPutRight:
    """Implements `ContactsPutRight` (application/ports/loop_repositories.py)."""

    def __init__(self, access: RecordAccess) -> None:
        self._access = access

    def add(self, contact: OutdatedContact, at: datetime, by: PractitionerId) -> None:
        """They were told, or nothing has to be told."""
        given = contact.given
        values = {
            "young_person_id": given.young_person_id,
            "service_id": given.service_id,
            "mark": contact.mark,
            "at": write_time(at),
            "by": by,
        }
        self._access.write(_ADD_RIGHT, values)

    def marks(self) -> frozenset[tuple[YoungPersonId, ServiceId, str]]:
        """Everything handled."""
        return frozenset(
            (YoungPersonId(person), ServiceId(service), mark)
            for person, service, mark in self._access.rows(_MARKS)
        )


def to_record(need: UnmetNeed) -> Record:
    """The row of a gap."""
    return {
        "id": need.id,
        "screening_id": need.screening_id,
        "category": need.category,
        "reason": need.reason.value,
        "at": write_time(need.at),
        "by": need.by,
        "service_id": need.service_id,
    }


def to_domain(record: Record) -> UnmetNeed:
    """The gap of a row."""
    service = record["service_id"]
    return UnmetNeed(
        id=UnmetNeedId(record["id"]),
        screening_id=ScreeningId(record["screening_id"]),
        category=CategoryId(record["category"]),
        reason=GapReason(record["reason"]),
        at=read_time(record["at"]),
        by=PractitionerId(record["by"]),
        service_id=None if service is None else ServiceId(service),
    )
