"""The only things a letter to a young person may know, gathered from what was agreed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vrn_desktop.domain.errors import ContactNotSafeError, DomainError
from vrn_desktop.domain.letter_deny_list import refuse_never_words
from vrn_desktop.domain.letter_service import AgreedService, LetterService, letter_services
from vrn_desktop.domain.safe_contact import SafeContact

MOST_SERVICES = 3
"""Too many is no help (SP-02)."""


class CheckInWay(StrEnum):
    """How the worker will check in."""

    IN_PERSON = "in_person"
    TEXT = "text"
    CALL = "call"
    POST = "post"


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckIn:
    """The agreed next step: a day and a way."""

    day: date
    way: CheckInWay


@dataclass(frozen=True, slots=True, kw_only=True)
class CrisisLine:
    """A line that is there at any time; always offered in addition (SP-04)."""

    name: str
    contact: str
    free: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class YoungPersonLetterFacts:
    """What letter (a) may say, and nothing else: what is not a field here cannot be printed."""

    chosen_name: str
    day: date
    own_words: str
    services: tuple[LetterService, ...]
    check_in: CheckIn | None
    worker_first_name: str
    project: str
    project_number: str
    crisis_lines: tuple[CrisisLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterSender:
    """The worker and project a letter comes from."""

    worker_first_name: str
    project: str
    project_number: str


def letter_facts_from(
    *,
    chosen_name: str,
    day: date,
    today: date,
    own_words: str,
    own_words_approved: bool,
    services: Sequence[AgreedService],
    check_in: CheckIn | None,
    safe_contact: SafeContact,
    sender: LetterSender,
    crisis_lines: Sequence[CrisisLine],
    posted: bool = False,
    most_services: int = MOST_SERVICES,
) -> YoungPersonLetterFacts:
    """Gather what was agreed; what may not be printed is refused, or left out if not opted in.

    A posted letter uses the name for contact (SC4) inside too: somebody else may open it.

    Raises:
        ContactNotSafeError: posting, or the way of checking in, was not said to be safe.
        DomainError: words without approval (TI-25), or more services than help (SP-02).
        ServiceNotForLetterError: a service that may not be printed (SP-03, SP-05).
        LetterWordRefusedError: a service or the project carries a never-word in its name.
    """
    if own_words.strip() and not own_words_approved:
        raise DomainError("their words go into a letter only when they have approved them")
    if check_in is not None and not is_safe_way(check_in.way, safe_contact):
        raise ContactNotSafeError(f"not said to be safe: {check_in.way.value}")
    if posted and not safe_contact.may_post():
        raise ContactNotSafeError("not said to be safe: post")
    printed = letter_services(services, today)
    if len(printed) > most_services:
        raise DomainError(f"choose up to {most_services} services for one letter")
    project = one_line(safe_contact.who_we_are(sender.project))
    refuse_never_words("project", project)
    return YoungPersonLetterFacts(
        chosen_name=one_line(safe_contact.name_to_use(chosen_name) if posted else chosen_name),
        day=day,
        own_words=own_words.strip(),
        services=printed,
        check_in=check_in,
        worker_first_name=one_line(sender.worker_first_name),
        project=project,
        project_number=one_line(sender.project_number),
        crisis_lines=tuple(crisis_lines),
    )


def is_safe_way(way: CheckInWay, safe_contact: SafeContact) -> bool:
    """Whether a check-in may use this way; meeting in person needs no channel."""
    match way:
        case CheckInWay.TEXT:
            return safe_contact.may_text()
        case CheckInWay.CALL:
            return safe_contact.may_call()
        case CheckInWay.POST:
            return safe_contact.may_post()
        case CheckInWay.IN_PERSON:
            return True


def one_line(text: str) -> str:
    """A name or number as one line, however it was typed."""
    return " ".join(text.split())
