"""The organisation and setting of the file, and the exact content it has used (F16)."""

from sqlalchemy import bindparam, select
from sqlalchemy.dialects.sqlite import insert as upsert

from db.record_access import Record, RecordAccess
from db.records.workplaces import KEPT_CONTENT, WORKPLACE
from db.repositories.missing_record import MissingRecordError
from db.repositories.written_values import read_list, write_list
from vrn_desktop.domain.setting import LawfulBasis, SafeguardingLead, SettingKind, Workplace

_PUT = upsert(WORKPLACE)
_PUT = _PUT.on_conflict_do_update(
    index_elements=[WORKPLACE.c.id],
    set_={column.name: _PUT.excluded[column.name] for column in WORKPLACE.c if column.name != "id"},
)
_GET = select(WORKPLACE)
_KEEP_CONTENT = upsert(KEPT_CONTENT).on_conflict_do_nothing(
    index_elements=[KEPT_CONTENT.c.content_hash]
)
_CONTENT = select(KEPT_CONTENT.c.text).where(KEPT_CONTENT.c.content_hash == bindparam("of_hash"))


class SqlWorkplaces:
    """Implements `Workplaces` (application/ports/repositories.py)."""

    def __init__(self, access: RecordAccess) -> None:
        self._access = access

    def put(self, workplace: Workplace) -> None:
        """Keep the workplace as it is now."""
        self._access.write(_PUT, to_record(workplace))

    def get(self) -> Workplace:
        """The workplace of this file."""
        record = self._access.record(_GET)
        if record is None:
            raise MissingRecordError("no workplace yet")
        return to_domain(record)

    def keep_content(self, content_hash: str, kind: str, text: str) -> None:
        """Keep the exact text of a content file, once per hash."""
        self._access.write(
            _KEEP_CONTENT, {"content_hash": content_hash, "kind": kind, "text": text}
        )

    def content(self, content_hash: str) -> str:
        """The exact text of a content file this store has used."""
        text = self._access.value(_CONTENT, {"of_hash": content_hash})
        if text is None:
            raise MissingRecordError("no content of this hash")
        return str(text)


def to_record(workplace: Workplace) -> Record:
    """The one row of the workplace."""
    return {
        "id": 1,
        "organisation": workplace.organisation,
        "setting_name": workplace.setting_name,
        "setting_kind": workplace.setting_kind.value,
        "place": workplace.place,
        "lead_name": workplace.lead.name,
        "lead_numbers": write_list(workplace.lead.numbers),
        "phone": workplace.phone,
        "lawful_basis": workplace.lawful_basis.value,
        "policy_reference": workplace.policy_reference,
    }


def to_domain(record: Record) -> Workplace:
    """The workplace of the row."""
    return Workplace(
        organisation=record["organisation"],
        setting_name=record["setting_name"],
        setting_kind=SettingKind(record["setting_kind"]),
        place=record["place"],
        lead=SafeguardingLead(
            name=record["lead_name"], numbers=tuple(read_list(record["lead_numbers"]))
        ),
        phone=record["phone"],
        lawful_basis=LawfulBasis(record["lawful_basis"]),
        policy_reference=record["policy_reference"],
    )
