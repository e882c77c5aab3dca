"""What a conversation waits for, and the one verb that takes it up: the same words in every list."""

from dataclasses import dataclass

from vrn_desktop.application.ports.rows import ScreeningRow
from vrn_desktop.domain.conversation_page import CLOSING_AFTER_STOP, KnownStep, step_page
from vrn_desktop.domain.level_decision import DecisionState
from vrn_desktop.domain.screening import ScreeningState
from vrn_desktop.presenters.navigation_presenter import Place, Route

WAITS_FOR_REVIEW = frozenset(state for state in DecisionState if state.waits)
ANSWERED = frozenset({DecisionState.APPROVED, DecisionState.DECLINED})
STILL_TO_TELL = "Someone still has to be told"
_CLOSING = frozenset(step_page(step).key() for step in CLOSING_AFTER_STOP)
_LAST = step_page(KnownStep.WORKER_CHECK).key()


@dataclass(frozen=True, slots=True, kw_only=True)
class NextStep:
    """Where a conversation stands, in words, and the verb with the page it leads to."""

    stands: str
    verb: str
    place: Place

    def route(self, row: ScreeningRow) -> Route:
        """The page of this conversation."""
        return Route(place=self.place, screening=row.id)


COMPLETE = NextStep(stands="Complete", verb="Open", place=Place.LEVEL)
WAITING = NextStep(stands="Waiting for a second person", verb="Look", place=Place.LEVEL)
ANSWERS = NextStep(stands="A second person has answered", verb="Read", place=Place.LEVEL)
TO_FINISH = NextStep(stands="Level decided, not finished yet", verb="Finish", place=Place.LEVEL)
TO_WEIGH = NextStep(stands="The level is still to weigh", verb="Weigh the level", place=Place.LEVEL)
TO_CLOSE = NextStep(
    stands="Stopped early, with the last steps still open",
    verb="Carry on",
    place=Place.CONVERSATION,
)
PAUSED = NextStep(stands="Paused, to carry on", verb="Carry on", place=Place.CONVERSATION)
UNFINISHED = NextStep(stands="Unfinished", verb="Carry on", place=Place.CONVERSATION)


def next_step(row: ScreeningRow) -> NextStep:
    """What this conversation waits for now."""
    if row.state is ScreeningState.COMPLETE:
        return COMPLETE
    stopped = row.state is ScreeningState.STOPPED
    if stopped and row.position in _CLOSING - {_LAST}:
        return TO_CLOSE
    if not stopped and row.position != _LAST:
        return PAUSED if row.state is ScreeningState.PAUSED else UNFINISHED
    if row.decision is None:
        return TO_WEIGH
    if row.decision in WAITS_FOR_REVIEW:
        return WAITING
    return ANSWERS if row.decision in ANSWERED else TO_FINISH
