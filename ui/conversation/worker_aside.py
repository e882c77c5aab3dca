"""Notes beside the page that only the worker sees: why we ask, guidance, and what helps when it gets hard."""

from collections.abc import Callable

from ui.widgets.side_panel import SideNote, SidePanel
from vrn_desktop.presenters.conversation.conversation_state import ConversationState

WHY = "Why we ask"
FOR_YOU = "For you"
HARD = "If it’s getting hard"
HARD_WORDS = "Slow down, look around the room together, offer water or a walk."
HARD_OWN = "What helps them: “{calming}”."
STOP_SIGN = "Their stop sign: {sign}."
GROUNDING = "Grounding ideas"
PLACE = "A place that isn’t safe?"
PLACE_WORDS = "Note the place without names, so that the place can change."
PLACE_LINK = "Note a place"
FOOTNOTE = "Only you see this panel. Ctrl+D hides it."


class WorkerAside(SidePanel):
    """Leaves the screen while it is shared."""

    def __init__(self, *, grounding: Callable[[], object], place: Callable[[], object]) -> None:
        super().__init__(footnote=FOOTNOTE, name="workerAside")
        self._grounding = grounding
        self._place_concern = place

    def draw(self, state: ConversationState, stop_sign: str) -> None:
        """Show what goes with the question."""
        question = state.question
        notes = []
        if question is not None:
            notes.append(SideNote(title=WHY, text=question.why, icon="info"))
            notes.append(SideNote(title=FOR_YOU, text=question.guidance, icon="message-circle"))
        hard = HARD_OWN.format(calming=state.calming) if state.calming else HARD_WORDS
        if stop_sign:
            hard = f"{hard} {STOP_SIGN.format(sign=stop_sign)}"
        notes.append(
            SideNote(
                title=HARD, text=hard, icon="hand-heart", link=GROUNDING, on_link=self._grounding
            )
        )
        notes.append(
            SideNote(
                title=PLACE,
                text=PLACE_WORDS,
                icon="map-pin",
                link=PLACE_LINK,
                on_link=self._place_concern,
            )
        )
        self.show_notes(notes)
