"""Everybody's flat facts of a period, read from a real encrypted file."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from types import MappingProxyType

import pytest

from db.sql_store import SqlStore
from tests.db import invented_records as invented
from tests.db.invented_holder import ASH, START
from tests.db.invented_people import invented_people, invented_screening
from vrn_desktop.application.ports.store import UnitOfWork
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.counted_person import (
    CountedOutcome,
    CountedReferral,
    EthnicGroup,
    ReferralProgress,
)
from vrn_desktop.domain.equality import EqualityAnswers
from vrn_desktop.domain.identifiers import (
    CategoryId,
    EscalationId,
    LevelName,
    ReferralEventId,
    ScreeningId,
    SignpostId,
    UnmetNeedId,
)
from vrn_desktop.domain.level_decision import DecisionState
from vrn_desktop.domain.programme_period import Period, ProgrammeYear, Quarter, Week
from vrn_desktop.domain.referral import HowWeKnow, ReferralEvent, ReferralState
from vrn_desktop.domain.screening import Screening
from vrn_desktop.domain.setting import SettingKind
from vrn_desktop.domain.signposting import SignpostState
from vrn_desktop.domain.unmet_need import GapReason, UnmetNeed
from vrn_desktop.domain.young_person import YoungPerson

KAY, LEE = invented_people(2)
PRIMARY, SECONDARY, TERTIARY = LevelName("primary"), LevelName("secondary"), LevelName("tertiary")
WEEK = Week(2026, 47)


@pytest.fixture
def work(store: SqlStore) -> Iterator[UnitOfWork]:
    """A change in which two people are known."""
    with store.change(Act.YOUNG_PERSON_ADDED, "") as work:
        work.young_people.add(KAY)
        work.young_people.add(LEE)
        yield work


def talk(name: str, person: YoungPerson = KAY, **changes: object) -> Screening:
    return replace(invented_screening(person), id=ScreeningId(name), **changes)  # type: ignore[arg-type]  # a test names real fields


def decide(
    work: UnitOfWork,
    screening: Screening,
    level: LevelName,
    state: DecisionState = DecisionState.CONFIRMED,
) -> None:
    decision = invented.decision(state)
    work.levels.add(replace(decision, screening_id=screening.id, final_level=level))


def approve(
    work: UnitOfWork, screening: Screening, week: Week = WEEK, level: LevelName = SECONDARY
) -> Screening:
    work.screenings.add(screening)
    decide(work, screening, level)
    work.counts.set_week(screening.id, week)
    return screening


def test_a_conversation_gives_its_level_stage_setting_and_what_they_said_of_themselves(
    work: UnitOfWork,
) -> None:
    screening = approve(work, talk("one", setting_kind=SettingKind.JUSTICE))
    codes = MappingProxyType({"ethnic_group": "mixed", "religion": "none"})
    work.aftertalk.put_equality(EqualityAnswers(young_person_id=KAY.id, codes=codes))

    (facts,) = work.counts.people(WEEK)

    assert (facts.person, facts.week, facts.level) == (KAY.id, WEEK, SECONDARY)
    assert (facts.life_stage, facts.setting) == (screening.life_stage, SettingKind.JUSTICE)
    assert (facts.escalated, facts.offered, facts.referrals) == (False, (), ())
    assert (facts.outcome, facts.ethnic_group) == (CountedOutcome.NOT_RECORDED, EthnicGroup.MIXED)


def test_somebody_told_counts_as_escalated_for_that_conversation_only(work: UnitOfWork) -> None:
    told, other = approve(work, talk("one")), approve(work, talk("two", LEE))
    for number in ("first", "second"):
        work.escalations.add(
            replace(invented.escalation(), id=EscalationId(number), screening_id=told.id)
        )
    by_person = {facts.person: facts.escalated for facts in work.counts.people(WEEK)}
    assert by_person == {KAY.id: True, other.young_person_id: False}


def test_offers_stand_in_their_order_with_the_news_that_stands(work: UnitOfWork) -> None:
    screening = approve(work, talk("one"))
    for place, (category, answer) in enumerate(
        [
            ("crisis", SignpostState.ACCEPTED),
            ("mentoring", SignpostState.DECLINED),
            ("activities", SignpostState.OFFERED),
        ]
    ):
        work.signposts.put(
            replace(
                invented.SIGNPOST,
                id=SignpostId(f"z{9 - place}"),
                screening_id=screening.id,
                category=CategoryId(category),
                state=answer,
                offered_at=START + timedelta(minutes=place),
            )
        )
    contacted = ReferralEvent(
        id=ReferralEventId("n1"),
        signpost_id=SignpostId("z9"),
        state=ReferralState.FIRST_APPOINTMENT,
        on=date(2026, 11, 25),
        at=START,
        by=ASH,
        how=HowWeKnow.SEEN,
    )
    work.referrals.add_event(contacted)
    (facts,) = work.counts.people(WEEK)
    assert facts.offered == ("crisis", "mentoring", "activities")
    assert facts.referrals == (
        CountedReferral(category=CategoryId("crisis"), progress=ReferralProgress.REACHED),
        CountedReferral(category=CategoryId("mentoring"), progress=ReferralProgress.DECLINED),
    )
    assert facts.outcome is CountedOutcome.REACHED

    back = replace(contacted, id=ReferralEventId("n2"), state=None, takes_back=contacted.id)
    work.referrals.add_event(back)
    (facts,) = work.counts.people(WEEK)
    assert facts.outcome is CountedOutcome.ACCEPTED


def test_help_that_could_not_be_had_is_part_of_the_outcome(work: UnitOfWork) -> None:
    screening = approve(work, talk("one"))
    work.unmet_needs.put(
        UnmetNeed(
            id=UnmetNeedId("gap"),
            screening_id=screening.id,
            category=CategoryId("mentoring"),
            reason=GapReason.FULL,
            at=START,
            by=ASH,
        )
    )
    (facts,) = work.counts.people(WEEK)
    assert facts.outcome is CountedOutcome.NONE_AVAILABLE


def test_the_level_that_was_confirmed_last_counts_while_another_wish_waits(
    work: UnitOfWork,
) -> None:
    screening = approve(work, talk("one"), level=PRIMARY)
    decide(work, screening, TERTIARY)
    decide(work, screening, SECONDARY, DecisionState.PENDING_REVIEW)
    decide(work, screening, PRIMARY, DecisionState.ASKED_SUPERVISOR)
    (facts,) = work.counts.people(WEEK)
    assert facts.level == TERTIARY


def test_conversations_stand_in_the_order_of_their_first_approval(work: UnitOfWork) -> None:
    later, earlier = talk("a"), talk("b", setting_kind=SettingKind.HEALTH)
    approve(work, earlier)
    approve(work, later)
    decide(work, earlier, TERTIARY)
    assert [facts.level for facts in work.counts.people(WEEK)] == [TERTIARY, SECONDARY]


@pytest.mark.parametrize(
    ("period", "persons"),
    [
        (Week(2026, 40), {KAY.id}),
        (Week(2026, 41), set()),
        (Quarter(2026, 4), {KAY.id, LEE.id}),
        (Quarter(2026, 3), set()),
        (ProgrammeYear(2026), {KAY.id, LEE.id}),
        (ProgrammeYear(2027), {KAY.id}),
    ],
)
def test_only_the_conversations_of_the_period_are_read(
    work: UnitOfWork, period: Period, persons: set[str]
) -> None:
    approve(work, talk("one"), Week(2026, 40))
    approve(work, talk("two", LEE), Week(2026, 53))
    approve(work, talk("three"), Week(2027, 1))
    assert {facts.person for facts in work.counts.people(period)} == persons
