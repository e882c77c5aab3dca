"""Step Z7: how the talk was for them, without identity; and the optional equality page (TI-32, TI-33)."""

from dataclasses import dataclass, field, replace
from types import MappingProxyType

from vrn_desktop.application.services import Services
from vrn_desktop.domain.conversation_page import KnownStep
from vrn_desktop.domain.equality import EqualityAnswers, EqualityQuestion
from vrn_desktop.domain.feedback import Face
from vrn_desktop.presenters.conversation.conversation_presenter import ConversationPresenter
from vrn_desktop.presenters.error_text import told
from vrn_desktop.presenters.presenter import Presenter

LISTENED = "Did you feel listened to?"
IN_CONTROL = "Did you feel in control of what you shared?"
FACES = ((Face.YES, "Yes"), (Face.PARTLY, "Partly"), (Face.NOT_REALLY, "Not really"))
ANONYMOUS = "Your answers are kept without your name. You can skip both."


@dataclass(frozen=True, slots=True, kw_only=True)
class YourViewState:
    """The two faces, and the equality page if they want to see it."""

    listened_to: Face | None = None
    in_control: Face | None = None
    equality_open: bool = False
    equality_why: str = ""
    questions: tuple[EqualityQuestion, ...] = ()
    codes: MappingProxyType[str, str] = field(default_factory=lambda: MappingProxyType({}))
    problem: str = ""


class YourViewPresenter(Presenter[YourViewState]):
    """Page of step Z7."""

    def __init__(self, services: Services, conversation: ConversationPresenter) -> None:
        self._services = services
        self._conversation = conversation
        self._keeping = False
        texts = conversation.state.texts
        super().__init__(
            YourViewState(equality_why=texts.equality_why, questions=texts.equality_questions)
        )
        services.runner.run(
            lambda: services.aftertalk.equality(conversation.state.screening.young_person_id),
            then=self._take,
            failed=self._refused,
        )

    def feel_listened_to(self, face: Face) -> None:
        """Did you feel listened to?"""
        self.show(replace(self.state, listened_to=face))

    def feel_in_control(self, face: Face) -> None:
        """Did you feel in control of what you shared?"""
        self.show(replace(self.state, in_control=face))

    def open_equality(self) -> None:
        """They would like to say something about themselves."""
        self.show(replace(self.state, equality_open=True))

    def describe(self, question: str, code: str) -> None:
        """One answer about themselves; no rule can read it."""
        codes = MappingProxyType({**self.state.codes, question: code})
        self.show(replace(self.state, codes=codes))

    def go_on(self) -> None:
        """Keep what they said, once, and go on."""
        if self._keeping:
            return
        self._keeping = True
        state = self.state
        self._services.runner.run(
            lambda: self._keep(state),
            then=lambda _: self._conversation.finish_step(KnownStep.YOUR_VIEW, {}),
            failed=self._refused,
        )

    def _keep(self, state: YourViewState) -> None:
        screening = self._conversation.state.screening
        if KnownStep.YOUR_VIEW.value not in screening.steps_done:
            self._services.aftertalk.give_feedback(state.listened_to, state.in_control)
        if state.equality_open and state.codes:
            self._services.aftertalk.keep_equality(
                EqualityAnswers(young_person_id=screening.young_person_id, codes=state.codes)
            )

    def _take(self, known: EqualityAnswers | None) -> None:
        if known is not None:
            self.show(replace(self.state, codes=MappingProxyType(dict(known.codes))))

    def _refused(self, error: Exception) -> None:
        self._keeping = False
        self.show(replace(self.state, problem=told(error)))
