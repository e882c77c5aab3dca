"""Which of the chosen services a letter may name, and how well checked (SP-03, SP-05, SP-09)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vrn_desktop.domain.errors import DomainError
from vrn_desktop.domain.identifiers import NO_SERVICE, ServiceId
from vrn_desktop.domain.letter_deny_list import never_words_in, refuse_never_words

_NUMBER = re.compile(r"[+(]?[\d][\d ()+-]*")
_WEB = re.compile(r"(?:https?://)?[\w-]+(?:\.[\w-]+)+(?:/\S*)?")


class ContactKind(StrEnum):
    """How a service is reached: a number to call, a page to open, other words, or nothing known."""

    CALL = "call"
    WEB = "web"
    OTHER = "other"
    ASK = "ask"


class LeftOut(StrEnum):
    """Why a chosen service does not stand in the letter."""

    NOT_AGREED = "not_agreed"
    WORKERS_ONLY = "workers_only"
    NEVER_SIGNPOST = "never_signpost"
    CLOSED = "closed"
    NEEDS_TICK = "needs_tick"
    NEVER_WORD = "never_word"
    NOT_OPTED_IN = "not_opted_in"


class ServiceNotForLetterError(DomainError):
    """A service was chosen for the letter that may not be printed; carries the reason."""

    def __init__(self, reason: LeftOut) -> None:
        self.reason = reason
        super().__init__(reason.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreedService:
    """A service of the directory with what was agreed about it.

    `agreed` is the young person's yes (TI-31). `on_paper` is their opt-in to print a sensitive one
    (SP-09). `ticked` is the worker's: "I checked this number before giving it" (SP-03).
    """

    name: str
    one_line: str
    contact: str
    agreed: bool
    id: ServiceId = NO_SERVICE
    sensitive: bool = False
    on_paper: bool = False
    workers_only: bool = False
    never_signpost: bool = False
    open_now: bool = True
    free: bool = False
    checked_on: date | None = None
    next_check: date | None = None
    ticked: bool = False
    web_page: str = ""

    def is_check_current(self, today: date) -> bool:
        """Whether somebody checked it and the next check is not overdue."""
        return (
            self.checked_on is not None and self.next_check is not None and self.next_check >= today
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterService:
    """A service as a letter prints it; `checked_on` None prints as not checked yet."""

    name: str
    one_line: str
    contact: str
    contact_kind: ContactKind
    free: bool
    checked_on: date | None
    web_page: str
    id: ServiceId = NO_SERVICE


def why_left_out(service: AgreedService, today: date) -> LeftOut | None:
    """Why this service may not stand in a letter of today, or None if it may."""
    reasons = (
        (LeftOut.NOT_AGREED, not service.agreed),
        (LeftOut.WORKERS_ONLY, service.workers_only),
        (LeftOut.NEVER_SIGNPOST, service.never_signpost),
        (LeftOut.CLOSED, not service.open_now),
        (LeftOut.NOT_OPTED_IN, service.sensitive and not service.on_paper),
        (LeftOut.NEVER_WORD, bool(never_words_in(f"{service.name} {service.one_line}"))),
        (LeftOut.NEEDS_TICK, not service.is_check_current(today) and not service.ticked),
    )
    return next((reason for reason, holds in reasons if holds), None)


def letter_services(services: Sequence[AgreedService], today: date) -> tuple[LetterService, ...]:
    """The services to print, in the order chosen; sensitive ones without opt-in stay out quietly.

    Raises:
        LetterWordRefusedError: a name or line holds a never-word.
        ServiceNotForLetterError: any other service that may not be printed.
    """
    printed = []
    for service in services:
        reason = why_left_out(service, today)
        if reason is LeftOut.NOT_OPTED_IN:
            continue
        if reason is LeftOut.NEVER_WORD:
            refuse_never_words("service", f"{service.name} {service.one_line}")
        if reason is not None:
            raise ServiceNotForLetterError(reason)
        printed.append(_printed(service))
    return tuple(printed)


def contact_kind(contact: str) -> ContactKind:
    """What kind of contact the directory holds in its one contact field."""
    if not contact:
        return ContactKind.ASK
    if _NUMBER.fullmatch(contact):
        return ContactKind.CALL
    if _WEB.fullmatch(contact):
        return ContactKind.WEB
    return ContactKind.OTHER


def _printed(service: AgreedService) -> LetterService:
    contact = " ".join(service.contact.split())
    return LetterService(
        name=" ".join(service.name.split()),
        one_line=" ".join(service.one_line.split()),
        contact=contact,
        contact_kind=contact_kind(contact),
        free=service.free,
        checked_on=service.checked_on,
        web_page=service.web_page.strip(),
        id=service.id,
    )
