"""What is kept after a talk and about the office, in memory."""

from datetime import datetime

from tests.fake_records import FakeRecords
from vrn_desktop.domain.equality import EqualityAnswers
from vrn_desktop.domain.feedback import Feedback, WorkerCheck, WorkerState
from vrn_desktop.domain.identifiers import (
    PractitionerId,
    ScreeningId,
    YoungPersonId,
)
from vrn_desktop.domain.place_concern import PlaceConcern
from vrn_desktop.domain.setting import Workplace


class FakeAftertalk:
    def __init__(self, records: FakeRecords) -> None:
        self._records = records

    def add_feedback(self, feedback: Feedback) -> None:
        self._records.feedback.append(feedback)

    def add_worker_check(self, check: WorkerCheck) -> None:
        self._records.checks.append(check)

    def heavy_conversations(self, practitioner_id: PractitionerId, since: datetime) -> int:
        return sum(
            c.heavy and c.practitioner_id == practitioner_id and c.at >= since
            for c in self._records.checks
        )

    def debriefs_wanted(self) -> tuple[WorkerCheck, ...]:
        return tuple(c for c in self._records.checks if c.state is not WorkerState.OK)

    def put_equality(self, answers: EqualityAnswers) -> None:
        self._records.equality[answers.young_person_id] = answers

    def equality(self, person_id: YoungPersonId) -> EqualityAnswers | None:
        return self._records.equality.get(person_id)

    def add_place_concern(self, concern: PlaceConcern) -> None:
        self._records.places.append(concern)

    def place_concerns(self, screening_id: ScreeningId) -> tuple[PlaceConcern, ...]:
        return tuple(p for p in self._records.places if p.screening_id == screening_id)


class FakeWorkplaces:
    def __init__(self, records: FakeRecords) -> None:
        self._records = records

    def put(self, workplace: Workplace) -> None:
        self._records.workplace = workplace

    def get(self) -> Workplace:
        assert self._records.workplace is not None
        return self._records.workplace

    def keep_content(self, content_hash: str, kind: str, text: str) -> None:
        self._records.contents.setdefault(content_hash, text)

    def content(self, content_hash: str) -> str:
        return self._records.contents[content_hash]
