"""What the page of all that is due shows."""

from dataclasses import dataclass

from vrn_desktop.domain.identifiers import FollowUpId
from vrn_desktop.presenters.navigation_presenter import Route

NOTHING = "Nothing is due."
NOTHING_HELP = "Check-ins, first calls and replies you wait for stand here."


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkRow:
    """One thing due: what, about whom (masked), when and how, and the one verb that takes it up."""

    id: FollowUpId
    text: str
    meaning: str
    verb: str
    route: Route


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkGroup:
    """Rows of one span of days; `code` names it for tests and pictures."""

    code: str
    title: str
    rows: tuple[WorkRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PostponeForm:
    """Another day being chosen for one row."""

    row: WorkRow
    days: tuple[tuple[int, str], ...]
    typed: str = ""
    problem: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WorklistState:
    """The page; `team` is only offered to a reviewer. `calendar` is ready to be saved while it is there."""

    loading: bool = True
    may_see_team: bool = False
    team: bool = False
    groups: tuple[WorkGroup, ...] = ()
    postpone: PostponeForm | None = None
    calendar: bytes | None = None
    names_shown: bool = False
    empty: bool = False
    notice: str = ""
    problem: str = ""
