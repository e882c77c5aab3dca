"""A small directory of invented services, as feeds and colleagues would have written them."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

from tests.fake_store import FakeStore
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.directory.service_reading import ReadService
from vrn_desktop.domain.directory.service_record import (
    LOCAL_SOURCE,
    CostOption,
    DirectorySource,
    Point,
    ServicePhone,
    ServicePlace,
    ServiceRecord,
    ServiceSchedule,
    ServiceStatus,
    SourceKind,
    service_id,
)
from vrn_desktop.domain.identifiers import CategoryId, SourceId

FEED = SourceId("harbour")
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR")
AT_NINE = ServiceSchedule(freq="WEEKLY", byday=WEEKDAYS, opens_at=time(9), closes_at=time(17))
EVENINGS = ServiceSchedule(
    freq="WEEKLY", byday=("TU", "TH"), opens_at=time(18), closes_at=time(20, 30)
)
LATE = ServiceSchedule(freq="WEEKLY", byday=("FR", "SA"), opens_at=time(20), closes_at=time(2))
CENTRE = Point(52.636, -1.135)
LOUGHBOROUGH = Point(52.772, -1.206)


def feed_record(name: str, external: str = "", **more: object) -> ServiceRecord:
    """A service of the invented feed."""
    key = external or "-".join(name.casefold().split())
    plain = ServiceRecord(
        id=service_id(FEED, key), source=FEED, external_id=key, name=name, areas=("Leicester",)
    )
    return replace(plain, **more)  # type: ignore[arg-type]


LISTENING = feed_record(
    "Harbour Listening Service",
    organisation="Harbour Trust",
    description="Somebody to talk to about worries, sleep and anger. You can come on your own.",
    url="https://listening.example/help",
    email="hello@listening.example",
    phones=(
        ServicePhone(number="01632 960101", about="Front desk"),
        ServicePhone(number="07700 900101", about="Texts"),
    ),
    first_age=11,
    last_age=19,
    fees="Free",
    schedules=(AT_NINE, ServiceSchedule(description="In term time only.")),
    places=(
        ServicePlace(
            name="Harbour House",
            address=("4 Harbour Street", "Leicester"),
            postcode="LE1 9ZZ",
            point=CENTRE,
            accessibility=("Step-free entrance",),
        ),
        ServicePlace(address=("The Annexe", "Loughborough"), point=LOUGHBOROUGH),
    ),
    languages=("English", "Gujarati"),
    categories=(CategoryId("mental_health"),),
    self_referral=True,
    wait="About two weeks",
    alert="Closed in the last week of December.",
    assured_on=date(2026, 11, 2),
    modified_on=date(2026, 11, 3),
)
BOXING = feed_record(
    "Lantern Boxing Gym",
    description="Boxing and breakfast for young people.",
    phones=(ServicePhone(number="01632 960102"),),
    first_age=8,
    last_age=25,
    costs=(CostOption(amount=2.5, words="a session"),),
    schedules=(EVENINGS,),
    places=(ServicePlace(address=("1 Lantern Lane", "Loughborough"), point=LOUGHBOROUGH),),
    areas=("Leicestershire",),
    categories=(CategoryId("activities"),),
    self_referral=True,
    assured_on=date(2025, 3, 1),
)
REFUGE = feed_record(
    "Maple Refuge",
    description="A safe place to stay.",
    phones=(ServicePhone(number="01632 960103"),),
    first_age=16,
    places=(ServicePlace(masked=True),),
    categories=(CategoryId("domestic_abuse"),),
    self_referral=False,
    last_checked=date(2026, 11, 1),
)
NIGHT_BUS = feed_record(
    "Night Kitchen",
    description="Hot food and a warm place.",
    phones=(ServicePhone(number="01632 960104"),),
    fees="Free",
    schedules=(LATE,),
    categories=(CategoryId("money_housing"),),
)
RESTING = feed_record(
    "Resting Choir", status=ServiceStatus.TEMPORARILY_CLOSED, description="Singing together."
)
FEED_SERVICES = (LISTENING, BOXING, REFUGE, NIGHT_BUS, RESTING)
OUR_OWN = ServiceRecord(
    id=service_id(LOCAL_SOURCE, "own-1"),
    source=LOCAL_SOURCE,
    external_id="own-1",
    name="Cedar Mentors",
    description="One worker for one young person, for half a year.",
    phones=(ServicePhone(number="01632 960105"),),
    areas=("Leicester",),
    categories=(CategoryId("mentoring"),),
    last_checked=date(2026, 11, 20),
    checked_by="Priya Invented",
    next_check=date(2027, 2, 20),
)


def fill_directory(store: FakeStore, *services: ServiceRecord) -> None:
    """Put services into the directory of a store in memory; without names all invented ones."""
    wanted = services or (*FEED_SERVICES, OUR_OWN)
    at = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
    source = DirectorySource(
        id=FEED, kind=SourceKind.FEED, name="Harbour county list", licence="OGL 3.0"
    )
    with store.change(Act.DIRECTORY_CHANGED, FEED) as work:
        feed = [ReadService(record=one, raw=one.name) for one in wanted if one.source == FEED]
        work.directory.put_source(source)
        work.directory.stage(FEED, feed)
        work.directory.take_over(source, at)
        for one in wanted:
            if one.source == LOCAL_SOURCE:
                work.directory.put_local(one)
