"""From a conversation's record to what may be counted: every state of a referral, every outcome."""

from datetime import UTC, date, datetime, timedelta

import pytest

from vrn_desktop.domain.counted_facts import (
    APPROVING,
    ApprovedConversation,
    counted_facts,
    counted_group,
    outcome_of,
    progress_of,
)
from vrn_desktop.domain.counted_person import (
    CountedOutcome,
    CountedReferral,
    EthnicGroup,
    ReferralProgress,
)
from vrn_desktop.domain.identifiers import (
    CategoryId,
    LevelName,
    LifeStageId,
    PractitionerId,
    ReferralEventId,
    ScreeningId,
    ServiceId,
    SignpostId,
    YoungPersonId,
)
from vrn_desktop.domain.level_decision import DecisionState
from vrn_desktop.domain.programme_period import Week
from vrn_desktop.domain.referral import (
    STEPS,
    HowWeKnow,
    Referral,
    ReferralEvent,
    ReferralState,
)
from vrn_desktop.domain.setting import SettingKind
from vrn_desktop.domain.signposting import Signpost, SignpostState

OFFERED_AT = datetime(2026, 11, 2, 12, 0, tzinfo=UTC)
DAY = date(2026, 11, 3)
State, Far, Outcome = ReferralState, ReferralProgress, CountedOutcome


def offer(answer: SignpostState, *news: ReferralState, category: str = "mentoring") -> Referral:
    """A service offered with this answer, and this news on the days after."""
    signpost = Signpost(
        id=SignpostId(f"offer-{category}"),
        screening_id=ScreeningId("talk"),
        service_id=ServiceId("service"),
        service_name="Invented Service",
        category=CategoryId(category),
        state=answer,
        offered_at=OFFERED_AT,
    )
    events = tuple(
        ReferralEvent(
            id=ReferralEventId(f"news-{place}"),
            signpost_id=signpost.id,
            state=state,
            on=DAY + timedelta(days=place),
            at=OFFERED_AT,
            by=PractitionerId("sam"),
            how=HowWeKnow.YOUNG_PERSON,
        )
        for place, state in enumerate(news)
    )
    return Referral(signpost=signpost, events=events)


@pytest.mark.parametrize(
    ("news", "far"),
    [
        ((State.OFFERED,), None),
        ((State.ACCEPTED,), Far.WAITING),
        ((State.DECLINED,), Far.DECLINED),
        ((State.ACCEPTED, State.CONTACTED), Far.CONTACTED),
        ((State.ACCEPTED, State.CONTACTED, State.FIRST_APPOINTMENT), Far.REACHED),
        ((State.ACCEPTED, State.FIRST_APPOINTMENT, State.STILL_ENGAGED), Far.REACHED),
        ((State.ACCEPTED, State.FIRST_APPOINTMENT, State.ENDED), Far.REACHED),
        ((State.ACCEPTED, State.FIRST_APPOINTMENT, State.COULD_NOT_REACH), Far.REACHED),
        ((State.ACCEPTED, State.ENDED), Far.WAITING),
        ((State.ACCEPTED, State.CONTACTED, State.ENDED), Far.CONTACTED),
        ((State.ACCEPTED, State.COULD_NOT_REACH), Far.COULD_NOT_REACH),
        ((State.ACCEPTED, State.COULD_NOT_REACH, State.CONTACTED), Far.CONTACTED),
        ((State.ACCEPTED, State.DECLINED), Far.DECLINED),
        ((State.DECLINED, State.ACCEPTED), Far.WAITING),
    ],
)
def test_every_state_of_a_referral_counts_as_how_far_it_came(
    news: tuple[ReferralState, ...], far: ReferralProgress | None
) -> None:
    assert progress_of(offer(SignpostState.OFFERED, *news)) is far


def test_no_state_of_a_referral_is_left_without_a_heading() -> None:
    for state in STEPS:
        referral = offer(SignpostState.OFFERED, state)
        assert (progress_of(referral) is None) == (state in (State.OFFERED, State.ENDED)), state


