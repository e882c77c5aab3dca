"""Counting holds the caps: one person more changes the tables by no more than the promise says."""

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.exchange_packs import changed_pack, shipped_pack
from tests.invented_counted_people import person_quarter, person_quarters
from vrn_desktop.domain.counted_person import (
    CountedOutcome,
    CountedReferral,
    EthnicGroup,
    PersonQuarter,
    ReferralProgress,
    counted_quarters,
)
from vrn_desktop.domain.identifiers import CategoryId, LevelName, LifeStageId
from vrn_desktop.domain.programme_period import Period, ProgrammeYear, Quarter, Week, quarter_at
from vrn_desktop.domain.setting import SettingKind
from vrn_desktop.exchange.errors import NotCountableError
from vrn_desktop.exchange.guarantee import guarantee_of
from vrn_desktop.exchange.table_counting import true_counts
from vrn_desktop.exchange.table_pack import MessageKind, TablePack

YEARS = [ProgrammeYear(year) for year in (2025, 2026, 2027)]
QUARTERS = [quarter for year in YEARS for quarter in year.quarters]
WEEK_47 = Week(2026, 47)
YEAR_2026 = ProgrammeYear(2026)


def kinds_and_periods(quarters: Iterable[Quarter]) -> list[tuple[MessageKind, Period]]:
    """Everything that is sent about some quarters and the programme years they touch."""
    quarters = list(quarters)
    years = sorted({quarter.programme_year for quarter in quarters})
    return [
        *((MessageKind.P, week) for quarter in quarters for week in quarter.weeks),
        *((MessageKind.Q, quarter) for quarter in quarters),
        *((MessageKind.Y, year) for year in years),
    ]


def shown(row: PersonQuarter, kind: MessageKind, period: Period) -> dict[str, list[str]]:
    """For each table the headings of the cells that one row alone adds to."""
    counts = true_counts([row], shipped_pack(), kind, period)
    return {
        name: [
            " / ".join(entry.code for entry in headings)
            for headings, count in zip(shipped_pack().table(name).headings(), cells, strict=True)
            for _ in range(count)
        ]
        for name, cells in counts.items()
    }


FACTS = replace(
    person_quarter(),
    level=LevelName("tertiary"),
    life_stage=LifeStageId("YA"),
    setting=SettingKind.HEALTH,
    outcome=CountedOutcome.ACCEPTED,
    ethnic_group=EthnicGroup.MIXED,
    offered=tuple(
        CategoryId(name)
        for name in ("bullying", "online_safety", "unheard_of", "crisis", "send", "money_housing")
    ),
    referrals=(
        CountedReferral(category=CategoryId("crisis"), progress=ReferralProgress.WAITING),
        CountedReferral(category=CategoryId("health"), progress=ReferralProgress.CONTACTED),
        CountedReferral(category=CategoryId("missing"), progress=ReferralProgress.CONTACTED),
    ),
)


def test_a_person_stands_under_the_headings_of_their_facts() -> None:
    assert shown(FACTS, MessageKind.P, WEEK_47) == {"P": ["tertiary_or_escalated"]}
    assert shown(FACTS, MessageKind.Q, WEEK_47.quarter) == {
        "J": ["tertiary / adult / health"],
        "C": ["tertiary / accepted"],
    }
    assert shown(FACTS, MessageKind.Y, YEAR_2026) == {
        "N": ["feelings_and_crisis", "online_and_bullying", "education_and_send"],
        "S": ["feelings_and_health / contacted"],
        "E": ["mixed / tertiary"],
    }


@pytest.mark.parametrize(
    ("level", "escalated", "heading"),
    [
        ("primary", True, "tertiary_or_escalated"),
        ("tertiary", False, "tertiary_or_escalated"),
        ("insufficient", False, "others"),
        ("secondary", False, "others"),
    ],
)
def test_escalated_counts_as_urgent_at_any_level(
    level: str, *, escalated: bool, heading: str
) -> None:
    row = replace(person_quarter(level=level), escalated=escalated)
    assert shown(row, MessageKind.P, WEEK_47) == {"P": [heading]}


def test_other_periods_are_left_out() -> None:
    others: dict[MessageKind, Period] = {
        MessageKind.P: Week(2026, 46),
        MessageKind.Q: Quarter(2026, 3),
        MessageKind.Y: ProgrammeYear(2027),
    }
    for kind, period in others.items():
        counts = true_counts([FACTS], shipped_pack(), kind, period)
        assert not any(sum(cells) for cells in counts.values())
        assert {name: len(cells) for name, cells in counts.items()} == {
            table.name: table.cells for table in shipped_pack().by_kind[kind]
        }


def test_a_year_counts_a_person_once_with_the_first_level_and_the_furthest_referral() -> None:
    later = replace(
        FACTS,
        week=Week(2026, 30),
        level=LevelName("primary"),
        offered=(CategoryId("hate_crime"),),
        referrals=(
            CountedReferral(category=CategoryId("send"), progress=ReferralProgress.REACHED),
        ),
    )
    counts = true_counts([FACTS, later], shipped_pack(), MessageKind.Y, YEAR_2026)
    headings = shipped_pack().table("E").headings()
    assert [headings[i][1].code for i, count in enumerate(counts["E"]) if count] == ["primary"]
    assert sum(counts["S"]) == 1
    assert counts["S"] == true_counts([later], shipped_pack(), MessageKind.Y, YEAR_2026)["S"]
    assert sum(counts["N"]) == 3


