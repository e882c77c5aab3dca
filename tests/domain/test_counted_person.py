"""A young person counts once a quarter and in at most two of any four, whatever was recorded."""

from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.invented_counted_people import person_quarter, person_quarters
from vrn_desktop.domain.counted_person import (
    CountedReferral,
    PersonQuarter,
    ReferralProgress,
    counted_quarters,
    counted_while_lost,
    furthest,
    may_count,
)
from vrn_desktop.domain.identifiers import CategoryId, YoungPersonId
from vrn_desktop.domain.programme_period import Quarter, Week, quarter_at

CAPS = st.integers(1, 4)


def written(rows: tuple[PersonQuarter, ...]) -> list[str]:
    return [str(row.week) for row in rows]


def test_the_first_conversation_of_a_quarter_counts() -> None:
    weeks = [Week(2026, 45), Week(2026, 41), Week(2026, 52)]
    assert written(counted_quarters([person_quarter(week=w) for w in weeks], 2)) == ["2026-W41"]


def test_somebody_seen_every_quarter_counts_in_two_of_four() -> None:
    quarters = [quarter_at(Quarter(2025, 1).place + n) for n in range(9)]
    rows = [person_quarter(week=quarter.weeks[0]) for quarter in quarters]
    counted = [str(row.quarter) for row in counted_quarters(rows, 2)]
    assert counted == ["2025-Q1", "2025-Q2", "2026-Q1", "2026-Q2", "2027-Q1"]


def test_what_was_drawn_counts_on_though_the_record_is_gone() -> None:
    drawn = {YoungPersonId("person-1"): {Week(2026, 14), Week(2026, 27)}}
    rows = [person_quarter(week=Week(2026, 47)), person_quarter(person="person-2")]
    assert [row.person for row in counted_quarters(rows, 2, drawn)] == ["person-2"]


def test_a_quarter_drawn_already_is_not_asked_again() -> None:
    drawn = {YoungPersonId("person-1"): {Week(2026, 27), Week(2026, 47)}}
    assert written(counted_quarters([person_quarter()], 2, drawn)) == ["2026-W47"]


def test_a_later_conversation_never_counts_in_a_second_week_of_the_quarter() -> None:
    drawn = {YoungPersonId("person-1"): {Week(2026, 41)}}
    only_left = person_quarter(week=Week(2026, 47), level="tertiary")
    (counted,) = counted_quarters([only_left], 2, drawn)
    assert (str(counted.week), counted.level) == ("2026-W41", "tertiary")


def test_after_a_restore_everybody_counts_as_counted_in_what_was_lost() -> None:
    seen, unseen = YoungPersonId("person-1"), YoungPersonId("person-2")
    lost = [Week(2026, number) for number in (38, 39, 40, 41)]
    before = {seen: [Week(2026, 30)]}
    after = counted_while_lost(before, [seen, unseen], lost)
    assert after == {
        seen: {Week(2026, 30), Week(2026, 40)},
        unseen: {Week(2026, 38), Week(2026, 40)},
    }
    again = [person_quarter(week=Week(2026, 47)), person_quarter(week=Week(2027, 1))]
    assert written(counted_quarters(again, 2, after)) == ["2026-W40"]


def test_what_may_have_been_counted_never_lifts_the_cap() -> None:
    seen = YoungPersonId("person-1")
    before = {seen: [Week(2026, 2), Week(2026, 20)]}
    after = counted_while_lost(before, [seen], [Quarter(2026, 3), Week(2026, 40)])
    assert after[seen] == {*before[seen], Week(2026, 27), Week(2026, 40)}
    assert counted_quarters([person_quarter(week=Week(2026, 47))], 2, after) == ()


def test_quarters_after_are_looked_at_too() -> None:
    later = {Quarter(2026, 4), Quarter(2027, 1)}
    assert not may_count(Quarter(2026, 3), later, 2)
    assert may_count(Quarter(2026, 1), later, 2)


@given(rows=st.lists(person_quarters(), max_size=30), cap=CAPS)
def test_no_four_quarters_hold_a_person_more_often_than_the_cap(
    rows: list[PersonQuarter], cap: int
) -> None:
    places: dict[str, list[int]] = defaultdict(list)
    for row in counted_quarters(rows, cap):
        places[row.person].append(row.quarter.place)
    for theirs in places.values():
        assert len(set(theirs)) == len(theirs)
        for start in range(min(theirs) - 3, max(theirs) + 1):
            assert sum(place in range(start, start + 4) for place in theirs) <= cap


@given(rows=st.lists(person_quarters(), max_size=20), cap=CAPS, data=st.data())
def test_one_person_changes_nobody_elses_count(
    rows: list[PersonQuarter], cap: int, data: st.DataObject
) -> None:
    gone = data.draw(st.sampled_from([f"person-{n}" for n in range(1, 6)]))
    without = counted_quarters([row for row in rows if row.person != gone], cap)
    assert tuple(row for row in counted_quarters(rows, cap) if row.person != gone) == without


@given(rows=st.lists(person_quarters(people=2), max_size=12), cap=CAPS)
def test_drawing_week_by_week_counts_the_same_as_all_at_once(
    rows: list[PersonQuarter], cap: int
) -> None:
    drawn: dict[YoungPersonId, set[Week]] = defaultdict(set)
    step_by_step = []
    for week in sorted({row.week for row in rows}):
        seen = [row for row in rows if row.week <= week]
        for row in counted_quarters(seen, cap, drawn):
            if row.week == week:
                step_by_step.append(row)
                drawn[row.person].add(week)
    assert sorted(written(tuple(step_by_step))) == sorted(written(counted_quarters(rows, cap)))


@given(
    changes=st.lists(st.lists(person_quarters(people=1), max_size=4), min_size=1, max_size=12),
    cap=CAPS,
)
def test_records_that_come_change_and_go_between_drawings_break_no_cap(
    changes: list[list[PersonQuarter]], cap: int
) -> None:
    weeks = sorted({row.week for rows in changes for row in rows})
    drawn: dict[YoungPersonId, set[Week]] = defaultdict(set)
    for step, week in enumerate(weeks):
        as_it_stands_now = changes[step % len(changes)]
        for row in counted_quarters(as_it_stands_now, cap, drawn):
            if row.week == week:
                assert week not in drawn[row.person]
                drawn[row.person].add(week)
    for theirs in drawn.values():
        places = sorted(week.quarter.place for week in theirs)
        assert len(set(places)) == len(places)
        for start in places:
            assert sum(place in range(start, start + 4) for place in places) <= cap


@pytest.mark.parametrize(
    ("progress", "chosen"),
    [
        (("waiting", "contacted", "declined"), 1),
        (("could_not_reach", "waiting"), 0),
        (("could_not_reach", "contacted"), 1),
        (("reached", "reached"), 0),
    ],
)
def test_the_furthest_referral_counts_and_of_equals_the_first(
    progress: tuple[str, ...], chosen: int
) -> None:
    referrals = [
        CountedReferral(category=CategoryId(f"kind-{n}"), progress=ReferralProgress(word))
        for n, word in enumerate(progress)
    ]
    assert furthest(referrals) is referrals[chosen]
    assert furthest([]) is None
