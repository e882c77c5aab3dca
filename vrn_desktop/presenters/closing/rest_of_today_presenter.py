"""Step Z6: a plan for the rest of today, and when to check in again (TI-41)."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from vrn_desktop.application.services import Services
from vrn_desktop.domain.conversation_page import KnownStep
from vrn_desktop.domain.follow_up import FollowUpKind
from vrn_desktop.domain.identifiers import StepId
from vrn_desktop.domain.instrument import Instrument
from vrn_desktop.domain.screening import Screening
from vrn_desktop.presenters.conversation.conversation_presenter import ConversationPresenter
from vrn_desktop.presenters.error_text import told
from vrn_desktop.presenters.presenter import Presenter
from vrn_desktop.presenters.wording import day

CHECK_IN_DAYS = (1, 7, 14, 28)
AFTERCARE = "Something heavy came up today. See how they are today or tomorrow."


@dataclass(frozen=True, slots=True, kw_only=True)
class RestOfTodayState:
    """The plan; `aftercare` says that a check-in today or tomorrow is put on the list."""

    doing: str = ""
    with_whom: str = ""
    days: tuple[tuple[int, str], ...] = ()
    check_in_in: int | None = None
    how: str = ""
    aftercare: bool = False
    problem: str = ""


class RestOfTodayPresenter(Presenter[RestOfTodayState]):
    """Page of step Z6."""

    def __init__(
        self, services: Services, conversation: ConversationPresenter, instrument: Instrument
    ) -> None:
        self._services = services
        self._conversation = conversation
        screening = conversation.state.screening
        notes = screening.step_notes.get(StepId(KnownStep.REST_OF_TODAY.value), {})
        today = services.clock().date()
        super().__init__(
            RestOfTodayState(
                doing=notes.get("doing", ""),
                with_whom=notes.get("with_whom", ""),
                days=tuple((n, day(today + timedelta(days=n))) for n in CHECK_IN_DAYS),
                aftercare=is_heavy(instrument, screening)
                or conversation.state.escalation is not None,
            )
        )

    def write(self, *, doing: str, with_whom: str, how: str) -> None:
        """What they are doing next, and with whom."""
        self.show(replace(self.state, doing=doing, with_whom=with_whom, how=how))

    def promise(self, days: int | None) -> None:
        """When to check in, or not."""
        self.show(replace(self.state, check_in_in=days))

    def go_on(self) -> None:
        """Keep the plan, put the promises on the list, and go on."""
        state, screening = self.state, self._conversation.state.screening
        self._services.runner.run(
            lambda: self._promise(state, screening),
            then=lambda _: self._conversation.finish_step(
                KnownStep.REST_OF_TODAY, {"doing": state.doing, "with_whom": state.with_whom}
            ),
            failed=lambda error: self.show(replace(self.state, problem=told(error))),
        )

    def _promise(self, state: RestOfTodayState, screening: Screening) -> None:
        if KnownStep.REST_OF_TODAY.value in screening.steps_done:
            return
        today = self._services.clock().date()
        if state.aftercare:
            self._add(screening, today + timedelta(days=1), "", FollowUpKind.AFTERCARE)
        if state.check_in_in is not None:
            due = today + timedelta(days=state.check_in_in)
            self._add(screening, due, state.how, FollowUpKind.CHECK_IN)

    def _add(self, screening: Screening, due: date, how: str, kind: FollowUpKind) -> None:
        self._services.follow_ups.promise(screening, due_on=due, how=how, kind=kind)


def is_heavy(instrument: Instrument, screening: Screening) -> bool:
    """Whether any answer of the heavy part stands above no concern (TI-41, TI-42)."""
    heavy = {section.id for section in instrument.sections if section.reminder_required}
    calm = instrument.risk_codes[0]
    return any(
        code != calm
        for item in instrument.items
        if item.section in heavy
        for code in screening.answers.spoken(item.id)
    )
