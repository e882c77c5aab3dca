"""The search in the file shows what the domain's rule shows, in the same order, on any directory."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.repositories import directory_finding
from db.sql_store import SqlStore
from tests.db.invented_holder import START
from tests.invented_directory_services import (
    FEED,
    MIDDLE,
    SOURCE,
    invented_place,
    invented_record,
    read,
    weekly,
)
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.directory.service_query import FoundService, ServiceQuery
from vrn_desktop.domain.directory.service_record import (
    CostOption,
    Point,
    ServiceRecord,
    ServiceSchedule,
    ServiceStatus,
)
from vrn_desktop.domain.directory.why_not_shown import best_of, why_not_among
from vrn_desktop.domain.identifiers import CategoryId, ServiceId

WORDS = st.sampled_from(
    ["boxing", "box", "Café", "cafe", "naïve", "youth club", "x-ray", "مرحبا", "straße", 'a"b', ""]
)
DAYS = st.sampled_from(["MO", "TU", "WE", "TH", "FR", "SA", "SU"])
TIMES = st.sampled_from([None, time(0), time(9), time(17, 30), time(22)])
DATES = st.sampled_from([None, None, None, date(2026, 11, 1), date(2026, 12, 25)])
SCHEDULES = st.builds(
    ServiceSchedule,
    freq=st.sampled_from(["WEEKLY", "WEEKLY", "MONTHLY", "DAILY", ""]),
    interval=st.sampled_from([1, 1, 1, 2]),
    byday=st.lists(DAYS, max_size=3).map(tuple),
    opens_at=TIMES,
    closes_at=TIMES,
    valid_from=DATES,
    dtstart=DATES,
    is_closure=st.sampled_from([False, False, False, True]),
)
PLACES = st.sampled_from(
    [
        (),
        (invented_place(None),),
        (invented_place(),),
        (invented_place(Point(52.7, -1.0)), invented_place(Point(51.5, -0.1))),
        (invented_place(Point(52.66, -1.13), accessibility=("Hearing loop",)),),
        (invented_place(Point(100.0, 3.0)),),
        (invented_place(masked=True),),
        # Inside a box of five kilometres and outside of its circle.
        (invented_place(Point(52.67, -1.065)),),
    ]
)
CATEGORIES = st.lists(st.sampled_from(["activities", "crisis", "act"]), max_size=2, unique=True)


@st.composite
def records(draw: st.DrawFn, number: int) -> ServiceRecord:
    ages = st.sampled_from([None, 0, 11, 18, 25, 99, 104])
    return invented_record(
        number,
        name=draw(WORDS) or "Nothing else",
        organisation=draw(WORDS),
        description=draw(WORDS),
        first_age=draw(ages),
        last_age=draw(ages),
        fees=draw(st.sampled_from(["Free", "free of charge", "Small charge", ""])),
        costs=draw(st.sampled_from([(), (CostOption(amount=0),), (CostOption(amount=2.5),)])),
        schedules=draw(st.lists(SCHEDULES, max_size=2).map(tuple)),
        places=draw(PLACES),
        areas=draw(st.sampled_from([(), ("Braunstone",), ("North Leicester",)])),
        languages=draw(st.sampled_from([(), ("English",), ("English", "Polish")])),
        categories=tuple(map(CategoryId, draw(CATEGORIES))),
        self_referral=draw(st.sampled_from([None, True, False])),
        workers_only=draw(st.booleans()),
        national=draw(st.booleans()),
        status=draw(st.sampled_from([*ServiceStatus, ServiceStatus.ACTIVE])),
    )


def directories() -> st.SearchStrategy[list[ServiceRecord]]:
    return st.integers(1, 6).flatmap(lambda n: st.tuples(*map(records, range(n))).map(list))


MOMENTS = st.sampled_from(
    [
        None,
        datetime(2026, 11, 23, 9, 30, tzinfo=UTC),
        datetime(2026, 11, 24, 1, 0, tzinfo=UTC),
        datetime(2026, 12, 25, 12, 0, tzinfo=UTC),
        datetime(2026, 12, 26, 0, 30, tzinfo=UTC),
    ]
)


def sometimes(*values: object) -> st.SearchStrategy[object]:
    return st.sampled_from(values)


ASKED: dict[str, st.SearchStrategy[object]] = {
    "words": st.one_of(WORDS, sometimes("caf", 'NEAR("box" OR', "youth c", "gym *")),
    "age": sometimes(10, 11, 18, 26),
    "categories": sometimes(("crisis",), ("act", "crisis")),
    "area": sometimes("leic", "braunstone"),
    "near": sometimes(MIDDLE, Point(52.7, -1.0)),
    "within_km": sometimes(1, 5, 300),
    "open_at": MOMENTS,
    "open_on": sometimes(date(2026, 11, 23), date(2026, 12, 25)),
    "free_only": st.just(True),
    "language": st.just("pol"),
    "self_referral_only": st.just(True),
    "accessibility": st.just("step-free"),
    "young_people_may_see": st.just(True),
    "include_closed": st.just(True),
}


@st.composite
def queries(draw: st.DrawFn) -> ServiceQuery:
    """Few conditions at a time, so that something is found; a place more often than not."""
    names = draw(st.lists(st.sampled_from(sorted(ASKED)), max_size=3, unique=True))
    names += draw(st.sampled_from([[], ["near"], ["near", "within_km"]]))
    asked = {name: draw(ASKED[name]) for name in dict.fromkeys(names)}
    return ServiceQuery(most=draw(st.sampled_from([1, 2, 20])), **asked)  # type: ignore[arg-type]  # fields of the table above


@settings(
    deadline=None,
    max_examples=80,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    services=directories(), gone=st.booleans(), queries=st.lists(queries(), min_size=4, max_size=8)
)
def test_the_file_finds_what_the_rule_shows(
    store: SqlStore, services: list[ServiceRecord], gone: bool, queries: list[ServiceQuery]
) -> None:
    left = [services[0].id] if gone else []
    take_over(store, services, left)
    kept = [FoundService(record=one, gone=one.id in left) for one in services]
    for few in (0, 1_000):
        with pytest.MonkeyPatch.context() as patch, store.read() as work:
            patch.setattr(directory_finding, "FEW", few)
            patch.setattr(directory_finding, "PAGE", 2)
            for query in queries:
                found = work.directory.find(query)
                assert found == best_of(kept, query), query
                for one in kept:
                    reasons = why_not_among(one, query, [shown.record.id for shown in found])
                    assert bool(reasons) == (one.record.id not in {f.record.id for f in found})


def take_over(
    store: SqlStore, services: Sequence[ServiceRecord], gone: Sequence[ServiceId] = ()
) -> None:
    """Everything the source had before is replaced."""
    with store.change(Act.DIRECTORY_CHANGED, FEED) as work:
        work.directory.remove_source(FEED)
        work.directory.clear_superseded(FEED, 10_000)
        work.directory.put_source(SOURCE)
        work.directory.stage(FEED, [read(one) for one in services])
        work.directory.take_over(SOURCE, START)
        if gone:
            work.directory.stage_gone(FEED, gone)
            work.directory.take_over(SOURCE, START)


def test_each_word_is_the_beginning_of_a_word_whatever_its_accents(store: SqlStore) -> None:
    take_over(store, [invented_record(1, name="Café Société"), invented_record(2, name="Gym")])
    assert named(store, "SOC caf") == ["Café Société"]
    assert named(store, "société") == ["Café Société"]
    assert named(store, "ociete") == []


@pytest.mark.parametrize("typed", ['"', "'", "*", "NEAR(", "name_words:", "-", "\x00", "\ud800"])
def test_signs_and_operators_are_harmless(store: SqlStore, typed: str) -> None:
    take_over(store, [invented_record(1, name="Gym")])
    assert named(store, f"gym {typed}") in (["Gym"], [])
    assert named(store, f"gym{typed}") in (["Gym"], [])


def test_a_name_comes_before_a_description(store: SqlStore) -> None:
    take_over(
        store,
        [
            invented_record(1, name="Aa", description="boxing"),
            invented_record(2, name="Zz boxing", description=""),
        ],
    )
    assert named(store, "boxing") == ["Zz boxing", "Aa"]


def test_services_without_hours_or_place_stay_in_after_the_others(store: SqlStore) -> None:
    far = invented_place(Point(52.65, -1.13))
    take_over(
        store,
        [
            invented_record(1, name="No place", places=()),
            invented_record(2, name="No hours", schedules=()),
            invented_record(3, name="Open", places=(far,)),
            invented_record(4, name="Shut", schedules=(weekly("SA"),)),
        ],
    )
    with store.read() as work:
        query = ServiceQuery(
            near=MIDDLE, within_km=5, open_at=datetime(2026, 11, 23, 12, tzinfo=UTC)
        )
        found = work.directory.find(query)
    assert [one.record.name for one in found] == ["Open", "No hours", "No place"]


def named(store: SqlStore, words: str) -> list[str]:
    with store.read() as work:
        return [one.record.name for one in work.directory.find(ServiceQuery(words=words))]


def test_a_distance_is_a_circle_and_not_the_box_around_it(store: SqlStore) -> None:
    corner = invented_place(Point(52.67, -1.065))
    take_over(store, [invented_record(1, name="Corner", places=(corner,))])
    with store.read() as work:
        near = [
            [f.record.name for f in work.directory.find(ServiceQuery(near=MIDDLE, within_km=km))]
            for km in (5, 7)
        ]
    assert near == [[], ["Corner"]]
