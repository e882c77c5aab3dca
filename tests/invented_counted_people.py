"""Invented people as flat facts, for the tests of counting; Hypothesis strategies that reach every cell."""

from hypothesis import strategies as st

from vrn_desktop.domain.counted_person import (
    CountedOutcome,
    CountedReferral,
    EthnicGroup,
    PersonQuarter,
    ReferralProgress,
)
from vrn_desktop.domain.identifiers import CategoryId, LevelName, LifeStageId, YoungPersonId
from vrn_desktop.domain.programme_period import ProgrammeYear, Week
from vrn_desktop.domain.setting import SettingKind

LEVELS = [LevelName(name) for name in ("primary", "secondary", "tertiary", "insufficient")]
STAGES = [LifeStageId(name) for name in ("EY", "PR", "EA", "LA", "YA", "AD")]
CATEGORIES = [
    CategoryId(name)
    for name in (
        *("mental_health", "crisis", "domestic_abuse", "exploitation", "online_safety"),
        *("bullying", "own_behaviour", "mentoring", "activities", "education", "money_housing"),
        *("hate_crime", "victim_support", "a_category_of_another_pack"),
    )
]

WEEKS = st.sampled_from(
    [
        week
        for year in (2025, 2026, 2027)
        for quarter in ProgrammeYear(year).quarters
        for week in quarter.weeks
    ]
)
WEEK_47 = Week(2026, 47)
REFERRALS = st.builds(
    CountedReferral,
    category=st.sampled_from(CATEGORIES),
    progress=st.sampled_from(ReferralProgress),
)


def person_quarters(
    people: int = 5, weeks: st.SearchStrategy[Week] = WEEKS
) -> st.SearchStrategy[PersonQuarter]:
    """Any facts of any of a few people in any week of three years, one of them with 53."""
    return st.builds(
        PersonQuarter,
        person=st.integers(1, people).map(lambda n: YoungPersonId(f"person-{n}")),
        week=weeks,
        level=st.sampled_from(LEVELS),
        escalated=st.booleans(),
        life_stage=st.sampled_from(STAGES),
        setting=st.sampled_from(SettingKind),
        outcome=st.sampled_from(CountedOutcome),
        offered=st.lists(st.sampled_from(CATEGORIES), max_size=6).map(tuple),
        referrals=st.lists(REFERRALS, max_size=4).map(tuple),
        ethnic_group=st.sampled_from(EthnicGroup),
    )


def person_quarter(
    person: str = "person-1", week: Week = WEEK_47, level: str = "secondary"
) -> PersonQuarter:
    """One plain row."""
    return PersonQuarter(
        person=YoungPersonId(person),
        week=week,
        level=LevelName(level),
        escalated=False,
        life_stage=LifeStageId("LA"),
        setting=SettingKind.SCHOOL,
    )