def test_a_code_of_no_list_is_refused_without_the_record() -> None:
    row = replace(person_quarter(), level=LevelName("unsayable"))
    with pytest.raises(NotCountableError, match="the list level does not know") as refused:
        true_counts([row], shipped_pack(), MessageKind.Q, WEEK_47.quarter)
    assert "unsayable" not in str(refused.value)


def test_a_period_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="no period for"):
        true_counts([], shipped_pack(), MessageKind.Q, WEEK_47)


PACKS = {
    "shipped": shipped_pack(),
    "one quarter of four": changed_pack(
        lambda plain: plain["counting"].update(quarters_of_any_four=1)
    ),
    "five needs": changed_pack(lambda plain: plain["tables"][3].update(a_person_adds=5, scale=3)),
    "needs by level": changed_pack(lambda plain: plain["tables"][3].update(by=["need", "level"])),
}


def loss_between(
    some: Iterable[PersonQuarter],
    others: Iterable[PersonQuarter],
    pack: TablePack,
    quarters: Iterable[Quarter],
    kinds: Iterable[MessageKind] = MessageKind,
) -> Fraction:
    """The privacy loss that the difference of two worlds costs: each change over its noise."""
    one, other = (counted_quarters(rows, pack.quarters_of_any_four) for rows in (some, others))
    loss = Fraction(0)
    for kind, period in kinds_and_periods(quarters):
        if kind in kinds:
            left, right = (true_counts(rows, pack, kind, period) for rows in (one, other))
            for table in pack.by_kind[kind]:
                pairs = zip(left[table.name], right[table.name], strict=True)
                loss += Fraction(sum(abs(a - b) for a, b in pairs), table.scale)
    return loss


QUARTER_ROWS = person_quarters(
    people=3,
    weeks=st.sampled_from([week for q in QUARTERS[3:9] for week in (q.weeks[0], q.weeks[-1])]),
)


@pytest.mark.parametrize("name", PACKS)
@settings(max_examples=40, deadline=None)
@given(rows=st.lists(QUARTER_ROWS, max_size=14), start=st.integers(0, len(QUARTERS) - 4))
def test_one_person_costs_no_more_than_the_guarantee_in_every_window(
    name: str, rows: list[PersonQuarter], start: int
) -> None:
    pack, promise = PACKS[name], guarantee_of(PACKS[name])
    without = [row for row in rows if row.person != "person-1"]
    weekly_and_quarterly = (MessageKind.P, MessageKind.Q)
    first = QUARTERS[start]
    year = QUARTERS[start - start % 4 : start - start % 4 + 4]
    four = QUARTERS[start : start + 4]
    assert loss_between(rows, without, pack, [first], weekly_and_quarterly) <= promise.quarter
    assert loss_between(rows, without, pack, year) <= promise.year
    assert loss_between(rows, without, pack, four) <= promise.four_quarters


def test_the_guarantee_is_reached_so_it_promises_no_more_than_it_must() -> None:
    always = [
        replace(FACTS, week=quarter.weeks[0]) for quarter in QUARTERS[2:]
    ]  # counted in Q3, Q4 of 2025, then again from Q3 of 2026
    four = QUARTERS[3:7]
    promise = guarantee_of(shipped_pack())
    counted = [str(row.quarter) for row in counted_quarters(always, 2)]
    assert counted == ["2025-Q3", "2025-Q4", "2026-Q3", "2026-Q4", "2027-Q3", "2027-Q4"]
    turning = [replace(FACTS, week=quarter_at(QUARTERS[3].place + n).weeks[0]) for n in (0, 1)]
    assert loss_between(turning, [], shipped_pack(), four) == promise.four_quarters
    assert loss_between(always, [], shipped_pack(), QUARTERS[4:8]) == promise.year
    assert (
        loss_between(always, [], shipped_pack(), QUARTERS[2:3], (MessageKind.P, MessageKind.Q))
        == promise.quarter
    )


@given(rows=st.lists(person_quarters(), max_size=20))
@settings(max_examples=40, deadline=None)
def test_weeks_and_quarterly_tables_count_the_same_people(rows: list[PersonQuarter]) -> None:
    pack = shipped_pack()
    counted = counted_quarters(rows, pack.quarters_of_any_four)
    for quarter in sorted({row.quarter for row in rows}):
        weekly = [true_counts(counted, pack, MessageKind.P, week) for week in quarter.weeks]
        quarterly = true_counts(counted, pack, MessageKind.Q, quarter)
        people = sum(sum(week["P"]) for week in weekly)
        assert people == sum(quarterly["J"]) == sum(quarterly["C"])
        assert people == sum(row.quarter == quarter for row in counted)