@pytest.mark.parametrize(
    ("answer", "far"),
    [
        (SignpostState.OFFERED, None),
        (SignpostState.ACCEPTED, Far.WAITING),
        (SignpostState.DECLINED, Far.DECLINED),
        (SignpostState.ALREADY_KNOWN, None),
        (SignpostState.NOT_AVAILABLE, None),
    ],
)
def test_the_answer_in_the_conversation_counts_until_there_is_news(
    answer: SignpostState, far: ReferralProgress | None
) -> None:
    assert progress_of(offer(answer)) is far


YES, NO = offer(SignpostState.ACCEPTED), offer(SignpostState.DECLINED)
OPEN, KNOWN = offer(SignpostState.OFFERED), offer(SignpostState.ALREADY_KNOWN)
FULL = offer(SignpostState.NOT_AVAILABLE)
THERE = offer(SignpostState.ACCEPTED, State.FIRST_APPOINTMENT)
LOST = offer(SignpostState.ACCEPTED, State.COULD_NOT_REACH)


@pytest.mark.parametrize(
    ("referrals", "gap", "outcome"),
    [
        ((), False, Outcome.NOT_RECORDED),
        ((OPEN,), False, Outcome.NOT_RECORDED),
        ((KNOWN,), False, Outcome.NOT_RECORDED),
        ((NO, OPEN), False, Outcome.NOT_RECORDED),
        ((NO,), False, Outcome.NONE_WANTED),
        ((NO, KNOWN), False, Outcome.NONE_WANTED),
        ((), True, Outcome.NONE_AVAILABLE),
        ((NO,), True, Outcome.NONE_AVAILABLE),
        ((FULL,), False, Outcome.NONE_AVAILABLE),
        ((NO, FULL), False, Outcome.NONE_AVAILABLE),
        ((YES,), True, Outcome.ACCEPTED),
        ((LOST,), False, Outcome.ACCEPTED),
        ((NO, YES, FULL), False, Outcome.ACCEPTED),
        ((NO, THERE, FULL), True, Outcome.REACHED),
    ],
)
def test_the_outcome_is_the_best_that_is_known_of_all_services(
    referrals: tuple[Referral, ...],
    gap: bool,
    outcome: CountedOutcome,
) -> None:
    assert outcome_of(referrals, gap=gap) is outcome
    assert outcome_of(referrals[::-1], gap=gap) is outcome


def test_offers_and_referrals_stand_in_the_order_in_which_they_were_made() -> None:
    offers = (
        offer(SignpostState.OFFERED, category="crisis"),
        offer(SignpostState.ACCEPTED, category="mentoring"),
        offer(SignpostState.DECLINED, category="activities"),
    )
    facts = counted_facts(
        ApprovedConversation(
            person=YoungPersonId("kay"),
            week=Week(2026, 47),
            level=LevelName("tertiary"),
            escalated=True,
            life_stage=LifeStageId("LA"),
            setting=SettingKind.HEALTH,
            referrals=offers,
            own_words_group="asian",
        )
    )
    assert facts.offered == ("crisis", "mentoring", "activities")
    assert facts.referrals == (
        CountedReferral(category=CategoryId("mentoring"), progress=Far.WAITING),
        CountedReferral(category=CategoryId("activities"), progress=Far.DECLINED),
    )
    assert (facts.level, facts.escalated, facts.life_stage) == ("tertiary", True, "LA")
    assert (facts.setting, facts.outcome) == (SettingKind.HEALTH, Outcome.ACCEPTED)
    assert facts.ethnic_group is EthnicGroup.ASIAN


@pytest.mark.parametrize("code", ["", "prefer_not", "a heading of another list"])
def test_whoever_did_not_say_counts_as_not_known(code: str) -> None:
    assert counted_group(code) is EthnicGroup.NOT_KNOWN


def test_what_still_waits_for_a_second_person_is_not_approved() -> None:
    assert set(DecisionState) - APPROVING == {state for state in DecisionState if state.waits}
