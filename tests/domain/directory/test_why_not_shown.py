"""What a search shows, and the answer to "why am I not seeing it"."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.invented_directory_services import MIDDLE, invented_record
from vrn_desktop.domain.directory.search_words import folded_line, folded_words
from vrn_desktop.domain.directory.service_facts import ages_of, says_free
from vrn_desktop.domain.directory.service_query import FoundService, ServiceQuery, WhyNotShown
from vrn_desktop.domain.directory.service_record import Point, ServiceStatus
from vrn_desktop.domain.directory.why_not_shown import best_of, why_not_among, why_not_shown
from vrn_desktop.domain.identifiers import CategoryId

SERVICE = invented_record()


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        (ServiceQuery(words="swimming"), WhyNotShown.WORDS),
        (ServiceQuery(age=19), WhyNotShown.AGE),
        (ServiceQuery(categories=(CategoryId("crisis"),)), WhyNotShown.CATEGORY),
        (ServiceQuery(area="Oadby"), WhyNotShown.AREA),
        (ServiceQuery(near=Point(53.0, -1.13), within_km=5), WhyNotShown.TOO_FAR),
        (ServiceQuery(open_at=datetime(2026, 11, 22, 12, tzinfo=UTC)), WhyNotShown.CLOSED_THEN),
        (ServiceQuery(language="Somali"), WhyNotShown.LANGUAGE),
        (ServiceQuery(accessibility="hearing loop"), WhyNotShown.ACCESSIBILITY),
    ],
)
def test_each_reason_has_its_name(query: ServiceQuery, reason: WhyNotShown) -> None:
    assert why_not_shown(SERVICE, query) == (reason,)


@pytest.mark.parametrize(
    ("change", "query", "reason"),
    [
        ({"fees": "£3", "costs": ()}, ServiceQuery(free_only=True), WhyNotShown.COST),
        (
            {"self_referral": False},
            ServiceQuery(self_referral_only=True),
            WhyNotShown.NEEDS_REFERRAL,
        ),
        ({"workers_only": True}, ServiceQuery(young_people_may_see=True), WhyNotShown.WORKERS_ONLY),
        ({"status": ServiceStatus.DEFUNCT}, ServiceQuery(), WhyNotShown.NOT_ACTIVE),
    ],
)
def test_what_a_service_says_can_be_the_reason(
    change: dict[str, object], query: ServiceQuery, reason: WhyNotShown
) -> None:
    assert why_not_shown(replace(SERVICE, **change), query) == (reason,)  # type: ignore[arg-type]  # fields of the cases above


@pytest.mark.parametrize(("first", "last"), [(None, None), (-1, -1), (25, 11), (None, 99)])
def test_an_age_that_is_not_known_never_hides(first: int | None, last: int | None) -> None:
    service = replace(SERVICE, first_age=first, last_age=last)
    assert all(why_not_shown(service, ServiceQuery(age=age)) == () for age in (0, 10, 25, 120))
    assert ages_of(16, 104) == (16, 999)


def test_what_is_not_said_hides_nothing_but_a_promise() -> None:
    bare = replace(
        SERVICE,
        areas=(),
        places=(),
        schedules=(),
        self_referral=None,
        languages=(),
        fees="",
        costs=(),
    )
    asked = ServiceQuery(
        area="Oadby",
        near=MIDDLE,
        within_km=1,
        open_at=datetime(2026, 11, 23, 12, tzinfo=UTC),
        self_referral_only=True,
    )
    assert why_not_shown(bare, asked) == ()
    assert why_not_shown(bare, ServiceQuery(free_only=True)) == (WhyNotShown.COST,)
    assert says_free(SERVICE)


def test_a_list_also_ends_somewhere() -> None:
    one, two = FoundService(record=SERVICE), FoundService(record=invented_record(2))
    query = ServiceQuery(most=1)
    shown = [found.record.id for found in best_of([two, one], query)]
    assert shown == [SERVICE.id]
    assert why_not_among(one, query, shown) == ()
    assert why_not_among(two, query, shown) == (WhyNotShown.FURTHER_DOWN,)
    assert why_not_among(None, query, shown) == (WhyNotShown.NOT_IN_DIRECTORY,)
    gone = FoundService(record=SERVICE, gone=True)
    assert why_not_among(gone, query, ()) == (WhyNotShown.LEFT_ITS_FEED,)


def test_a_masked_place_gives_away_neither_point_nor_area() -> None:
    (place,) = SERVICE.places
    refuge = replace(SERVICE, places=(replace(place, masked=True),), areas=())
    query = ServiceQuery(near=MIDDLE, area="Nowhere")
    (found,) = best_of([FoundService(record=refuge)], query)
    assert found.distance_km is None


def test_words_are_folded_alike_in_every_script() -> None:
    assert folded_words("Café’s STRASSE—ﬁne") == ["cafe", "s", "strasse", "fine"]
    assert folded_words("straße किताब نَصّ") == ["strasse", *folded_words("किताब"), "نص"]
    assert folded_line(["one two", "Two three"]) == " one two three"
    assert max(map(len, folded_words("a" * 500))) < 100
