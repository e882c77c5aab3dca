"""A service of the directory as a card in a list of what was found (SP-03)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from vrn_desktop.domain.directory.offered_entry import cost_of, offered_entry
from vrn_desktop.domain.directory.service_freshness import last_look, needs_look
from vrn_desktop.domain.directory.service_query import FoundService
from vrn_desktop.domain.directory.service_record import LOCAL_SOURCE, ServiceRecord
from vrn_desktop.domain.identifiers import CategoryId, ServiceId
from vrn_desktop.domain.local_service import CheckState
from vrn_desktop.presenters.directory.opening_words import now_words
from vrn_desktop.presenters.service_cards import ASK_FIRST, CHECK_FIRST, ServiceCard
from vrn_desktop.presenters.wording import full_date, large_at_first, local_date

KM_IN_A_MILE = 1.609344
LONGEST_LINE = 160
REFERRAL = {True: "Contact them yourself", False: "Needs a referral"}
OLDEST_SAID = 99
NEARBY_MILES = 0.1
FAR_MILES = 10.0
GONE, RESTING, OURS = "No longer in its list", "Closed for now", "Our own entry"
WORKERS_ONLY = "For workers only"


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundCard:
    """One service of a list; `id` opens its page, `offered_as` is its id in an offer.

    `marks`, `caution` and `kinds` are for workers.
    """

    id: ServiceId
    name: str
    what: str
    facts: tuple[str, ...]
    hours: str
    contact: str
    check: str
    needs_check: bool
    offered_as: ServiceId
    kinds: tuple[CategoryId, ...] = ()
    marks: tuple[str, ...] = ()
    caution: str = ""
    sensitive: bool = False
    workers_only: bool = False
    further: tuple[str, ...] = ()
    """Area, wait, languages and access: in a list they would be too much, in an offer they belong."""

    @property
    def spoken(self) -> str:
        """Everything on the card as one text, for a screen reader."""
        parts = (*self.marks, self.what, *self.facts, self.hours, self.contact, self.check)
        return ". ".join(part.rstrip(".") for part in parts if part)


def found_card(found: FoundService, now: datetime, *, about: bool = False) -> FoundCard:
    """The card at an aware moment; `about` says that the place counted from is only near there."""
    record, today = found.record, local_date(now)
    facts = (
        age_words(record.first_age, record.last_age),
        large_at_first(cost_of(record)),
        "" if found.distance_km is None else distance_words(found.distance_km, about=about),
        "" if record.self_referral is None else REFERRAL[record.self_referral],
    )
    hours = now_words(record.schedules, now)
    entry = offered_entry(record)
    return FoundCard(
        id=record.id,
        name=record.name,
        what=what_it_is(record),
        facts=tuple(fact for fact in facts if fact),
        hours=hours,
        contact=record.contact or ASK_FIRST,
        check=look_words(record, today) if record.contact else "",
        needs_check=needs_look(record, today),
        offered_as=entry.id,
        kinds=record.categories,
        caution=record.caution,
        sensitive=entry.sensitive,
        workers_only=record.workers_only,
        further=tuple(
            words
            for words in (
                "National" if record.national else entry.area,
                large_at_first(record.bill),
                f"Wait: {record.wait}" if record.wait else "",
                entry.languages,
                entry.access,
            )
            if words
        ),
        marks=tuple(mark for mark in _marks(found) if mark),
    )


def card_to_offer(card: FoundCard, kind_names: Mapping[CategoryId, str]) -> ServiceCard:
    """The same service as it is offered in a conversation, with a yes or no to it."""
    return ServiceCard(
        id=card.offered_as,
        name=card.name,
        contact=card.contact,
        facts=tuple(fact for fact in (card.what, *card.facts, card.hours, *card.further) if fact),
        check=card.check,
        caution=card.caution,
        category=", ".join(kind_names[kind] for kind in card.kinds if kind in kind_names),
        sensitive=card.sensitive,
        workers_only=card.workers_only,
    )


def what_it_is(record: ServiceRecord) -> str:
    """One line: the beginning of what it says of itself, else who gives it, else where."""
    first = " ".join(record.description.split())
    if len(first) > LONGEST_LINE:
        first = first[:LONGEST_LINE].rsplit(" ", 1)[0].rstrip(" ,.;:") + "…"
    where = "National" if record.national else ", ".join(record.areas)
    return first or record.organisation or where


def age_words(first_age: int | None, last_age: int | None) -> str:
    """For which ages, as people say it; empty where nothing is said or nobody is left out."""
    first = first_age if first_age is not None and first_age > 0 else 0
    last = last_age if last_age is not None and 0 <= last_age < OLDEST_SAID else None
    if last is None:
        return f"From {first} years" if first else ""
    return f"{first} to {last} years" if first else f"Up to {last} years"


def distance_words(kilometres: float, *, about: bool) -> str:
    """How far away, in miles, as straight as a bird flies."""
    miles = kilometres / KM_IN_A_MILE
    if miles < NEARBY_MILES:
        return "Very near"
    said = f"{miles:.0f}" if miles >= FAR_MILES else f"{miles:.1f}"
    unit = "mile" if said == "1.0" else "miles"
    return f"{'About ' if about else ''}{said} {unit} away"


def look_words(record: ServiceRecord, today: date) -> str:
    """When somebody last looked whether it is right, and that it must be checked before it is given."""
    last = last_look(record)
    if last is not None:
        by_publisher = "" if last == record.last_checked else " by its publisher"
        words = f"Last checked {full_date(last)}{by_publisher}."
    elif record.checked is CheckState.SEEN:
        words = "Seen on a public page, not checked since."
    else:
        words = "Not checked yet."
    return f"{words} {CHECK_FIRST}" if needs_look(record, today) else words


def _marks(found: FoundService) -> tuple[str, ...]:
    record = found.record
    return (
        GONE if found.gone else "",
        "" if record.is_open_to_anyone_new else RESTING,
        WORKERS_ONLY if record.workers_only else "",
        OURS if record.source == LOCAL_SOURCE else "",
    )
