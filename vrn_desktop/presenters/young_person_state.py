"""What a young person's page shows."""

from dataclasses import dataclass

from vrn_desktop.domain.letter_facts import CheckInWay
from vrn_desktop.presenters.loop.help_lines import HelpLine
from vrn_desktop.presenters.own_group import NOT_RECORDED
from vrn_desktop.presenters.story_lines import StoryLine
from vrn_desktop.presenters.strengths import StrengthLine


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseForm:
    """A check-in being promised; `problem` says what is still to choose."""

    days: tuple[tuple[int, str], ...]
    ways: tuple[tuple[CheckInWay, str], ...]
    chosen_day: int | None = None
    chosen_way: CheckInWay = CheckInWay.IN_PERSON
    details: str = ""
    problem: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DetailsForm:
    """The little that is kept about a person while it is being changed; `problems` by field.

    `group` is the heading they chose among `groups`, kept with what they said about themselves.
    """

    chosen_name: str
    pronouns: str
    age: str
    access_needs: str
    archived: bool
    groups: tuple[tuple[str, str], ...] = ()
    group: str = NOT_RECORDED
    problems: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class YoungPersonState:
    """The page; the name is shown only while names are shown, and never in a window's title."""

    loading: bool = True
    heading: str = ""
    reference: str = ""
    about: str = ""
    archived: bool = False
    names_shown: bool = False
    strengths: tuple[StrengthLine, ...] = ()
    help: tuple[HelpLine, ...] = ()
    ahead: tuple[StoryLine, ...] = ()
    behind: tuple[StoryLine, ...] = ()
    contact: tuple[str, ...] = ()
    may_promise: bool = False
    promise: PromiseForm | None = None
    details: DetailsForm | None = None
    notice: str = ""
    problem: str = ""
