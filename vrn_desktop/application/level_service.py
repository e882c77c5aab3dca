"""Work out, confirm, override and review a level; the rules suggest, people decide (F12, F14, F18)."""

from dataclasses import dataclass, replace

from vrn_desktop.application.ports.clock import Clock
from vrn_desktop.application.screening_service import ScreeningService, Session
from vrn_desktop.application.week_of_approval import keep_week_of_approval
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.counterfactual import Counterfactuals, counterfactuals
from vrn_desktop.domain.errors import (
    NotAllowedError,
    ReasonMissingError,
    SecondPersonNeededError,
)
from vrn_desktop.domain.identifiers import LevelName, ScreeningId
from vrn_desktop.domain.level_decision import DecisionState, LevelDecision, Review
from vrn_desktop.domain.level_outcome import LevelOutcome
from vrn_desktop.domain.override import OverrideStatus, decide_override
from vrn_desktop.domain.rationale import Rationale, rationale
from vrn_desktop.domain.rule_evaluation import evaluate
from vrn_desktop.domain.screening import Screening

_STATES = {
    OverrideStatus.NONE: DecisionState.CONFIRMED,
    OverrideStatus.APPLIED: DecisionState.CONFIRMED,
    OverrideStatus.PENDING_REVIEW: DecisionState.PENDING_REVIEW,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelPicture:
    """Everything a worker weighs: the suggestion, why, what would change it, and what was decided so far."""

    screening: Screening
    outcome: LevelOutcome
    rationale: Rationale
    counterfactuals: Counterfactuals
    decision: LevelDecision | None


class LevelService:
    """Use cases around the level of one conversation."""

    def __init__(self, session: Session, screenings: ScreeningService, clock: Clock) -> None:
        self._session = session
        self._screenings = screenings
        self._clock = clock

    def picture(self, screening_id: ScreeningId) -> LevelPicture:
        """What the rules say under the rule set the conversation was begun with (F16)."""
        screening = self._screenings.load(screening_id)
        instrument = self._screenings.path(screening).instrument
        outcome = self._outcome(screening)
        with self._session.store.read() as work:
            decision = work.levels.latest(screening_id)
        return LevelPicture(
            screening=screening,
            outcome=outcome,
            rationale=rationale(instrument, screening.answers, outcome),
            counterfactuals=counterfactuals(
                instrument,
                screening.answers,
                outcome,
                age=screening.age,
                short_form=screening.short_form,
            ),
            decision=decision,
        )

    def decide(
        self,
        screening_id: ScreeningId,
        wanted: LevelName,
        *,
        reason: str = "",
        fairness_reflection: str = "",
    ) -> LevelDecision:
        """Confirm the level or change it: up at once, down only once a second person approves (F12).

        Raises:
            ReasonMissingError: a downward change needs a reason.
        """
        screening = self._screenings.load(screening_id)
        outcome = self._outcome(screening)
        rules = self._screenings.path(screening).instrument.rule_set
        verdict = decide_override(
            rules, outcome.level, wanted, reason=reason, supervisor_approved=False
        )
        if verdict.status is OverrideStatus.REFUSED:
            raise ReasonMissingError("a lower level needs a reason")
        return self._keep(
            LevelDecision(
                screening_id=screening_id,
                outcome=outcome,
                wanted_level=wanted,
                final_level=verdict.final_level,
                state=_STATES[verdict.status],
                decided_by=self._session.practitioner.id,
                decided_at=self._clock(),
                reason=reason,
                fairness_reflection=fairness_reflection,
            )
        )

    def ask_supervisor(self, screening_id: ScreeningId, reason: str = "") -> LevelDecision:
        """Put the question to a supervisor; nothing is confirmed until somebody decides."""
        outcome = self._outcome(self._screenings.load(screening_id))
        return self._keep(
            LevelDecision(
                screening_id=screening_id,
                outcome=outcome,
                wanted_level=outcome.level,
                final_level=outcome.level,
                state=DecisionState.ASKED_SUPERVISOR,
                decided_by=self._session.practitioner.id,
                decided_at=self._clock(),
                reason=reason,
            )
        )

    def waiting(self) -> tuple[LevelDecision, ...]:
        """Decisions waiting for a second person, oldest first."""
        with self._session.store.read() as work:
            return work.levels.waiting()

    def review(
        self, screening_id: ScreeningId, *, approved: bool, words: str = ""
    ) -> LevelDecision:
        """A second person's answer. Declined: the rule level stands.

        Raises:
            NotAllowedError: the signed-in person may not review.
            SecondPersonNeededError: the person who decided cannot approve it, or nothing is waiting.
        """
        reviewer = self._session.practitioner
        if not reviewer.role.may_review:
            raise NotAllowedError("only a supervisor reviews levels")
        with self._session.store.change(Act.LEVEL_REVIEWED, screening_id) as work:
            decision = work.levels.latest(screening_id)
            if decision is None or not decision.state.waits or decision.decided_by == reviewer.id:
                raise SecondPersonNeededError("a different person has to approve this")
            review = Review(by=reviewer.id, at=self._clock(), approved=approved, words=words)
            reviewed = replace(
                decision,
                review=review,
                state=DecisionState.APPROVED if approved else DecisionState.DECLINED,
                final_level=decision.wanted_level if approved else decision.outcome.level,
            )
            work.levels.review(screening_id, review, reviewed)
            keep_week_of_approval(work, reviewed, self._clock().date())
        return reviewed

    def _outcome(self, screening: Screening) -> LevelOutcome:
        return evaluate(
            self._screenings.path(screening).instrument,
            screening.answers,
            age=screening.age,
            short_form=screening.short_form,
        )

    def _keep(self, decision: LevelDecision) -> LevelDecision:
        with self._session.store.change(Act.LEVEL_DECIDED, decision.screening_id) as work:
            work.levels.add(decision)
            keep_week_of_approval(work, decision, self._clock().date())
        return decision
