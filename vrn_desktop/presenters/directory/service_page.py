"""One service of the directory made into its page: everything SP-03 names, in words."""

from collections.abc import Iterator
from datetime import date, datetime

from vrn_desktop.application.service_search_service import ServiceInFull
from vrn_desktop.domain.directory.distance import FlatMap
from vrn_desktop.domain.directory.known_place import KnownPlace
from vrn_desktop.domain.directory.offered_entry import cost_of
from vrn_desktop.domain.directory.service_freshness import next_look
from vrn_desktop.domain.directory.service_query import ServiceCheck
from vrn_desktop.domain.directory.service_record import (
    LOCAL_SOURCE,
    PlaceKind,
    ServicePlace,
    ServiceRecord,
    ServiceStatus,
    SourceKind,
)
from vrn_desktop.domain.local_service import SENSITIVE_CATEGORIES
from vrn_desktop.presenters.directory.found_card import (
    REFERRAL,
    age_words,
    distance_words,
    look_words,
)
from vrn_desktop.presenters.directory.opening_words import now_words, week_lines
from vrn_desktop.presenters.directory.service_page_state import (
    NO_LONGER_THERE,
    SECRET_ADDRESS,
    CheckLine,
    Fact,
    NumberLine,
    PlaceLine,
    ServicePage,
)
from vrn_desktop.presenters.wording import full_date, large_at_first, local_date

NOT_SAID = "Not said"
LONGEST_ABOUT = 6_000
"""Letters of a description that are shown; some feeds hold whole books."""
GONE = "It is no longer in the list it came from. It may have closed: call before you offer it."
RESTING = {
    ServiceStatus.INACTIVE: "Its publisher says that it is not running now.",
    ServiceStatus.DEFUNCT: "Its publisher says that it has closed for good.",
    ServiceStatus.TEMPORARILY_CLOSED: "Its publisher says that it is closed for now.",
}
DOUBTED = "A colleague found that something has changed. Check it before you give it."
FOR_WORKERS = "For workers only. Do not give it to a young person."
SENSITIVE = (
    "A letter names it only if the young person says so: its name could give something away."
)
_WHERE_FROM = {
    SourceKind.STARTER: "The list that comes with the program",
    SourceKind.LOCAL: "Our own entry",
}
_PLACES = {PlaceKind.VIRTUAL: "Online or by phone", PlaceKind.POSTAL: "By post"}


def service_page(full: ServiceInFull, now: datetime, place: KnownPlace | None) -> ServicePage:
    """The page at an aware moment; distances count from `place` where it is known."""
    record, today = full.found.record, local_date(now)
    return ServicePage(
        id=record.id,
        name=record.name,
        organisation="" if record.organisation == record.name else record.organisation,
        about=_shortened(record.description.strip()),
        alert=record.alert,
        warnings=tuple(_warnings(full)),
        numbers=tuple(NumberLine(number=p.number, about=p.about) for p in record.phones),
        web_page=record.url,
        email=record.email,
        facts=_facts(full),
        now=now_words(record.schedules, now),
        week=week_lines(record.schedules, today),
        places=tuple(_place(one, place) for one in record.places),
        caution=record.caution,
        checked=DOUBTED if full.is_doubted else _checked(record, today),
        checks=tuple(_check(check) for check in full.checks),
        source=_source(full),
        kinds=record.categories,
        is_ours=record.source == LOCAL_SOURCE,
    )


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST_ABOUT else f"{text[:LONGEST_ABOUT].rstrip()}…"


def _warnings(full: ServiceInFull) -> Iterator[str]:
    record = full.found.record
    if full.found.gone:
        yield GONE
    if record.status in RESTING:
        yield RESTING[record.status]
    if full.is_doubted:
        yield f"{DOUBTED} {full.checks[0].note}".strip()
    if record.workers_only:
        yield FOR_WORKERS
    elif not record.categories:
        yield "Nobody has said yet what kind of help it is. Until then, letters treat it as sensitive."
    elif SENSITIVE_CATEGORIES & set(record.categories):
        yield SENSITIVE


def _facts(full: ServiceInFull) -> tuple[Fact, ...]:
    record = full.found.record
    names = dict(full.category_names)
    access = dict.fromkeys(words for place in record.places for words in place.accessibility)
    referral = "" if record.self_referral is None else REFERRAL[record.self_referral]
    known = (
        ("What kind of help", ", ".join(names[k] for k in record.categories if k in names)),
        ("Area", "The whole country" if record.national else ", ".join(record.areas)),
        ("Ages", age_words(record.first_age, record.last_age)),
        ("Cost", large_at_first(cost_of(record))),
        ("How to get in touch", referral),
        ("Wait", record.wait),
        ("Languages", ", ".join(record.languages)),
        ("Getting in", ", ".join(access)),
    )
    always = [Fact(label=label, words=words or NOT_SAID) for label, words in known]
    if record.bill:
        always.append(Fact(label="On the phone bill", words=large_at_first(record.bill)))
    if record.note:
        always.append(Fact(label="Note", words=record.note))
    return tuple(always)


def _place(one: ServicePlace, counted_from: KnownPlace | None) -> PlaceLine:
    if one.masked:
        return PlaceLine(name="", address=SECRET_ADDRESS, is_secret=True)
    distance = ""
    if counted_from is not None and one.point is not None:
        kilometres = FlatMap.around(counted_from.point).kilometres(one.point)
        distance = distance_words(kilometres, about=counted_from.about)
    address = ", ".join(filter(None, (*one.address, one.postcode)))
    return PlaceLine(
        name=one.name if one.name not in one.address else "",
        address=address or _PLACES.get(one.kind, ""),
        distance=distance,
        access=", ".join(one.accessibility),
    )


def _checked(record: ServiceRecord, today: date) -> str:
    next_day = next_look(record)
    words = look_words(record, today)
    by = f" By {record.checked_by}." if record.checked_by and record.last_checked else ""
    again = f" Next check by {full_date(next_day)}." if next_day and next_day >= today else ""
    return f"{words}{by}{again}"


def _check(check: ServiceCheck) -> CheckLine:
    said = "still right" if check.still_right else f"changed: {check.note or 'not said what'}"
    return CheckLine(when=full_date(check.checked_on), what=f"{check.checked_by}: {said}")


def _source(full: ServiceInFull) -> str:
    source, record = full.source, full.found.record
    if source is None:
        return NO_LONGER_THERE
    name = _WHERE_FROM.get(source.kind) or f"From “{source.name}”"
    changed = f"changed there on {full_date(record.modified_on)}" if record.modified_on else ""
    licence = f"licence {source.licence}" if source.licence else ""
    taken = ""
    if source.kind is SourceKind.FEED and source.taken_over_at is not None:
        taken = f"taken over on {full_date(local_date(source.taken_over_at))}"
    return ", ".join(filter(None, (name, taken, changed, licence))) + "."
