"""Is it helping? What a young person says of a service some weeks later (AG-15); every answer may be left out."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from vrn_desktop.domain.identifiers import PractitionerId, SignpostId

FIRST_ASKING = timedelta(weeks=5)
"""In the middle of the four to six weeks after the first yes."""

SECOND_ASKING = timedelta(weeks=12)
"""Twelve weeks after the first yes."""

ASKED_AFTER = (FIRST_ASKING, SECOND_ASKING)


class StillGoing(StrEnum):
    """Whether they still go there."""

    YES = "yes"
    NOT_YET = "not_yet"
    STOPPED = "stopped"
    RATHER_NOT_SAY = "rather_not_say"


class Helping(StrEnum):
    """Whether it helps."""

    A_LOT = "a_lot"
    A_BIT = "a_bit"
    NOT_YET = "not_yet"
    WORSE = "worse"
    RATHER_NOT_SAY = "rather_not_say"


class WantedNext(StrEnum):
    """What they would like to happen."""

    GO_ON = "go_on"
    SOMETHING_ELSE = "something_else"
    A_BREAK = "a_break"
    NOTHING_MORE = "nothing_more"


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpingAnswer:
    """What they said of one service at one asking; None and empty words are answers left out."""

    signpost_id: SignpostId
    on: date
    at: datetime
    by: PractitionerId
    still_going: StillGoing | None = None
    helping: Helping | None = None
    would_help: str = ""
    next: WantedNext | None = None

    @property
    def says_nothing(self) -> bool:
        """Whether every answer was left out, so that there is nothing to keep."""
        return not (self.still_going or self.helping or self.would_help.strip() or self.next)
