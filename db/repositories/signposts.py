"""Services offered in conversations, each with its own yes or no (TI-31)."""

from sqlalchemy import bindparam, select
from sqlalchemy.dialects.sqlite import insert as upsert

from db.record_access import Record, RecordAccess
from db.records.signposts import SIGNPOST
from db.repositories.written_values import read_time, write_time
from vrn_desktop.domain.identifiers import CategoryId, ScreeningId, ServiceId, SignpostId
from vrn_desktop.domain.signposting import Signpost, SignpostState

_PUT = upsert(SIGNPOST)
_PUT = _PUT.on_conflict_do_update(
    index_elements=[SIGNPOST.c.id],
    set_={
        column.name: _PUT.excluded[column.name]
        for column in SIGNPOST.c
        if column.name not in {"id", "screening_id"}
    },
)
_OF_SCREENING = (
    select(SIGNPOST)
    .where(SIGNPOST.c.screening_id == bindparam("of_id"))
    .order_by(SIGNPOST.c.offered_at, SIGNPOST.c.id)
)


class SqlSignposts:
    """Implements `Signposts` (application/ports/repositories.py)."""

    def __init__(self, access: RecordAccess) -> None:
        self._access = access

    def put(self, signpost: Signpost) -> None:
        """Keep an offer, or what became of it."""
        self._access.write(_PUT, to_record(signpost))

    def of_screening(self, screening_id: ScreeningId) -> tuple[Signpost, ...]:
        """The services offered in a conversation, in the order they were offered."""
        return tuple(map(to_domain, self._access.records(_OF_SCREENING, {"of_id": screening_id})))


def to_record(signpost: Signpost) -> Record:
    """The row of an offer."""
    return {
        "id": signpost.id,
        "screening_id": signpost.screening_id,
        "service_id": signpost.service_id,
        "service_name": signpost.service_name,
        "category": signpost.category,
        "state": signpost.state.value,
        "offered_at": write_time(signpost.offered_at),
        "why": signpost.why,
        "in_letter": int(signpost.in_letter),
    }


def to_domain(record: Record) -> Signpost:
    """The offer of a row."""
    return Signpost(
        id=SignpostId(record["id"]),
        screening_id=ScreeningId(record["screening_id"]),
        service_id=ServiceId(record["service_id"]),
        service_name=record["service_name"],
        category=CategoryId(record["category"]),
        state=SignpostState(record["state"]),
        offered_at=read_time(record["offered_at"]),
        why=record["why"],
        in_letter=record["in_letter"] == 1,
    )
