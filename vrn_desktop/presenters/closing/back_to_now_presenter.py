"""Step Z1: come back to now; grounding is offered, never imposed (TI-11, TI-12)."""

from dataclasses import dataclass, replace

from vrn_desktop.domain.conversation_page import KnownStep
from vrn_desktop.domain.conversation_texts import GroundingExercise
from vrn_desktop.domain.identifiers import StepId
from vrn_desktop.presenters.conversation.conversation_presenter import ConversationPresenter
from vrn_desktop.presenters.presenter import Presenter

QUESTION = "How are you feeling right now?"
FEELINGS = (
    ("ok", "OK"),
    ("mixed", "A bit mixed"),
    ("not_ok", "Not OK"),
    ("rather_not_say", "I'd rather not say"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class BackToNowState:
    """How they feel, and what may help; `calming` is their own way from step A4, shown first."""

    feeling: str | None
    calming: str
    exercises: tuple[GroundingExercise, ...]


class BackToNowPresenter(Presenter[BackToNowState]):
    """Page of step Z1."""

    def __init__(self, conversation: ConversationPresenter) -> None:
        self._conversation = conversation
        screening = conversation.state.screening
        notes = screening.step_notes.get(StepId(KnownStep.BACK_TO_NOW.value), {})
        choices = screening.step_notes.get(StepId(KnownStep.CHOICES.value), {})
        super().__init__(
            BackToNowState(
                feeling=notes.get("feeling") or None,
                calming=choices.get("calming", ""),
                exercises=conversation.state.texts.grounding,
            )
        )

    def choose_feeling(self, feeling: str) -> None:
        """How they are right now."""
        self.show(replace(self.state, feeling=feeling))

    def go_on(self) -> None:
        """Keep it and go on."""
        self._conversation.finish_step(KnownStep.BACK_TO_NOW, {"feeling": self.state.feeling or ""})
