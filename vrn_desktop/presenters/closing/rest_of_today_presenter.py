"""Step Z6: a plan for the rest of today, and when to check in again (TI-41)."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from vrn_desktop.application.services import Services
from vrn_desktop.domain.conversation_page import KnownStep
from vrn_desktop.domain.follow_up import FollowUpKind
from vrn_desktop.domain.identifiers import StepId
from vrn_desktop.domain.letter_facts import CheckInWay
from vrn_desktop.domain.safe_contact import SafeContact
from vrn_desktop.domain.screening import Screening
from vrn_desktop.presenters.check_in_choices import days_from, how_words, safe_ways
from vrn_desktop.presenters.closing.aftercare import care_afterwards, was_heavy
from vrn_desktop.presenters.conversation.conversation_presenter import ConversationPresenter
from vrn_desktop.presenters.error_text import told
from vrn_desktop.presenters.presenter import Presenter

AFTERCARE = "Something heavy came up today. See how they are today or tomorrow."


@dataclass(frozen=True, slots=True, kw_only=True)
class RestOfTodayState:
    """The plan; `aftercare` says that a check-in today or tomorrow is put on the list."""

    doing: str = ""
    with_whom: str = ""
    days: tuple[tuple[int, str], ...] = ()
    check_in_in: int | None = None
    ways: tuple[tuple[CheckInWay, str], ...] = ()
    way: CheckInWay = CheckInWay.IN_PERSON
    details: str = ""
    aftercare: bool = False
    problem: str = ""


class RestOfTodayPresenter(Presenter[RestOfTodayState]):
    """Page of step Z6."""

    def __init__(self, services: Services, conversation: ConversationPresenter) -> None:
        self._services = services
        self._conversation = conversation
        self._keeping = False
        screening = conversation.state.screening
        notes = screening.step_notes.get(StepId(KnownStep.REST_OF_TODAY.value), {})
        super().__init__(
            RestOfTodayState(
                doing=notes.get("doing", ""),
                with_whom=notes.get("with_whom", ""),
                days=days_from(self._day()),
                ways=safe_ways(None),
            )
        )
        services.runner.run(
            lambda: (
                services.letters.safe_contact(screening.young_person_id),
                was_heavy(services, screening),
            ),
            then=self._take,
            failed=self._refused,
        )

    def write(self, *, doing: str, with_whom: str, details: str) -> None:
        """What they are doing next, with whom, and where or when to check in."""
        self.show(replace(self.state, doing=doing, with_whom=with_whom, details=details))

    def promise(self, days: int | None) -> None:
        """When to check in, or not."""
        self.show(replace(self.state, check_in_in=days))

    def promise_by(self, way: CheckInWay) -> None:
        """How; only ways they said are safe are offered."""
        self.show(replace(self.state, way=way))

    def go_on(self) -> None:
        """Keep the plan, put the promises on the list, once, and go on."""
        if self._keeping:
            return
        self._keeping = True
        state, screening = self.state, self._conversation.state.screening
        self._services.runner.run(
            lambda: self._promise(state, screening),
            then=lambda _: self._conversation.finish_step(
                KnownStep.REST_OF_TODAY, {"doing": state.doing, "with_whom": state.with_whom}
            ),
            failed=self._refused,
        )

    def _take(self, known: tuple[SafeContact | None, bool]) -> None:
        contact, heavy = known
        self.show(replace(self.state, ways=safe_ways(contact), aftercare=heavy))

    def _promise(self, state: RestOfTodayState, screening: Screening) -> None:
        if KnownStep.REST_OF_TODAY.value in screening.steps_done:
            return
        care_afterwards(self._services, screening)
        if state.check_in_in is not None:
            due = self._day() + timedelta(days=state.check_in_in)
            how = how_words(state.way, state.details)
            self._services.follow_ups.promise(
                screening, due_on=due, how=how, kind=FollowUpKind.CHECK_IN
            )

    def _day(self) -> date:
        return self._services.clock().date()

    def _refused(self, error: Exception) -> None:
        self._keeping = False
        self.show(replace(self.state, problem=told(error)))
