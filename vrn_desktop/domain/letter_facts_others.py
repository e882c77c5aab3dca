"""The only things the letters to a parent, a service and a school, and the card, may know.

As with letter (a): what is not a field here cannot be printed. There is no field for a level, an answer, a
flag, another person or a reason; what somebody did not agree to share is left empty before it gets here.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vrn_desktop.domain.letter_facts import CrisisLine, LetterSender
from vrn_desktop.domain.letter_service import LetterService

MOST_LINES_ON_A_CARD = 6
"""More numbers would have to be too small to read."""


class ContactWay(StrEnum):
    """How a service is to get in touch: only in a way that was said to be safe, else through us."""

    THROUGH_US = "through_us"
    TEXT = "text"
    CALL = "call"
    POST = "post"


class SchoolSupport(StrEnum):
    """Support that can be agreed for school; the texts of the template say each in plain words."""

    PLACE_TO_GO = "place_to_go"
    CHECK_IN_ADULT = "check_in_adult"
    SHORT_BREAKS = "short_breaks"
    QUIET_TIMES = "quiet_times"
    SAFE_LUNCH = "safe_lunch"
    SEAT_CHOICE = "seat_choice"
    WARN_OF_CHANGE = "warn_of_change"
    HELP_WITH_WORK = "help_with_work"


@dataclass(frozen=True, slots=True, kw_only=True)
class ParentLetterFacts:
    """What letter (b) may say. `child` and `met_on` are empty unless they agreed to share that."""

    recipient: str
    child: str
    met_on: date | None
    child_agrees: bool
    services: tuple[LetterService, ...]
    sender: LetterSender


@dataclass(frozen=True, slots=True, kw_only=True)
class SafeWay:
    """How the service may get in touch; everything empty but the way means through us alone."""

    way: ContactWay
    contact: str = ""
    use_name: str = ""
    say_you_are: str = ""
    best_time: str = ""
    may_leave_message: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceLetterFacts:
    """What letter (c) may say. `agreed_on` is None where the law lets us write without consent."""

    service: LetterService
    name: str
    agreed_on: date | None
    help_wanted: str
    age: int | None
    own_words: str
    access_needs: str
    safe_way: SafeWay
    days_to_reply: int
    reply_by: date
    reply_code: str
    sender: LetterSender


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolLetterFacts:
    """What letter (d) may say: support that was agreed, and no reasons."""

    recipient: str
    child: str
    support: tuple[SchoolSupport, ...]
    sender: LetterSender


@dataclass(frozen=True, slots=True, kw_only=True)
class WalletCardFacts:
    """What card (e) may say: numbers; their names, and ours, only where that was said to be safe."""

    lines: tuple[CrisisLine, ...]
    services: tuple[LetterService, ...]
    named: bool
    project: str
    project_number: str
