"""A young person's own goals: in their words, on a ladder that is theirs, never a score about them (AG-17)."""

from dataclasses import dataclass, replace
from datetime import datetime

from vrn_desktop.domain.errors import DomainError
from vrn_desktop.domain.identifiers import OwnGoalId, PractitionerId, YoungPersonId

MOST_GOALS = 3
"""More at a time is too much to hold."""

TOP_STEP = 10
LONGEST_GOAL = 200
"""Characters kept of a goal; longer words are refused with a sentence, never cut."""

STEP_WORDS = (
    "Not begun, and that is fine",
    "Thinking about it",
    "A very first try",
    "Some small steps",
    "On the way",
    "About half way",
    "More than half way",
    "Getting close",
    "Nearly there",
    "As good as there",
    "There",
)
"""What the steps 0 to 10 mean in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalStep:
    """Where they said they stand, 0 to 10, and when."""

    step: int
    at: datetime
    by: PractitionerId

    def __post_init__(self) -> None:
        if not 0 <= self.step <= TOP_STEP:
            raise DomainError("a ladder has the steps 0 to 10")

    @property
    def words(self) -> str:
        """The step in words."""
        return STEP_WORDS[self.step]


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnGoal:
    """One goal with the steps they named over time, the first one first.

    It is nobody's measure of them: no rule, level or letter reads it. They can stop it at any time.
    """

    id: OwnGoalId
    young_person_id: YoungPersonId
    words: str
    named_at: datetime
    named_by: PractitionerId
    stopped_at: datetime | None = None
    steps: tuple[GoalStep, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether they still want to look at it."""
        return self.stopped_at is None

    def with_step(self, step: GoalStep) -> "OwnGoal":
        """The goal with where they stand now.

        Raises:
            DomainError: they have stopped looking at this goal.
        """
        if not self.is_open:
            raise DomainError("this goal was stopped")
        return replace(self, steps=(*self.steps, step))


def goal_words(words: str) -> str:
    """The words as they are kept: their own, without the space around them.

    Raises:
        DomainError: no words, or more than `LONGEST_GOAL` characters.
    """
    kept = words.strip()
    if not kept or len(kept) > LONGEST_GOAL:
        raise DomainError(f"a goal has 1 to {LONGEST_GOAL} characters")
    return kept
