"""A directory entry as it is shown everywhere, with how far it has been checked (SP-03)."""

from dataclasses import dataclass
from datetime import date

from vrn_desktop.domain.identifiers import ServiceId
from vrn_desktop.domain.local_service import CheckState, Reach, ServiceEntry
from vrn_desktop.presenters.wording import full_date, large_at_first

CHECK_FIRST = "Check this number before you give it."
ASK_FIRST = "No number on file yet: ask before you offer it."
_REFERRAL = {True: "You can contact them yourself", False: "Needs a referral", None: ""}
_OLDEST_SAID = 100
"""Ages above this are no limit and are not said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceCard:
    """One service as it is offered; `caution` and `category` are for the worker only."""

    id: ServiceId
    name: str
    contact: str
    facts: tuple[str, ...]
    check: str
    caution: str
    category: str
    sensitive: bool
    workers_only: bool


def service_card(entry: ServiceEntry, today: date, *, category: str) -> ServiceCard:
    """The card of an entry on that day."""
    facts = (
        "National" if entry.reach is Reach.NATIONAL else entry.area,
        ages_words(entry),
        large_at_first(entry.cost),
        large_at_first(entry.bill),
        _REFERRAL[entry.self_referral],
        entry.opening_hours,
        entry.wait,
        entry.languages,
        entry.access,
    )
    return ServiceCard(
        id=entry.id,
        name=entry.name,
        contact=entry.contact or ASK_FIRST,
        facts=tuple(fact for fact in facts if fact),
        check=check_words(entry, today) if entry.contact else "",
        caution=entry.caution,
        category=category,
        sensitive=entry.sensitive,
        workers_only=entry.workers_only,
    )


def check_words(entry: ServiceEntry, today: date) -> str:
    """How far the number has been checked, in words."""
    if entry.last_checked is not None:
        words = f"Last checked {full_date(entry.last_checked)}."
    elif entry.checked is CheckState.SEEN:
        words = "Seen on a public page, not checked since."
    else:
        words = "Not checked yet."
    return f"{words} {CHECK_FIRST}" if entry.needs_check(today) else words


def ages_words(entry: ServiceEntry) -> str:
    """For which ages, as people say it."""
    first = entry.first_age or 0
    last = entry.last_age if entry.last_age and entry.last_age < _OLDEST_SAID else None
    if not first and last is None:
        return ""
    if last is None:
        return f"From {first} years"
    return f"Up to {last} years" if not first else f"{first} to {last} years"
