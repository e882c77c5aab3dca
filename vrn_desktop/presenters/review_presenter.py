"""The supervisor's review list: decisions that wait for a second person, and who asked for a debrief."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from vrn_desktop.application.level_service import LevelPicture
from vrn_desktop.application.services import Services
from vrn_desktop.domain.feedback import WorkerCheck, WorkerState
from vrn_desktop.domain.identifiers import ScreeningId
from vrn_desktop.domain.level_decision import DecisionState, LevelDecision
from vrn_desktop.presenters.error_text import told
from vrn_desktop.presenters.navigation_presenter import Place, Route
from vrn_desktop.presenters.presenter import Presenter
from vrn_desktop.presenters.strengths import StrengthLine, strengths_of
from vrn_desktop.presenters.wording import local_date, masked_name, short_day

AGREED = "Noted: you agreed. The worker sees it on their level page."
NOT_AGREED = "Noted: the suggested level stands. The worker sees it on their level page."
_CHECKS = {
    WorkerState.DEBRIEF: "would like a debrief",
    WorkerState.BREAK: "needs a break",
    WorkerState.OK: "is OK",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewCard:
    """One decision to look at: strengths first (TI-29), then the rules' reasons and the worker's own."""

    screening: ScreeningId
    who: str
    asked_by: str
    day: str
    suggested: str
    wanted: str
    is_question: bool
    strengths: tuple[StrengthLine, ...]
    reasons: tuple[str, ...]
    worker_reason: str
    reflection: str
    is_own: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewState:
    """The review page; `may_review` is False for everybody but supervisors."""

    loading: bool = True
    may_review: bool = False
    cards: tuple[ReviewCard, ...] = ()
    colleagues: tuple[str, ...] = ()
    notice: str = ""
    problem: str = ""


class ReviewPresenter(Presenter[ReviewState]):
    """A second person's view."""

    def __init__(self, services: Services, *, go: Callable[[Route], None]) -> None:
        super().__init__(ReviewState(may_review=services.practitioner.role.may_review))
        self._services = services
        self._go = go
        self.load()

    def load(self) -> None:
        """Read what waits, oldest first."""
        if self.state.may_review:
            self._services.runner.run(self._loaded, then=self._take, failed=self._refused)
        else:
            self.show(replace(self.state, loading=False))

    def answer(self, screening: ScreeningId, *, approved: bool, words: str) -> None:
        """Agree, or let the suggested level stand."""
        self._services.runner.run(
            lambda: self._services.levels.review(screening, approved=approved, words=words),
            then=lambda _: self._answered(approved),
            failed=self._refused,
        )

    def look(self, screening: ScreeningId) -> None:
        """To the level page of that conversation."""
        self._go(Route(place=Place.LEVEL, screening=screening))

    def _answered(self, approved: bool) -> None:  # noqa: FBT001  the answer itself
        self.show(replace(self.state, notice=AGREED if approved else NOT_AGREED, problem=""))
        self.load()

    def _loaded(self) -> tuple[tuple[ReviewCard, ...], tuple[WorkerCheck, ...]]:
        waiting = self._services.levels.waiting()
        cards = tuple(
            self._card(decision, self._services.levels.picture(decision.screening_id))
            for decision in waiting
        )
        return cards, self._services.aftertalk.debriefs_wanted()

    def _card(self, decision: LevelDecision, picture: LevelPicture) -> ReviewCard:
        path = self._services.screenings.path(picture.screening)
        titles = path.instrument.rule_set.level_titles
        person = self._services.young_people.get(picture.screening.young_person_id)
        return ReviewCard(
            screening=decision.screening_id,
            who=f"{masked_name(person.chosen_name)} · {person.reference}",
            asked_by=self._services.people.name_of(decision.decided_by),
            day=short_day(local_date(decision.decided_at)),
            suggested=titles[decision.outcome.level],
            wanted=titles[decision.wanted_level],
            is_question=decision.state is DecisionState.ASKED_SUPERVISOR,
            strengths=strengths_of(path.instrument, picture.screening),
            reasons=tuple(
                f"{reason.text} (rule {reason.rule})" for reason in picture.rationale.reasons
            ),
            worker_reason=decision.reason,
            reflection=decision.fairness_reflection,
            is_own=decision.decided_by == self._services.practitioner.id,
        )

    def _take(self, loaded: tuple[tuple[ReviewCard, ...], tuple[WorkerCheck, ...]]) -> None:
        cards, checks = loaded
        words = tuple(
            f"{self._services.people.name_of(check.practitioner_id)} {_CHECKS[check.state]} "
            f"({short_day(local_date(check.at))})"
            for check in checks
        )
        self.show(replace(self.state, loading=False, cards=cards, colleagues=words, problem=""))

    def _refused(self, error: Exception) -> None:
        self.show(replace(self.state, loading=False, problem=told(error), notice=""))
