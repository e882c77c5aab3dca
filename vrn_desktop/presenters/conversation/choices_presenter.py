"""Step A4: how they want to go on, their stop sign, and something calming; nothing has to be chosen."""

from dataclasses import dataclass, replace

from vrn_desktop.domain.conversation_page import KnownStep
from vrn_desktop.domain.identifiers import StepId
from vrn_desktop.domain.screening import Voicing
from vrn_desktop.presenters.conversation.conversation_presenter import ConversationPresenter
from vrn_desktop.presenters.presenter import Presenter

WAYS = (
    (Voicing.TALK, "Just talk", "I ask, you answer"),
    (Voicing.SHARE_SCREEN, "Look at the screen together", "We read each question side by side"),
    (
        Voicing.OWN_HANDS,
        "Do it yourself",
        "You point or type. Only your worker can open anything else on this laptop",
    ),
    (Voicing.CARDS, "Use the cards", "Point at a card, no need to speak"),
)
"""How to go through the questions, in words for the young person (TI-22)."""

STOP_SIGNS = (
    ("hand", "Put a hand up"),
    ("stop", "Say “stop”"),
    ("table", "Tap the table"),
    ("look_away", "Look at the door"),
)
"""Ways of saying stop without explaining anything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoicesState:
    """What they chose; nothing is chosen beforehand."""

    how: str | None = None
    stop_sign: str | None = None
    calming: str = ""


class ChoicesPresenter(Presenter[ChoicesState]):
    """Page of step A4; revisited, it shows what was chosen before."""

    def __init__(self, conversation: ConversationPresenter) -> None:
        self._conversation = conversation
        notes = conversation.state.screening.step_notes.get(StepId(KnownStep.CHOICES.value), {})
        super().__init__(
            ChoicesState(
                how=notes.get("how") or None,
                stop_sign=notes.get("stop_sign") or None,
                calming=notes.get("calming", ""),
            )
        )

    def choose_how(self, how: str) -> None:
        """How to go through the questions."""
        self.show(replace(self.state, how=how))

    def choose_stop_sign(self, sign: str) -> None:
        """Their stop sign."""
        self.show(replace(self.state, stop_sign=sign))

    def write_calming(self, words: str) -> None:
        """Something calming, in their words; it comes first when things get hard (TI-11)."""
        self.show(replace(self.state, calming=words))

    def go_on(self) -> None:
        """Keep it and go on the way they chose."""
        state = self.state
        self._conversation.finish_step(
            KnownStep.CHOICES,
            {
                "how": state.how or "",
                "stop_sign": state.stop_sign or "",
                "calming": state.calming,
            },
        )
        if state.how in (Voicing.SHARE_SCREEN.value, Voicing.OWN_HANDS.value):
            self._conversation.share_screen()
