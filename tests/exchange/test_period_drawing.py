"""One call draws a period: every cap holds from drawing to drawing, whatever happens to the records."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import replace
from fractions import Fraction
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.exchange_packs import shipped_pack
from tests.fixed_bits import FixedBits
from tests.invented_counted_people import person_quarter, person_quarters
from vrn_desktop.domain.counted_person import PersonQuarter, counted_while_lost
from vrn_desktop.domain.identifiers import YoungPersonId
from vrn_desktop.domain.period_closing import due_periods
from vrn_desktop.domain.programme_period import Period, ProgrammeYear, Quarter, Week
from vrn_desktop.exchange.guarantee import guarantee_of
from vrn_desktop.exchange.message_chain import ChainHead
from vrn_desktop.exchange.payload import Contribution, PeriodState, padded, refuse_other_tables
from vrn_desktop.exchange.period_drawing import (
    DrawnPeriod,
    Sender,
    drawn_period,
    kind_for,
    without_numbers,
)
from vrn_desktop.exchange.table_pack import MessageKind

PACK = shipped_pack()
SENDER = Sender(site="S001", head=ChainHead(), app="0.1.0")
YEARS = ProgrammeYear(2025), ProgrammeYear(2026)
EVERY_PERIOD = due_periods(
    starts=Quarter(2025, 1),
    last_drawn=None,
    today=YEARS[1].closed_from,
    trusted_day=YEARS[1].closed_from,
).periods


def drawn(
    period: Period,
    rows: list[PersonQuarter],
    counted: Mapping[YoungPersonId, Collection[Week]],
    seed: int,
) -> DrawnPeriod:
    return drawn_period(
        period,
        rows,
        counted,
        pack=PACK,
        sender=SENDER,
        message_id="0" * 32,
        bits=FixedBits((seed, period)),
    )


def test_a_drawing_is_what_a_message_may_say() -> None:
    for period in (Week(2026, 47), Quarter(2026, 4), ProgrammeYear(2026)):
        said = drawn(period, [person_quarter()], {}, 1).contribution
        refuse_other_tables(said, PACK)
        assert padded(said)
        assert (said.state, said.kind.fits(period)) == (PeriodState.OK, True)


def test_who_is_first_seen_when_the_quarter_closes_uses_it_up_as_well() -> None:
    late = person_quarter()
    assert drawn(Quarter(2026, 4), [late], {}, 1).newly_counted == {late.person: late.week}
    assert drawn(ProgrammeYear(2026), [late], {}, 1).newly_counted == {}


def test_a_week_uses_up_a_quarter_and_only_once() -> None:
    rows = [person_quarter()]
    counted: dict[YoungPersonId, set[Week]] = {}
    assert drawn(Week(2026, 46), rows, counted, 1).newly_counted == {}
    newly = drawn(Week(2026, 47), rows, counted, 1).newly_counted
    assert newly == {rows[0].person: Week(2026, 47)}
    counted[rows[0].person] = {Week(2026, 47)}
    for period in (Week(2026, 47), Quarter(2026, 4), ProgrammeYear(2026)):
        assert drawn(period, rows, counted, 1).newly_counted == {}


def test_kinds_follow_the_length_of_the_period() -> None:
    assert [kind_for(p) for p in (Week(2026, 1), Quarter(2026, 1), ProgrammeYear(2026))] == list(
        MessageKind
    )


def test_a_word_without_numbers_holds_none() -> None:
    for state in (PeriodState.MISSING, PeriodState.WITHDRAWN):
        said = without_numbers(
            Quarter(2026, 4), state, pack=PACK, sender=SENDER, message_id="0" * 32
        )
        assert (said.tables, said.scale, said.state) == ({}, {}, state)
        refuse_other_tables(said, PACK)
    with pytest.raises(ValueError, match="come from a drawing"):
        without_numbers(
            Quarter(2026, 4), PeriodState.OK, pack=PACK, sender=SENDER, message_id="0" * 32
        )


def _transcript(
    steps: list[list[PersonQuarter]], *, without: str, seed: int
) -> list[tuple[Period, Contribution]]:
    """All that a site sends in two years, while its records are other ones at each drawing."""
    counted: dict[YoungPersonId, set[Week]] = defaultdict(set)
    said = []
    for number, period in enumerate(EVERY_PERIOD):
        rows = [row for row in steps[number % len(steps)] if row.person != without]
        outcome = drawn(period, rows, counted, seed)
        for person, week in outcome.newly_counted.items():
            counted[person].add(week)
        said.append((period, outcome.contribution))
    return said


def _counted_in(said: Contribution, name: str) -> int:
    """How many people a drawing with seed 1 counted: the same noise on nobody is taken off."""
    return sum(said.tables.get(name, ())) - sum(_nobody(said.period).tables.get(name, ()))


@cache
def _nobody(period: Period) -> Contribution:
    return drawn(period, [], {}, 1).contribution


IN_TWO_YEARS = person_quarters(
    people=2,
    weeks=st.sampled_from([w for y in YEARS for q in y.quarters for w in q.weeks[:2]]),
)


@settings(max_examples=25, deadline=None)
@given(
    steps=st.lists(st.lists(IN_TWO_YEARS, max_size=10), min_size=1, max_size=4),
    seed=st.integers(0, 2**32),
)
def test_one_person_changes_numbers_only_and_by_no_more_than_promised(
    steps: list[list[PersonQuarter]], seed: int
) -> None:
    with_person = _transcript(steps, without="", seed=seed)
    without = _transcript(steps, without="person-1", seed=seed)
    loss: dict[Period, Fraction] = {}
    for (period, one), (other_period, other) in zip(with_person, without, strict=True):
        assert period == other_period
        assert replace(one, tables={}) == replace(other, tables={})
        loss[period] = sum(
            (
                Fraction(abs(a - b), PACK.table(name).scale)
                for name, cells in one.tables.items()
                for a, b in zip(cells, other.tables[name], strict=True)
            ),
            Fraction(0),
        )
    quarters = [quarter for year in YEARS for quarter in year.quarters]
    of_quarter = [loss[q] + sum(loss[week] for week in q.weeks) for q in quarters]
    promise = guarantee_of(PACK)
    assert max(of_quarter) <= promise.quarter
    for start in range(len(quarters) - 3):
        years = {quarter.programme_year for quarter in quarters[start : start + 4]}
        window = sum(of_quarter[start : start + 4]) + sum(loss[year] for year in years)
        assert window <= (promise.year if len(years) == 1 else promise.four_quarters)


@settings(max_examples=40, deadline=None)
@given(data=st.data(), rows=st.lists(IN_TWO_YEARS, max_size=12))
def test_a_restored_file_counts_nobody_again(
    data: st.DataObject, rows: list[PersonQuarter]
) -> None:
    theirs = [row for row in rows if row.person == "person-1"]
    backed_up = data.draw(st.integers(0, len(EVERY_PERIOD) - 1))
    restored = data.draw(st.integers(backed_up, len(EVERY_PERIOD)))
    kept = data.draw(st.lists(st.sampled_from(theirs), unique=True)) if theirs else []
    person = YoungPersonId("person-1")
    counted: dict[YoungPersonId, frozenset[Week]] = {}
    in_backup = counted
    said: list[Contribution] = []
    for number, period in enumerate(EVERY_PERIOD):
        if number == backed_up:
            in_backup = counted
        if number == restored:
            lost = [p for p in EVERY_PERIOD[backed_up:restored] if not isinstance(p, ProgrammeYear)]
            counted = counted_while_lost(in_backup, [person], lost)
            theirs = kept
        drawing = drawn(period, theirs, counted, 1)
        counted = counted | {
            who: counted.get(who, frozenset()) | {week}
            for who, week in drawing.newly_counted.items()
        }
        said.append(drawing.contribution)
    weeks = [
        s.period.quarter.place for s in said if isinstance(s.period, Week) and _counted_in(s, "P")
    ]
    quarters = [
        s.period.place for s in said if isinstance(s.period, Quarter) and _counted_in(s, "J")
    ]
    assert max((_counted_in(s, name) for s in said for name in "PJ"), default=0) <= 1
    assert len(set(weeks)) == len(weeks)
    places = {*weeks, *quarters}
    for start in places:
        assert sum(place in range(start, start + 4) for place in places) <= 2
