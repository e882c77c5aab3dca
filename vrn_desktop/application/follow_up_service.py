"""What is due: check-ins promised, conversations to carry on, people to tell, decisions that wait."""

from dataclasses import dataclass
from datetime import date, timedelta

from vrn_desktop.application.ports.clock import Clock, NewId
from vrn_desktop.application.ports.rows import DueRow, OpenEscalationRow, ScreeningRow
from vrn_desktop.application.screening_service import Session
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.errors import DomainError
from vrn_desktop.domain.follow_up import FollowUp, FollowUpEvent, FollowUpKind, FollowUpStep
from vrn_desktop.domain.identifiers import FollowUpId
from vrn_desktop.domain.level_decision import LevelDecision
from vrn_desktop.domain.screening import Screening, ScreeningState

AHEAD = timedelta(days=7)
"""How far ahead the day's list looks."""

TRY_AGAIN_AFTER = timedelta(days=3)
"""When to try again after nobody could be reached."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Today:
    """The home page's list of one person: their own promises and drafts, and everybody's open escalations.

    A reviewer also sees what colleagues promised and is overdue, so that nobody is forgotten; `waiting` and
    `debriefs` are empty for everybody else.
    """

    day: date
    open_escalations: tuple[OpenEscalationRow, ...]
    due: tuple[DueRow, ...]
    drafts: tuple[ScreeningRow, ...]
    waiting: tuple[LevelDecision, ...]
    debriefs: int


class FollowUpService:
    """Use cases around what was promised for later."""

    def __init__(self, session: Session, clock: Clock, new_id: NewId) -> None:
        self._session = session
        self._clock = clock
        self._new_id = new_id

    def promise(
        self, screening: Screening, *, due_on: date, how: str, kind: FollowUpKind
    ) -> FollowUp:
        """Something promised for a day: a check-in, or aftercare the same or next day (TI-41)."""
        follow_up = FollowUp(
            id=FollowUpId(self._new_id()),
            young_person_id=screening.young_person_id,
            screening_id=screening.id,
            practitioner_id=screening.practitioner_id,
            kind=kind,
            due_on=due_on,
            how=how,
        )
        with self._session.store.change(Act.FOLLOW_UP_RECORDED, screening.id) as work:
            work.follow_ups.add(follow_up)
        return follow_up

    def promise_aftercare(self, screening: Screening, *, due_on: date) -> FollowUp | None:
        """See how they are after a heavy talk; promised once, None when it was already (TI-41)."""
        with self._session.store.read() as work:
            known = work.follow_ups.of_person(screening.young_person_id)
        for each in known:
            if each.screening_id == screening.id and each.kind is FollowUpKind.AFTERCARE:
                return None
        return self.promise(screening, due_on=due_on, how="", kind=FollowUpKind.AFTERCARE)

    def done(self, follow_up_id: FollowUpId) -> None:
        """Somebody did it."""
        with self._session.store.change(Act.FOLLOW_UP_RECORDED, follow_up_id) as work:
            work.follow_ups.mark_done(follow_up_id, self._clock())

    def not_needed(self, follow_up_id: FollowUpId) -> None:
        """They do not want it, or it has become pointless; it is no longer due, and that stays written down."""
        self._step(follow_up_id, FollowUpStep.NOT_NEEDED, None)

    def postpone(self, follow_up_id: FollowUpId, due_on: date) -> None:
        """Another day; the day before stays written down.

        Raises:
            DomainError: the new day has passed already.
        """
        if due_on < self._clock().date():
            raise DomainError("the new day has passed already")
        self._step(follow_up_id, FollowUpStep.POSTPONED, due_on)

    def could_not_reach(self, follow_up_id: FollowUpId) -> date:
        """A try that reached nobody; it comes due again some days later, on the day that is returned."""
        again = self._clock().date() + TRY_AGAIN_AFTER
        self._step(follow_up_id, FollowUpStep.COULD_NOT_REACH, again)
        return again

    def get(self, follow_up_id: FollowUpId) -> FollowUp:
        """One promise."""
        with self._session.store.read() as work:
            return work.follow_ups.get(follow_up_id)

    def due_until(self, until: date) -> tuple[DueRow, ...]:
        """Everything due by a day: one's own, for a reviewer everybody's."""
        me = self._session.practitioner
        with self._session.store.read() as work:
            return tuple(
                row
                for row in work.follow_ups.due_rows(until)
                if me.role.may_review or row.practitioner_id == me.id
            )

    def _step(self, follow_up_id: FollowUpId, step: FollowUpStep, due_on: date | None) -> None:
        now = self._clock()
        with self._session.store.change(Act.FOLLOW_UP_RECORDED, follow_up_id) as work:
            work.follow_ups.add_event(
                FollowUpEvent(
                    follow_up_id=follow_up_id,
                    step=step,
                    due_was=work.follow_ups.get(follow_up_id).due_on,
                    at=now,
                    by=self._session.practitioner.id,
                )
            )
            if due_on is None:
                work.follow_ups.mark_done(follow_up_id, now)
            else:
                work.follow_ups.move(follow_up_id, due_on)

    def today(self) -> Today:
        """What matters today to the signed-in person."""
        person = self._session.practitioner
        day = self._clock().date()
        with self._session.store.read() as work:
            reviews = person.role.may_review
            return Today(
                day=day,
                open_escalations=work.escalations.open_rows(),
                due=tuple(
                    row
                    for row in work.follow_ups.due_rows(day + AHEAD)
                    if row.practitioner_id == person.id or (reviews and row.due_on < day)
                ),
                drafts=tuple(
                    row
                    for row in work.screenings.rows()
                    if row.practitioner_id == person.id and row.state is not ScreeningState.COMPLETE
                ),
                waiting=work.levels.waiting() if reviews else (),
                debriefs=len(work.aftertalk.debriefs_wanted()) if reviews else 0,
            )
