"""Own goals: named in the young person's words, looked at when they like, stopped when they like."""

from dataclasses import replace

from vrn_desktop.application.ports.clock import Clock, NewId
from vrn_desktop.application.screening_service import Session
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.errors import DomainError
from vrn_desktop.domain.identifiers import OwnGoalId, YoungPersonId
from vrn_desktop.domain.own_goal import MOST_GOALS, GoalStep, OwnGoal, goal_words


class OwnGoalService:
    """Use cases around the ladder."""

    def __init__(self, session: Session, clock: Clock, new_id: NewId) -> None:
        self._session = session
        self._clock = clock
        self._new_id = new_id

    def of_person(self, person_id: YoungPersonId) -> tuple[OwnGoal, ...]:
        """A person's goals, stopped ones too, the first named first."""
        with self._session.store.read() as work:
            return work.own_goals.of_person(person_id)

    def name(self, person_id: YoungPersonId, words: str, step: int | None = None) -> OwnGoal:
        """A new goal, perhaps with where they stand now.

        Raises:
            DomainError: no words, too many of them, or three goals are open already.
        """
        kept = goal_words(words)
        goal = OwnGoal(
            id=OwnGoalId(self._new_id()),
            young_person_id=person_id,
            words=kept,
            named_at=self._clock(),
            named_by=self._session.practitioner.id,
        )
        if step is not None:
            goal = goal.with_step(self._step(step))
        with self._session.store.change(Act.GOAL_RECORDED, person_id) as work:
            open_goals = [each for each in work.own_goals.of_person(person_id) if each.is_open]
            if len(open_goals) >= MOST_GOALS:
                raise DomainError(f"{MOST_GOALS} goals at a time are enough")
            work.own_goals.add(goal)
        return goal

    def stand(self, goal: OwnGoal, step: int) -> OwnGoal:
        """Where they say they stand now.

        Raises:
            DomainError: the ladder has no such step, or they stopped looking at this goal.
        """
        now = self._step(step)
        changed = goal.with_step(now)
        with self._session.store.change(Act.GOAL_RECORDED, goal.young_person_id) as work:
            work.own_goals.add_step(goal.id, now)
        return changed

    def stop(self, goal: OwnGoal) -> OwnGoal:
        """They no longer want to look at it; nothing else follows from that."""
        at = self._clock()
        with self._session.store.change(Act.GOAL_RECORDED, goal.young_person_id) as work:
            work.own_goals.stop(goal.id, at)
        return replace(goal, stopped_at=at)

    def _step(self, step: int) -> GoalStep:
        return GoalStep(step=step, at=self._clock(), by=self._session.practitioner.id)
