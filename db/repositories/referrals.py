"""What became of every service offered: news is only ever added, handovers, what was said to help."""

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import ColumnElement, Select, bindparam, insert, select

from db.record_access import Record, RecordAccess
from db.records.referrals import HANDOVER, HELPING_ANSWER, REFERRAL_EVENT
from db.records.screenings import SCREENING
from db.records.signposts import SIGNPOST
from db.records.young_people import YOUNG_PERSON
from db.repositories.missing_record import MissingRecordError
from db.repositories.referral_rows import (
    event_record,
    handover_record,
    helping_record,
    to_event,
    to_handover,
    to_helping,
)
from db.repositories.signposts import to_domain as to_signpost
from vrn_desktop.application.ports.loop_repositories import ReferralRow
from vrn_desktop.domain.handover import Handover
from vrn_desktop.domain.helping import HelpingAnswer
from vrn_desktop.domain.identifiers import PractitionerId, ScreeningId, SignpostId, YoungPersonId
from vrn_desktop.domain.referral import Referral, ReferralEvent

_EVERY: ColumnElement[bool] = SIGNPOST.c.id == SIGNPOST.c.id
_ONE = SIGNPOST.c.id == bindparam("of_id")
_OF_PERSON = SCREENING.c.young_person_id == bindparam("of_id")
_OF_SCREENING = SIGNPOST.c.screening_id == bindparam("of_id")
_Queries = tuple[Select[tuple[object, ...]], Select[tuple[object, ...]]]


def _queries(which: ColumnElement[bool]) -> _Queries:
    """Offers with whom they are about, and their news, of those chosen."""
    offers = (
        select(
            SIGNPOST,
            SCREENING.c.young_person_id,
            SCREENING.c.practitioner_id,
            YOUNG_PERSON.c.reference,
            YOUNG_PERSON.c.chosen_name,
        )
        .join(SCREENING, SCREENING.c.id == SIGNPOST.c.screening_id)
        .join(YOUNG_PERSON, YOUNG_PERSON.c.id == SCREENING.c.young_person_id)
        .where(which)
        .order_by(SIGNPOST.c.offered_at, SIGNPOST.c.id)
    )
    news = (
        select(REFERRAL_EVENT)
        .join(SIGNPOST, SIGNPOST.c.id == REFERRAL_EVENT.c.signpost_id)
        .join(SCREENING, SCREENING.c.id == SIGNPOST.c.screening_id)
        .where(which)
        .order_by(REFERRAL_EVENT.c.seq)
    )
    return offers, news


_QUERIES_EVERY = _queries(_EVERY)
_QUERIES_ONE = _queries(_ONE)
_QUERIES_PERSON = _queries(_OF_PERSON)
_QUERIES_SCREENING = _queries(_OF_SCREENING)
_ADD_EVENT = insert(REFERRAL_EVENT)
_ADD_HANDOVER = insert(HANDOVER)
_ADD_HELPING = insert(HELPING_ANSWER)
_HANDOVER = (
    select(HANDOVER)
    .where(HANDOVER.c.signpost_id == bindparam("of_id"))
    .order_by(HANDOVER.c.id.desc())
    .limit(1)
)
_HANDOVERS = select(HANDOVER).order_by(HANDOVER.c.id)
_HELPING = (
    select(HELPING_ANSWER)
    .join(SIGNPOST, SIGNPOST.c.id == HELPING_ANSWER.c.signpost_id)
    .join(SCREENING, SCREENING.c.id == SIGNPOST.c.screening_id)
    .where(_OF_PERSON)
    .order_by(HELPING_ANSWER.c.id)
)


class SqlReferrals:
    """Implements `Referrals` (application/ports/loop_repositories.py)."""

    def __init__(self, access: RecordAccess) -> None:
        self._access = access

    def add_event(self, event: ReferralEvent) -> None:
        """Keep a piece of news."""
        self._access.write(_ADD_EVENT, event_record(event))

    def get(self, signpost_id: SignpostId) -> ReferralRow:
        """One referral with whom it is about."""
        found = self._rows(_QUERIES_ONE, {"of_id": signpost_id})
        if not found:
            raise MissingRecordError("no such offer")
        return found[0]

    def rows(self) -> tuple[ReferralRow, ...]:
        """All of the file, the first offered first."""
        return tuple(self._rows(_QUERIES_EVERY, {}))

    def of_person(self, person_id: YoungPersonId) -> tuple[Referral, ...]:
        """One person's, the first offered first."""
        rows = self._rows(_QUERIES_PERSON, {"of_id": person_id})
        return tuple(row.referral for row in rows)

    def of_screening(self, screening_id: ScreeningId) -> tuple[Referral, ...]:
        """Those offered in one conversation."""
        rows = self._rows(_QUERIES_SCREENING, {"of_id": screening_id})
        return tuple(row.referral for row in rows)

    def add_handover(self, handover: Handover) -> None:
        """Keep who calls, and when."""
        self._access.write(_ADD_HANDOVER, handover_record(handover))

    def handover(self, signpost_id: SignpostId) -> Handover | None:
        """The latest one agreed."""
        record = self._access.record(_HANDOVER, {"of_id": signpost_id})
        return None if record is None else to_handover(record)

    def handovers(self) -> tuple[Handover, ...]:
        """Every one of the file, oldest first."""
        return tuple(map(to_handover, self._access.records(_HANDOVERS)))

    def add_helping(self, answer: HelpingAnswer) -> None:
        """Keep what was said of a service."""
        self._access.write(_ADD_HELPING, helping_record(answer))

    def helping(self, person_id: YoungPersonId) -> tuple[HelpingAnswer, ...]:
        """What one person said, oldest first."""
        return tuple(map(to_helping, self._access.records(_HELPING, {"of_id": person_id})))

    def _rows(self, queries: _Queries, key: Record) -> Sequence[ReferralRow]:
        offers, news = queries
        events: dict[str, list[ReferralEvent]] = defaultdict(list)
        for record in self._access.records(news, key):
            events[record["signpost_id"]].append(to_event(record))
        return [
            ReferralRow(
                referral=Referral(signpost=to_signpost(record), events=tuple(events[record["id"]])),
                young_person_id=YoungPersonId(record["young_person_id"]),
                reference=record["reference"],
                chosen_name=record["chosen_name"],
                practitioner_id=PractitionerId(record["practitioner_id"]),
            )
            for record in self._access.records(offers, key)
        ]
