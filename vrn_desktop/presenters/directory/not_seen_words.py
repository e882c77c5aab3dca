"""Why somebody is not seeing a service, in plain words, and how to see it all the same."""

from dataclasses import dataclass

from vrn_desktop.application.service_search_service import NotSeen
from vrn_desktop.domain.directory.offered_entry import cost_of
from vrn_desktop.domain.directory.service_query import FoundService, WhyNotShown
from vrn_desktop.domain.directory.service_record import ServiceRecord
from vrn_desktop.domain.identifiers import ServiceId
from vrn_desktop.presenters.directory.found_card import age_words
from vrn_desktop.presenters.directory.service_filters import (
    WIDENED_BY,
    Part,
    ServiceFilters,
    when_words,
)
from vrn_desktop.presenters.wording import count

NO_SUCH = "No service of this name is in the directory. You can write an entry of your own."
SEEN = "It is on the list now."
BEYOND_FILTERS = frozenset(
    {WhyNotShown.NOT_ACTIVE, WhyNotShown.LEFT_ITS_FEED, WhyNotShown.WORKERS_ONLY}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NotSeenLine:
    """One service that was meant; `widened` parts taken away show it, where that helps."""

    service: ServiceId | None
    name: str
    reasons: tuple[str, ...]
    widened: tuple[Part, ...] = ()
    can_be_shown: bool = False


def not_seen_line(not_seen: NotSeen, filters: ServiceFilters) -> NotSeenLine:
    """The line about one service."""
    found = not_seen.found
    if found is None:
        return NotSeenLine(service=None, name="", reasons=(NO_SUCH,))
    reasons = tuple(_reason(reason, found, filters) for reason in not_seen.reasons)
    shown_by_widening = bool(reasons) and not BEYOND_FILTERS & set(not_seen.reasons)
    return NotSeenLine(
        service=found.record.id,
        name=found.record.name,
        reasons=reasons or (SEEN,),
        widened=tuple(WIDENED_BY[reason] for reason in not_seen.reasons if reason in WIDENED_BY),
        can_be_shown=shown_by_widening,
    )


def _reason(reason: WhyNotShown, found: FoundService, filters: ServiceFilters) -> str:
    record = found.record
    sentences = {
        WhyNotShown.WORDS: f"The words “{filters.words.strip()}” are not in it.",
        WhyNotShown.AGE: f"It is for another age: {_ages(record)}.",
        WhyNotShown.CATEGORY: "It is not listed under the kind of help you chose.",
        WhyNotShown.AREA: f"It is for another area: {', '.join(record.areas) or 'see its places'}.",
        WhyNotShown.TOO_FAR: f"It is further away than {count(filters.miles or 0, 'mile')}.",
        WhyNotShown.CLOSED_THEN: f"It is closed: you asked for “{when_words(filters.when)}”.",
        WhyNotShown.COST: f"It does not say that it is free{_price(record)}.",
        WhyNotShown.LANGUAGE: f"It does not say that it speaks “{filters.language.strip()}”.",
        WhyNotShown.NEEDS_REFERRAL: "It needs a referral: young people cannot contact it themselves.",
        WhyNotShown.ACCESSIBILITY: f"It does not say “{filters.access.strip()}”.",
        WhyNotShown.WORKERS_ONLY: "It is for workers only.",
        WhyNotShown.NOT_ACTIVE: "Its publisher says that it is closed for now, or for good.",
        WhyNotShown.LEFT_ITS_FEED: "It is no longer in the list it came from. It may have closed.",
        WhyNotShown.FURTHER_DOWN: "It fits, and stands further down the list.",
    }
    return sentences.get(reason, NO_SUCH)


def _ages(record: ServiceRecord) -> str:
    return age_words(record.first_age, record.last_age).lower() or "see its page"


def _price(record: ServiceRecord) -> str:
    cost = cost_of(record)
    return f": “{cost}”" if cost else ""
