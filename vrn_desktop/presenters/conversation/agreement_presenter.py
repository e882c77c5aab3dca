"""Step A3: explain, hear it back, and agree; three records kept apart (TI-13, CO-01 to CO-08)."""

from dataclasses import replace

from vrn_desktop.application.services import Services
from vrn_desktop.domain.agreement import (
    AgreementRoute,
    AgreementToTalk,
    CompetenceView,
    route_for_age,
)
from vrn_desktop.domain.setting import LawfulBasis, Workplace
from vrn_desktop.presenters.conversation.agreement_state import (
    EXPLAIN_AGAIN,
    MISSING,
    AgreementField,
    AgreementState,
    CarerAnswer,
    CompetencePoint,
    SaidBack,
)
from vrn_desktop.presenters.conversation.conversation_presenter import ConversationPresenter
from vrn_desktop.presenters.presenter import Presenter

BASES = {
    LawfulBasis.PUBLIC_TASK: "a public task",
    LawfulBasis.LEGITIMATE_INTERESTS: "legitimate interests",
    LawfulBasis.RECOGNISED_LEGITIMATE_INTEREST: "a recognised legitimate interest",
}


class AgreementPresenter(Presenter[AgreementState]):
    """Page of step A3. A view on competence is made anew each time and never carried over (CO-04)."""

    def __init__(
        self, services: Services, conversation: ConversationPresenter, workplace: Workplace
    ) -> None:
        self._services = services
        self._conversation = conversation
        held, texts = conversation.state.screening, conversation.state.texts
        route = route_for_age(held.age)
        self._script_version = texts.script.version
        super().__init__(
            AgreementState(
                route=route,
                script=texts.script.filled(
                    name=services.practitioner.name.split(" ")[0],
                    project=workplace.setting_name or workplace.organisation,
                    minutes=texts.minutes[held.form.value],
                ),
                assent=texts.script.assent,
                basis=_basis(workplace),
                needs_carer=route is AgreementRoute.CARER_AND_ASSENT,
            )
        )

    def choose_said_back(self, said_back: SaidBack) -> None:
        """Whether they told it back."""
        self.show(replace(self.state, said_back=said_back))

    def write_said_back(self, words: str) -> None:
        """What they said, as they said it."""
        self.show(replace(self.state, said_back_words=words))

    def choose_agrees(self, agrees: bool) -> None:  # noqa: FBT001  the answer itself
        """Whether the young person wants to talk."""
        self.show(replace(self.state, agrees=agrees))

    def choose_points(self, points: frozenset[str]) -> None:
        """Which of the four points were seen; who goes on without all four is asked about a carer."""
        still = self.state.needs_carer and (
            self.state.route is AgreementRoute.CARER_AND_ASSENT or self._doubted(points)
        )
        self.show(replace(self.state, points=points, needs_carer=still))

    def write_reasons(self, reasons: str) -> None:
        """The worker's reasons for their view (CO-02)."""
        self.show(replace(self.state, reasons=reasons))

    def choose_carer(self, carer: CarerAnswer) -> None:
        """What a parent or carer answered; nobody is contacted by the program (CO-08)."""
        self.show(replace(self.state, carer=carer))

    def write_unsafe_why(self, words: str) -> None:
        """Why no parent or carer was asked."""
        self.show(replace(self.state, unsafe_why=words))

    def go_on(self) -> None:
        """Keep the agreement and go on; without one, talk without keeping anything; or say what is missing."""
        if self.state.agrees is False:
            self.talk_without_keeping()
            return
        state = self._checked()
        self.show(state)
        if state.missing:
            return
        agreement = self._agreement()
        if agreement.may_talk():
            self._conversation.agree(agreement, self._notes())
        else:
            self.talk_without_keeping()

    def talk_without_keeping(self) -> None:
        """They said no, or nobody may agree for them: nothing is kept, help stays open (TI-24)."""
        agreement = replace(self._agreement(), agreed=False)
        self._conversation.talk_without_keeping(agreement, {"script": self._script_version})

    def _checked(self) -> AgreementState:
        """The state with everything that is still missing, in the order of the page."""
        state = self._with_carer_asked_for()
        missing = [(field, MISSING[field]) for field in self._empty_fields(state)]
        if state.said_back is SaidBack.NOT_YET:
            missing.insert(0, (AgreementField.SAID_BACK, EXPLAIN_AGAIN))
        return replace(state, missing=tuple(missing))

    def _with_carer_asked_for(self) -> AgreementState:
        state = self.state
        if state.route is AgreementRoute.OWN_IF_COMPETENT:
            return replace(state, needs_carer=self._doubted(state.points))
        return state

    @staticmethod
    def _empty_fields(state: AgreementState) -> tuple[AgreementField, ...]:
        competence = state.route is AgreementRoute.OWN_IF_COMPETENT
        unsafe = state.needs_carer and state.carer is CarerAnswer.UNSAFE_TO_ASK
        empty = {
            AgreementField.SAID_BACK: state.said_back is None,
            AgreementField.YOUNG_PERSON: state.agrees is None,
            AgreementField.REASONS: competence and not state.reasons.strip(),
            AgreementField.CARER: state.needs_carer and state.carer is None,
            AgreementField.UNSAFE_WHY: unsafe and not state.unsafe_why.strip(),
        }
        return tuple(field for field, is_empty in empty.items() if is_empty)

    def _doubted(self, points: frozenset[str]) -> bool:
        competence = self.state.route is AgreementRoute.OWN_IF_COMPETENT
        return competence and points != frozenset(CompetencePoint)

    def _agreement(self) -> AgreementToTalk:
        state = self.state
        return AgreementToTalk(
            screening_id=self._conversation.state.screening.id,
            route=state.route,
            agreed=bool(state.agrees),
            said_back=state.said_back in (SaidBack.OWN_WORDS, SaidBack.ANOTHER_WAY),
            at=self._services.clock(),
            recorded_by=self._services.practitioner.id,
            carer_agreed=state.needs_carer and state.carer is CarerAnswer.AGREES,
            carer_unsafe_to_ask=state.needs_carer and state.carer is CarerAnswer.UNSAFE_TO_ASK,
            competence=self._competence(),
        )

    def _competence(self) -> CompetenceView | None:
        state = self.state
        if state.route is not AgreementRoute.OWN_IF_COMPETENT:
            return None
        return CompetenceView(
            understands=CompetencePoint.UNDERSTANDS in state.points,
            weighs_good_and_bad=CompetencePoint.WEIGHS in state.points,
            can_explain_choice=CompetencePoint.EXPLAINS in state.points,
            free_from_pressure=CompetencePoint.NO_PRESSURE in state.points,
            reasons=state.reasons,
        )

    def _notes(self) -> dict[str, str]:
        state = self.state
        return {
            "script": self._script_version,
            "said_back": (state.said_back or SaidBack.NOT_YET).value,
            "said_back_words": state.said_back_words,
            "unsafe_why": state.unsafe_why if state.needs_carer else "",
        }


def _basis(workplace: Workplace) -> str:
    policy = f" (policy {workplace.policy_reference})" if workplace.policy_reference else ""
    basis = BASES[workplace.lawful_basis]
    return f"{workplace.organisation} keeps records on the basis of {basis}{policy}."
