"""Step A2: what helps this young person talk; nothing has to be chosen."""

from dataclasses import dataclass, replace

from vrn_desktop.domain.conversation_page import KnownStep
from vrn_desktop.domain.identifiers import StepId
from vrn_desktop.presenters.conversation.conversation_presenter import ConversationPresenter
from vrn_desktop.presenters.presenter import Presenter

HELPS = (
    ("interpreter", "An interpreter", "A professional one, never a relative or friend"),
    ("pictures", "Pictures or symbols", ""),
    ("writing", "Writing things down", ""),
    ("breaks", "Breaks", ""),
    ("adult_near", "A trusted adult near by", ""),
    ("quiet", "Less noise or light", ""),
    ("moving", "Moving about while we talk", ""),
)
"""What may help: code, words and a hint."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessState:
    """What helps, ticked and in words."""

    helps: frozenset[str] = frozenset()
    words: str = ""


class AccessPresenter(Presenter[AccessState]):
    """Page of step A2; revisited, it shows what was said before."""

    def __init__(self, conversation: ConversationPresenter, *, known_needs: str = "") -> None:
        self._conversation = conversation
        notes = conversation.state.screening.step_notes.get(StepId(KnownStep.ACCESS.value), {})
        super().__init__(
            AccessState(
                helps=frozenset(filter(None, notes.get("helps", "").split(","))),
                words=notes.get("words", known_needs),
            )
        )

    def choose(self, helps: frozenset[str]) -> None:
        """What helps."""
        self.show(replace(self.state, helps=helps))

    def write(self, words: str) -> None:
        """Something else that helps, in words."""
        self.show(replace(self.state, words=words))

    def go_on(self) -> None:
        """Keep it and go on."""
        self._conversation.finish_step(
            KnownStep.ACCESS,
            {"helps": ",".join(sorted(self.state.helps)), "words": self.state.words},
        )
