"""Feedback without identity, worker checks, equality answers and place concerns."""

from datetime import datetime

from sqlalchemy import bindparam, func, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert

from db.record_access import Record, RecordAccess
from db.records.aftertalk import EQUALITY, FEEDBACK, PLACE_CONCERN, WORKER_CHECK
from db.repositories.written_values import read_time, read_words, write_table, write_time
from vrn_desktop.domain.equality import EqualityAnswers
from vrn_desktop.domain.feedback import Feedback, WorkerCheck, WorkerState
from vrn_desktop.domain.identifiers import PractitionerId, ScreeningId, YoungPersonId
from vrn_desktop.domain.place_concern import PlaceConcern, TimeBand

_WANTED = (WorkerState.DEBRIEF.value, WorkerState.BREAK.value)
_COUNT_FEEDBACK = upsert(FEEDBACK).on_conflict_do_update(
    index_elements=[FEEDBACK.c.month, FEEDBACK.c.listened_to, FEEDBACK.c.in_control],
    set_={"count": FEEDBACK.c["count"] + 1},
)
_ADD_CHECK = insert(WORKER_CHECK)
_HEAVY = (
    select(func.count())
    .select_from(WORKER_CHECK)
    .where(
        WORKER_CHECK.c.practitioner_id == bindparam("of_id"),
        WORKER_CHECK.c.heavy == 1,
        WORKER_CHECK.c.at >= bindparam("since"),
    )
)
_DEBRIEFS = (
    select(WORKER_CHECK)
    .where(WORKER_CHECK.c.state.in_(_WANTED))
    .order_by(WORKER_CHECK.c.at.desc(), WORKER_CHECK.c.id.desc())
)
_PUT_EQUALITY = upsert(EQUALITY)
_PUT_EQUALITY = _PUT_EQUALITY.on_conflict_do_update(
    index_elements=[EQUALITY.c.young_person_id], set_={"codes": _PUT_EQUALITY.excluded.codes}
)
_EQUALITY = select(EQUALITY).where(EQUALITY.c.young_person_id == bindparam("of_id"))
_ADD_PLACE = insert(PLACE_CONCERN)
_PLACES = (
    select(PLACE_CONCERN)
    .where(PLACE_CONCERN.c.screening_id == bindparam("of_id"))
    .order_by(PLACE_CONCERN.c.id)
)


class SqlAftertalk:
    """Implements `Aftertalk` (application/ports/repositories.py)."""

    def __init__(self, access: RecordAccess) -> None:
        self._access = access

    def add_feedback(self, feedback: Feedback) -> None:
        """Count one feedback in its month; nothing tells it from another of the same faces (TI-32)."""
        self._access.write(_COUNT_FEEDBACK, to_record(feedback))

    def add_worker_check(self, check: WorkerCheck) -> None:
        """Keep how a worker is after a conversation."""
        self._access.write(_ADD_CHECK, worker_check_record(check))

    def heavy_conversations(self, practitioner_id: PractitionerId, since: datetime) -> int:
        """How many heavy conversations a worker has had since a time."""
        count: int = self._access.value(
            _HEAVY, {"of_id": practitioner_id, "since": write_time(since)}
        )
        return count

    def debriefs_wanted(self) -> tuple[WorkerCheck, ...]:
        """For the supervisor: who asked for a debrief or a break, newest first."""
        return tuple(map(to_worker_check, self._access.records(_DEBRIEFS)))

    def put_equality(self, answers: EqualityAnswers) -> None:
        """Keep what a young person chose to say about themselves."""
        self._access.write(
            _PUT_EQUALITY,
            {"young_person_id": answers.young_person_id, "codes": write_table(answers.codes)},
        )

    def equality(self, person_id: YoungPersonId) -> EqualityAnswers | None:
        """What they said last; None when never asked."""
        record = self._access.record(_EQUALITY, {"of_id": person_id})
        if record is None:
            return None
        return EqualityAnswers(
            young_person_id=YoungPersonId(record["young_person_id"]),
            codes=read_words(record["codes"]),
        )

    def add_place_concern(self, concern: PlaceConcern) -> None:
        """Keep a kind of place that does not feel safe."""
        self._access.write(_ADD_PLACE, place_concern_record(concern))

    def place_concerns(self, screening_id: ScreeningId) -> tuple[PlaceConcern, ...]:
        """The places named in a conversation."""
        return tuple(map(to_place_concern, self._access.records(_PLACES, {"of_id": screening_id})))


def to_record(feedback: Feedback) -> Record:
    """The count that a feedback adds to."""
    return {
        "month": feedback.month.strftime("%Y-%m"),
        "listened_to": feedback.listened_to.value if feedback.listened_to else "",
        "in_control": feedback.in_control.value if feedback.in_control else "",
        "count": 1,
    }


def worker_check_record(check: WorkerCheck) -> Record:
    """The row of a worker check."""
    return {
        "practitioner_id": check.practitioner_id,
        "state": check.state.value,
        "at": write_time(check.at),
        "heavy": int(check.heavy),
    }


def to_worker_check(record: Record) -> WorkerCheck:
    """The worker check of a row."""
    return WorkerCheck(
        practitioner_id=PractitionerId(record["practitioner_id"]),
        state=WorkerState(record["state"]),
        at=read_time(record["at"]),
        heavy=record["heavy"] == 1,
    )


def place_concern_record(concern: PlaceConcern) -> Record:
    """The row of a place concern."""
    return {
        "screening_id": concern.screening_id,
        "kind_of_place": concern.kind_of_place,
        "time_band": concern.time_band.value,
        "words": concern.words,
        "at": write_time(concern.at),
        "recorded_by": concern.recorded_by,
    }


def to_place_concern(record: Record) -> PlaceConcern:
    """The place concern of a row."""
    return PlaceConcern(
        screening_id=ScreeningId(record["screening_id"]),
        kind_of_place=record["kind_of_place"],
        time_band=TimeBand(record["time_band"]),
        words=record["words"],
        at=read_time(record["at"]),
        recorded_by=PractitionerId(record["recorded_by"]),
    )
