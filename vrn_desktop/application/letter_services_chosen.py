"""The services that letters draw on: what was accepted, as it stands in the directory today."""

from dataclasses import dataclass
from datetime import date

from vrn_desktop.application.service_lookup import ServiceLookup
from vrn_desktop.domain.identifiers import ServiceId
from vrn_desktop.domain.letter_deny_list import never_words_in
from vrn_desktop.domain.letter_facts import CrisisLine
from vrn_desktop.domain.letter_record import NamedService
from vrn_desktop.domain.letter_service import AgreedService, LetterService
from vrn_desktop.domain.local_service import ServiceDirectory, ServiceEntry
from vrn_desktop.domain.signposting import Signpost, SignpostState


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceOnPaper:
    """One chosen service: their opt-in for a sensitive one, and the worker's tick "I checked this number"."""

    service_id: ServiceId
    on_paper: bool = False
    ticked: bool = False


def accepted_entries(
    signposts: tuple[Signpost, ...], lookup: ServiceLookup
) -> tuple[tuple[Signpost, ServiceEntry], ...]:
    """The offers they said yes to, with what the directory knows; never a line for workers."""
    found = (
        (signpost, lookup.entry(signpost.service_id))
        for signpost in signposts
        if signpost.state is SignpostState.ACCEPTED
    )
    return tuple(
        (signpost, entry)
        for signpost, entry in found
        if entry is not None and not entry.workers_only
    )


def agreed_service(
    entry: ServiceEntry, category_name: str, choice: ServiceOnPaper, today: date
) -> AgreedService:
    """A service of the directory with what was agreed about it; a tick is a check of today.

    A page whose address holds a never-word is left out; the service itself may still be named.
    """
    return AgreedService(
        id=entry.id,
        name=entry.name,
        one_line=category_name,
        contact=entry.contact or "",
        agreed=True,
        sensitive=entry.sensitive,
        on_paper=choice.on_paper,
        workers_only=entry.workers_only,
        open_now=entry.open_now,
        free=entry.is_free,
        checked_on=today if choice.ticked else entry.last_checked,
        next_check=entry.next_check,
        ticked=choice.ticked,
        web_page="" if never_words_in(entry.web_page) else entry.web_page,
    )


def crisis_lines(directory: ServiceDirectory, age: int) -> tuple[CrisisLine, ...]:
    """Named as people say them, without what the directory adds in brackets."""
    return tuple(
        CrisisLine(name=line.name.split(" (")[0], contact=line.contact or "", free=line.is_free)
        for line in directory.letter_lines(age)
    )


def named_services(services: tuple[LetterService, ...]) -> tuple[NamedService, ...]:
    """The services of a letter with their contacts exactly as printed."""
    return tuple(
        NamedService(service_id=service.id, name=service.name, contact=service.contact)
        for service in services
    )
