"""A service of the directory as it is offered in a conversation and named in a letter."""

from dataclasses import replace
from datetime import date

from vrn_desktop.domain.directory.service_facts import says_free
from vrn_desktop.domain.directory.service_freshness import last_look, next_look
from vrn_desktop.domain.directory.service_record import (
    STARTER_SOURCE,
    ServiceRecord,
    ServiceStatus,
)
from vrn_desktop.domain.identifiers import CategoryId, ServiceId
from vrn_desktop.domain.local_service import (
    KIND_NOT_KNOWN,
    SENSITIVE_CATEGORIES,
    Reach,
    ServiceEntry,
)

FREE = "free"


def offered_id(record: ServiceRecord) -> ServiceId:
    """The id by which a service is offered: the short one of an entry that comes with the program."""
    return ServiceId(record.external_id) if record.source == STARTER_SOURCE else record.id


def offered_entry(record: ServiceRecord) -> ServiceEntry:
    """The service as signposts and letters know it.

    A sensitive kind of help counts before any other (SP-09), and a service whose kind nobody has set
    is treated as sensitive too. What is gone or resting keeps its name and loses nothing else.
    """
    return ServiceEntry(
        id=offered_id(record),
        name=record.name,
        contact=record.contact,
        category=kind_of(record),
        reach=Reach.NATIONAL if record.national else Reach.LOCAL,
        checked=record.checked,
        area=", ".join(record.areas),
        note=record.note,
        caution=record.caution,
        bill=record.bill,
        workers_only=record.workers_only,
        first_age=record.first_age,
        last_age=record.last_age,
        cost=cost_of(record),
        self_referral=record.self_referral,
        opening_hours="; ".join(filter(None, (hours.description for hours in record.schedules))),
        wait=record.wait,
        languages=", ".join(record.languages),
        access=", ".join(dict.fromkeys(access_of(record))),
        last_checked=last_look(record),
        next_check=next_look(record),
        web_page=record.url,
    )


def without_checks(entry: ServiceEntry) -> ServiceEntry:
    """The same entry as if nobody had looked: a colleague found that something has changed."""
    return replace(entry, last_checked=None, next_check=None)


def freshened(entry: ServiceEntry, record: ServiceRecord) -> ServiceEntry:
    """An entry that comes with the program, with the checks that colleagues recorded since."""
    last, following = last_look(record), next_look(record)
    if last is None or not _newer(last, entry.last_checked):
        return entry
    return replace(entry, last_checked=last, next_check=following)


def is_offered(record: ServiceRecord, *, gone: bool) -> bool:
    """Whether it can be offered to a young person now."""
    return not gone and record.status is ServiceStatus.ACTIVE and not record.workers_only


def kind_of(record: ServiceRecord) -> CategoryId:
    """The kind of help it is offered as; the first sensitive one, else the first one."""
    sensitive = (kind for kind in record.categories if kind in SENSITIVE_CATEGORIES)
    return next(sensitive, next(iter(record.categories), KIND_NOT_KNOWN))


def cost_of(record: ServiceRecord) -> str:
    """What it costs, in the publisher's words; "free" where every price is nothing."""
    if record.fees:
        return record.fees
    if says_free(record):
        return FREE
    return "; ".join(
        ", ".join(
            part
            for part in ("" if cost.amount is None else f"£{cost.amount:.2f}", cost.words)
            if part
        )
        for cost in record.costs
    )


def access_of(record: ServiceRecord) -> tuple[str, ...]:
    """What its places say about getting in."""
    return tuple(words for place in record.places for words in place.accessibility)


def _newer(day: date, than: date | None) -> bool:
    return than is None or day > than
