"""Step A1: who can see or hear, and whether this place is private enough to talk (TI-01)."""

from dataclasses import dataclass, replace
from enum import StrEnum

from vrn_desktop.domain.conversation_page import KnownStep
from vrn_desktop.domain.identifiers import StepId
from vrn_desktop.presenters.conversation.conversation_presenter import ConversationPresenter
from vrn_desktop.presenters.presenter import Presenter

WHO = (
    ("nobody", "Nobody else"),
    ("carer", "A parent, carer or relative"),
    ("partner", "A partner"),
    ("friends", "Friends"),
    ("worker", "Another worker"),
    ("interpreter", "An interpreter"),
    ("others", "Other people passing by"),
)
"""Who may be near: code and words."""

CLOSE_TO_THEM = frozenset({"carer", "partner", "friends"})
"""People whose presence may keep somebody from saying what is so (hazard H6)."""


class PrivacyField(StrEnum):
    """What the step cannot go on without."""

    WHO = "who"
    PRIVATE = "private"


MISSING = {
    PrivacyField.WHO: "Choose who can see or hear you",
    PrivacyField.PRIVATE: "Say whether this place is private",
}
LOOK_AGAIN = (
    "Somebody who knows them is near. Could you find a moment for the two of you? "
    "If not, choose “Not private”: the rest of the talk can still go on."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivacyState:
    """What has been said about the place so far; nothing is chosen beforehand."""

    who: frozenset[str] = frozenset()
    private: bool | None = None
    missing: tuple[PrivacyField, ...] = ()
    hint: str = ""


class PrivacyPresenter(Presenter[PrivacyState]):
    """Page of step A1; revisited, it shows what was said before."""

    def __init__(self, conversation: ConversationPresenter) -> None:
        self._conversation = conversation
        held = conversation.state.screening
        notes = held.step_notes.get(StepId(KnownStep.PRIVACY.value), {})
        who = frozenset(filter(None, notes.get("who", "").split(",")))
        super().__init__(PrivacyState(who=who, private=held.private))

    def choose_who(self, who: frozenset[str]) -> None:
        """Who can see or hear."""
        self.show(self._hinted(replace(self.state, who=who)))

    def choose_private(self, private: bool) -> None:  # noqa: FBT001  the answer itself
        """Whether the place is private."""
        self.show(self._hinted(replace(self.state, private=private)))

    def go_on(self) -> None:
        """Keep it and go on, or say what is missing."""
        missing = []
        if not self.state.who:
            missing.append(PrivacyField.WHO)
        if self.state.private is None:
            missing.append(PrivacyField.PRIVATE)
        self.show(replace(self.state, missing=tuple(missing)))
        if self.state.private is not None and not missing:
            self._conversation.say_privacy(
                private=self.state.private, notes={"who": ",".join(sorted(self.state.who))}
            )

    @staticmethod
    def _hinted(state: PrivacyState) -> PrivacyState:
        doubtful = state.private and state.who & CLOSE_TO_THEM
        return replace(state, hint=LOOK_AGAIN if doubtful else "")
