"""What the check-in page "Is it helping?" shows."""

from dataclasses import dataclass

from vrn_desktop.domain.helping import Helping, StillGoing, WantedNext
from vrn_desktop.domain.identifiers import SignpostId, YoungPersonId

EVERY_ANSWER_CAN_WAIT = "They can leave out any of these, or all of them. That is fine."
NOTHING_TO_ASK = "There is no service to ask about. You can just see how they are."


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedService:
    """One service with what they have said so far; nothing is chosen before they said it."""

    id: SignpostId
    name: str
    stands: str
    before: str = ""
    still_going: StillGoing | None = None
    helping: Helping | None = None
    would_help: str = ""
    next: WantedNext | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckInState:
    """The page; `contact` says which ways of contact are safe, `ask_again` that it has to be asked first."""

    loading: bool = True
    who: str = ""
    due: str = ""
    person: YoungPersonId | None = None
    contact: tuple[str, ...] = ()
    ask_again: bool = False
    services: tuple[AskedService, ...] = ()
    names_shown: bool = False
    problem: str = ""
