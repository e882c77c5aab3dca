"""Young people's own goals, with the steps they named over time."""

from collections import defaultdict
from datetime import datetime

from sqlalchemy import bindparam, insert, select, update

from db.record_access import Record, RecordAccess
from db.records.referrals import GOAL_STEP, OWN_GOAL
from db.repositories.missing_record import MissingRecordError
from db.repositories.written_values import (
    read_time,
    read_time_or_none,
    write_time,
    write_time_or_none,
)
from vrn_desktop.domain.identifiers import OwnGoalId, PractitionerId, YoungPersonId
from vrn_desktop.domain.own_goal import GoalStep, OwnGoal

_ADD = insert(OWN_GOAL)
_ADD_STEP = insert(GOAL_STEP)
_STOP = (
    update(OWN_GOAL)
    .where(OWN_GOAL.c.id == bindparam("of_id"))
    .values(stopped_at=bindparam("stopped_at"))
)
_OF_PERSON = (
    select(OWN_GOAL)
    .where(OWN_GOAL.c.young_person_id == bindparam("of_id"))
    .order_by(OWN_GOAL.c.named_at, OWN_GOAL.c.id)
)
_STEPS = (
    select(GOAL_STEP)
    .join(OWN_GOAL, OWN_GOAL.c.id == GOAL_STEP.c.goal_id)
    .where(OWN_GOAL.c.young_person_id == bindparam("of_id"))
    .order_by(GOAL_STEP.c.id)
)


class SqlOwnGoals:
    """Implements `OwnGoals` (application/ports/loop_repositories.py)."""

    def __init__(self, access: RecordAccess) -> None:
        self._access = access

    def add(self, goal: OwnGoal) -> None:
        """Keep a goal and the steps it already has."""
        self._access.write(_ADD, to_record(goal))
        for step in goal.steps:
            self.add_step(goal.id, step)

    def add_step(self, goal_id: OwnGoalId, step: GoalStep) -> None:
        """Keep where they said they stand."""
        values = {"goal_id": goal_id, "step": step.step, "at": write_time(step.at), "by": step.by}
        self._access.write(_ADD_STEP, values)

    def stop(self, goal_id: OwnGoalId, at: datetime) -> None:
        """They no longer want to look at it."""
        if not self._access.write(_STOP, {"of_id": goal_id, "stopped_at": write_time(at)}):
            raise MissingRecordError("no such goal")

    def of_person(self, person_id: YoungPersonId) -> tuple[OwnGoal, ...]:
        """All goals of a person, stopped ones too, the first named first."""
        key = {"of_id": person_id}
        steps: dict[str, list[GoalStep]] = defaultdict(list)
        for record in self._access.records(_STEPS, key):
            steps[record["goal_id"]].append(_to_step(record))
        return tuple(
            to_domain(record, tuple(steps[record["id"]]))
            for record in self._access.records(_OF_PERSON, key)
        )


def to_record(goal: OwnGoal) -> Record:
    """The row of a goal, without its steps."""
    return {
        "id": goal.id,
        "young_person_id": goal.young_person_id,
        "words": goal.words,
        "named_at": write_time(goal.named_at),
        "named_by": goal.named_by,
        "stopped_at": write_time_or_none(goal.stopped_at),
    }


def to_domain(record: Record, steps: tuple[GoalStep, ...]) -> OwnGoal:
    """The goal of a row."""
    return OwnGoal(
        id=OwnGoalId(record["id"]),
        young_person_id=YoungPersonId(record["young_person_id"]),
        words=record["words"],
        named_at=read_time(record["named_at"]),
        named_by=PractitionerId(record["named_by"]),
        stopped_at=read_time_or_none(record["stopped_at"]),
        steps=steps,
    )


def _to_step(record: Record) -> GoalStep:
    return GoalStep(
        step=record["step"], at=read_time(record["at"]), by=PractitionerId(record["by"])
    )
