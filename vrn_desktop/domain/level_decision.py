"""The worker's decision on the level: what the rules said, what was decided, by whom and why (F12, F14, F18)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from vrn_desktop.domain.errors import LevelNotConfirmedError
from vrn_desktop.domain.identifiers import LevelName, PractitionerId, ScreeningId
from vrn_desktop.domain.level_outcome import LevelOutcome


class DecisionState(StrEnum):
    """Where a decision stands; while a downward change waits, the rule level stands (F12)."""

    CONFIRMED = "confirmed"
    PENDING_REVIEW = "pending_review"
    APPROVED = "approved"
    DECLINED = "declined"
    ASKED_SUPERVISOR = "asked_supervisor"

    @property
    def waits(self) -> bool:
        """Whether a second person still has to answer."""
        return self in (DecisionState.PENDING_REVIEW, DecisionState.ASKED_SUPERVISOR)


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A second person's answer to a decision."""

    by: PractitionerId
    at: datetime
    approved: bool
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelDecision:
    """Rule level and final level side by side; neither overwrites the other (F14).

    `wanted_level` is what the worker asked for; `final_level` is what holds now.
    """

    screening_id: ScreeningId
    outcome: LevelOutcome
    wanted_level: LevelName
    final_level: LevelName
    state: DecisionState
    decided_by: PractitionerId
    decided_at: datetime
    reason: str = ""
    fairness_reflection: str = ""
    review: Review | None = None

    def confirmed_level(self) -> LevelName:
        """The level that letters, referrals and counts may use.

        Raises:
            LevelNotConfirmedError: a worker has only asked a supervisor and not yet confirmed.
        """
        if self.state is DecisionState.ASKED_SUPERVISOR:
            raise LevelNotConfirmedError("no worker has confirmed this level")
        return self.final_level
