"""Own goals on a ladder: named in their words, looked at together, stopped when they like (AG-17)."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from vrn_desktop.application.services import Services
from vrn_desktop.domain.identifiers import OwnGoalId, YoungPersonId
from vrn_desktop.domain.own_goal import LONGEST_GOAL, MOST_GOALS, STEP_WORDS, OwnGoal
from vrn_desktop.presenters.error_text import told
from vrn_desktop.presenters.presenter import Presenter
from vrn_desktop.presenters.wording import day_seen_from, local_date

THEIRS = "These are theirs. Nobody is measured by them, and they can stop at any time."
NONE_YET = "No own goal yet. It is up to them if they would like one."
WORDS_MISSING = "Write their goal in their own words first."
TOO_LONG = f"Keep it to {LONGEST_GOAL} characters."
KEPT, STOPPED = "Kept.", "Stopped. Nothing else follows from that."
STEPS = tuple((step, f"{step} · {words}") for step, words in enumerate(STEP_WORDS))


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalLine:
    """One goal: their words, where they stood first and stand now, and the way between in words."""

    id: OwnGoalId
    words: str
    now: str
    story: tuple[str, ...]
    steps: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalsState:
    """The card; `naming` while a new goal is written, `standing` the goal whose step is being chosen."""

    goals: tuple[GoalLine, ...] = ()
    may_name: bool = False
    naming: bool = False
    words: str = ""
    standing: OwnGoalId | None = None
    chosen: int | None = None
    notice: str = ""
    problem: str = ""


class GoalsPresenter(Presenter[GoalsState]):
    """Keeps goals of one young person."""

    def __init__(self, services: Services, person_id: YoungPersonId) -> None:
        super().__init__(GoalsState())
        self._services = services
        self._person_id = person_id
        self._goals: tuple[OwnGoal, ...] = ()
        self.load()

    def load(self) -> None:
        """Read them as they stand."""
        self._services.runner.run(
            lambda: self._services.loop.goals.of_person(self._person_id),
            then=self._take,
            failed=self._refused,
        )

    def start_naming(self) -> None:
        """A new goal."""
        self.show(
            replace(
                self.state, naming=True, words="", standing=None, chosen=None, notice="", problem=""
            )
        )

    def write(self, words: str) -> None:
        """Their words so far."""
        self.show(replace(self.state, words=words, problem=""))

    def choose(self, step: int) -> None:
        """Where they say they stand."""
        self.show(replace(self.state, chosen=step, problem=""))

    def keep_goal(self) -> None:
        """Keep the new goal; a step is not needed."""
        words, step = self.state.words.strip(), self.state.chosen
        problem = WORDS_MISSING if not words else TOO_LONG if len(words) > LONGEST_GOAL else ""
        if problem:
            self.show(replace(self.state, problem=problem))
            return
        self._change(lambda: self._services.loop.goals.name(self._person_id, words, step), KEPT)

    def look_at(self, goal: OwnGoalId) -> None:
        """Choose where they stand with this goal now."""
        self.show(
            replace(self.state, standing=goal, chosen=None, naming=False, notice="", problem="")
        )

    def keep_step(self) -> None:
        """Keep where they stand; without a step nothing is kept."""
        goal, step = self._goal(self.state.standing), self.state.chosen
        if goal is None or step is None:
            self.cancel()
            return
        self._change(lambda: self._services.loop.goals.stand(goal, step), KEPT)

    def stop(self, goal_id: OwnGoalId) -> None:
        """They no longer want to look at it."""
        goal = self._goal(goal_id)
        if goal is not None:
            self._change(lambda: self._services.loop.goals.stop(goal), STOPPED)

    def cancel(self) -> None:
        """Leave everything as it was."""
        self.show(replace(self.state, naming=False, standing=None, chosen=None, problem=""))

    def _goal(self, goal_id: OwnGoalId | None) -> OwnGoal | None:
        return next((goal for goal in self._goals if goal.id == goal_id), None)

    def _change(self, job: Callable[[], object], words: str) -> None:
        def changed(_: object) -> None:
            self.show(
                replace(
                    self.state,
                    naming=False,
                    words="",
                    standing=None,
                    chosen=None,
                    notice=words,
                    problem="",
                )
            )
            self.load()

        self._services.runner.run(job, then=changed, failed=self._refused)

    def _take(self, goals: tuple[OwnGoal, ...]) -> None:
        self._goals = goals
        today = self._services.clock().date()
        shown = [goal for goal in goals if goal.is_open]
        self.show(
            replace(
                self.state,
                goals=tuple(_line(goal, today) for goal in shown),
                may_name=len(shown) < MOST_GOALS,
            )
        )

    def _refused(self, error: Exception) -> None:
        self.show(replace(self.state, problem=told(error), notice=""))


def _line(goal: OwnGoal, today: date) -> GoalLine:
    story = tuple(
        f"{day_seen_from(local_date(step.at), today)}: {step.words} ({step.step})"
        for step in goal.steps
    )
    return GoalLine(
        id=goal.id,
        words=f"“{goal.words}”",
        now=goal.steps[-1].words if goal.steps else "",
        story=story,
        steps=tuple(step.step for step in goal.steps),
    )
