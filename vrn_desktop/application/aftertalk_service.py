"""After the talk: feedback without identity, a check on the worker, equality answers, place concerns."""

from datetime import date, timedelta

from vrn_desktop.application.ports.clock import Clock
from vrn_desktop.application.screening_service import Session
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.equality import EqualityAnswers
from vrn_desktop.domain.feedback import Face, Feedback, WorkerCheck, WorkerState
from vrn_desktop.domain.identifiers import ScreeningId, YoungPersonId
from vrn_desktop.domain.place_concern import PlaceConcern, TimeBand

HEAVY_IN_A_DAY = 3
"""How many heavy conversations in a day bring up the suggestion of a break (TI-42)."""


class AftertalkService:
    """Use cases of the last steps of a conversation."""

    def __init__(self, session: Session, clock: Clock) -> None:
        self._session = session
        self._clock = clock

    def give_feedback(self, listened_to: Face | None, in_control: Face | None) -> None:
        """Keep the two faces with the month only; nothing is kept when both were skipped (TI-32)."""
        if listened_to is None and in_control is None:
            return
        today = self._clock().date()
        feedback = Feedback(
            month=date(today.year, today.month, 1), listened_to=listened_to, in_control=in_control
        )
        with self._session.store.change(Act.FEEDBACK_RECORDED, "") as work:
            work.aftertalk.add_feedback(feedback)

    def check_worker(self, state: WorkerState, *, heavy: bool) -> bool:
        """Keep how the worker is; True when a break should be suggested (TI-42)."""
        person = self._session.practitioner
        now = self._clock()
        check = WorkerCheck(practitioner_id=person.id, state=state, at=now, heavy=heavy)
        with self._session.store.change(Act.WORKER_CHECK_RECORDED, person.id) as work:
            work.aftertalk.add_worker_check(check)
            heavy_today = work.aftertalk.heavy_conversations(person.id, now - timedelta(hours=12))
        return heavy_today >= HEAVY_IN_A_DAY

    def debriefs_wanted(self) -> tuple[WorkerCheck, ...]:
        """Who asked for a debrief or a break; empty for all but reviewers (TI-42)."""
        if not self._session.practitioner.role.may_review:
            return ()
        with self._session.store.read() as work:
            return work.aftertalk.debriefs_wanted()

    def keep_equality(self, answers: EqualityAnswers) -> None:
        """Keep what a young person chose to say about themselves (TI-33)."""
        with self._session.store.change(Act.EQUALITY_RECORDED, answers.young_person_id) as work:
            work.aftertalk.put_equality(answers)

    def equality(self, person_id: YoungPersonId) -> EqualityAnswers | None:
        """What they said before, so that nobody is asked twice."""
        with self._session.store.read() as work:
            return work.aftertalk.equality(person_id)

    def note_place(
        self, screening_id: ScreeningId, *, kind_of_place: str, time_band: TimeBand, words: str
    ) -> None:
        """Keep a place concern, without names (TI-37)."""
        concern = PlaceConcern(
            screening_id=screening_id,
            kind_of_place=kind_of_place,
            time_band=time_band,
            words=words,
            at=self._clock(),
            recorded_by=self._session.practitioner.id,
        )
        with self._session.store.change(Act.PLACE_CONCERN_RECORDED, screening_id) as work:
            work.aftertalk.add_place_concern(concern)

    def places(self, screening_id: ScreeningId) -> tuple[PlaceConcern, ...]:
        """Place concerns of a conversation."""
        with self._session.store.read() as work:
            return work.aftertalk.place_concerns(screening_id)
