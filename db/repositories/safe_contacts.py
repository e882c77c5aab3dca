"""How it is safe to be in touch: asked each time, the latest answers hold, earlier ones are kept."""

from dataclasses import fields
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, insert, select

from db.record_access import Record, RecordAccess
from db.records.safe_contacts import SAFE_CONTACT
from db.repositories.written_values import read_day, read_table, write_table, write_time
from vrn_desktop.domain.identifiers import YoungPersonId
from vrn_desktop.domain.safe_contact import SafeContact, SafeReply

_REPLIES = frozenset(
    field.name for field in fields(SafeContact) if field.default is SafeReply.NOT_ASKED
)
_PUT = insert(SAFE_CONTACT)
_LATEST = (
    select(SAFE_CONTACT.c.answers)
    .where(SAFE_CONTACT.c.young_person_id == bindparam("of_id"))
    .order_by(SAFE_CONTACT.c.id.desc())
    .limit(1)
)
_AS_OF = (
    select(SAFE_CONTACT.c.answers)
    .where(SAFE_CONTACT.c.young_person_id == bindparam("of_id"))
    .where(SAFE_CONTACT.c.at <= bindparam("at_last"))
    .order_by(SAFE_CONTACT.c.id.desc())
    .limit(1)
)


class SqlSafeContacts:
    """Implements `SafeContacts` (application/ports/repositories.py)."""

    def __init__(self, access: RecordAccess) -> None:
        self._access = access

    def put(self, person_id: YoungPersonId, contact: SafeContact, at: datetime) -> None:
        """Keep what was said at this asking."""
        self._access.write(_PUT, to_record(person_id, contact, at))

    def latest(self, person_id: YoungPersonId) -> SafeContact | None:
        """What was said last; None blocks every way of contact."""
        text = self._access.value(_LATEST, {"of_id": person_id})
        return None if text is None else to_domain(text)

    def as_of(self, person_id: YoungPersonId, at: datetime) -> SafeContact | None:
        """What held at a time."""
        text = self._access.value(_AS_OF, {"of_id": person_id, "at_last": write_time(at)})
        return None if text is None else to_domain(text)


def to_record(person_id: YoungPersonId, contact: SafeContact, at: datetime) -> Record:
    """The row of one asking."""
    answers = {field.name: _plain(getattr(contact, field.name)) for field in fields(contact)}
    return {"young_person_id": person_id, "at": write_time(at), "answers": write_table(answers)}


def to_domain(answers: str) -> SafeContact:
    """The answers of a row; a question this row does not know counts as not asked."""
    return SafeContact(**{name: _value(name, kept) for name, kept in read_table(answers).items()})


def _plain(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value


def _value(name: str, kept: Any) -> Any:
    if name in _REPLIES:
        return SafeReply(kept)
    if name == "asked_on":
        return None if kept is None else read_day(kept)
    return tuple(kept) if isinstance(kept, list) else kept
