"""Step Z8: how the worker is; goes only to their own supervisor (TI-42)."""

from dataclasses import dataclass, replace

from vrn_desktop.application.services import Services
from vrn_desktop.domain.conversation_page import KnownStep
from vrn_desktop.domain.feedback import WorkerState
from vrn_desktop.presenters.closing.aftercare import was_heavy
from vrn_desktop.presenters.conversation.conversation_presenter import ConversationPresenter
from vrn_desktop.presenters.error_text import told
from vrn_desktop.presenters.presenter import Presenter

QUESTION = "How are you? Do you need to talk to someone before your next task?"
ANSWERS = (
    (WorkerState.OK, "I'm OK"),
    (WorkerState.DEBRIEF, "I would like a debrief"),
    (WorkerState.BREAK, "I need a break"),
)
BREAK = "You have had several heavy conversations today. Please take a break if you can."
ONLY = "Only your supervisor sees this."


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkerCheckState:
    """The worker's answer; `suggestion` is set after a third heavy conversation in a day."""

    answer: WorkerState | None = None
    suggestion: str = ""
    problem: str = ""


class WorkerCheckPresenter(Presenter[WorkerCheckState]):
    """Page of step Z8, for the worker alone."""

    def __init__(self, services: Services, conversation: ConversationPresenter) -> None:
        super().__init__(WorkerCheckState())
        self._services = services
        self._conversation = conversation
        self._keeping = False

    def choose(self, answer: WorkerState) -> None:
        """How the worker is."""
        self.show(replace(self.state, answer=answer))

    def go_on(self) -> None:
        """Keep it; a suggestion of a break is shown once before going on."""
        if self.state.answer is None or self.state.suggestion:
            self._conversation.finish_step(KnownStep.WORKER_CHECK, {})
            return
        if self._keeping:
            return
        self._keeping = True
        answer = self.state.answer
        screening = self._conversation.state.screening

        def check() -> bool:
            heavy = was_heavy(self._services, screening)
            return self._services.aftertalk.check_worker(answer, heavy=heavy)

        self._services.runner.run(check, then=self._kept, failed=self._refused)

    def _kept(self, suggest_break: bool) -> None:  # noqa: FBT001  the service's own answer
        if suggest_break:
            self.show(replace(self.state, suggestion=BREAK))
        else:
            self._conversation.finish_step(KnownStep.WORKER_CHECK, {})

    def _refused(self, error: Exception) -> None:
        self._keeping = False
        self.show(replace(self.state, problem=told(error)))
