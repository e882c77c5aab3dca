"""One invented record of each kind that closes the loop, each text carrying the canary."""

from datetime import date, time, timedelta

from tests.db.invented_holder import ASH, START
from tests.db.invented_people import invented_people, invented_screening
from vrn_desktop.application.ports.store import UnitOfWork
from vrn_desktop.domain.follow_up import FollowUp, FollowUpEvent, FollowUpKind, FollowUpStep
from vrn_desktop.domain.handover import Caller, Handover
from vrn_desktop.domain.helping import Helping, HelpingAnswer, StillGoing, WantedNext
from vrn_desktop.domain.identifiers import (
    CategoryId,
    FollowUpId,
    OwnGoalId,
    ReferralEventId,
    ServiceId,
    SignpostId,
    UnmetNeedId,
)
from vrn_desktop.domain.outdated_contact import GivenContact, OutdatedContact, WhatChanged
from vrn_desktop.domain.own_goal import GoalStep, OwnGoal
from vrn_desktop.domain.referral import HowWeKnow, ReferralEvent, ReferralState
from vrn_desktop.domain.unmet_need import GapReason, UnmetNeed

CANARY = "Zebrafinch-Marmalade-7731"
"""The same as that of `invented_records`, which names this module."""

OFFER = SignpostId("signpost-1")
YOUNG = invented_people(1)[0].id
TALK = invented_screening(invented_people(1)[0]).id
DAY = date(2026, 11, 25)


def told(what: str) -> str:
    return f"{what} {CANARY} – ‘in their words’ 🌿 کلمات"


NEWS = ReferralEvent(
    id=ReferralEventId("news-1"),
    signpost_id=OFFER,
    state=ReferralState.CONTACTED,
    on=DAY,
    at=START,
    by=ASH,
    how=HowWeKnow.PHONE_CALL,
    contact=told("01632 960111"),
)
BACK = ReferralEvent(
    id=ReferralEventId("news-2"),
    signpost_id=OFFER,
    state=None,
    on=DAY,
    at=START + timedelta(hours=1),
    by=ASH,
    how=HowWeKnow.SEEN,
    takes_back=NEWS.id,
)
HANDOVER = Handover(
    signpost_id=OFFER,
    caller=Caller.TOGETHER,
    on=DAY,
    at_time=time(15, 30),
    contact=told("01632 960111"),
    at=START,
    by=ASH,
)
ANSWER = HelpingAnswer(
    signpost_id=OFFER,
    on=DAY,
    at=START,
    by=ASH,
    still_going=StillGoing.YES,
    helping=Helping.A_BIT,
    would_help=told("a lift home"),
    next=WantedNext.GO_ON,
)
SILENT_ANSWER = HelpingAnswer(
    signpost_id=OFFER, on=DAY, at=START, by=ASH, helping=Helping.RATHER_NOT_SAY
)
GOAL = OwnGoal(
    id=OwnGoalId("goal-1"),
    young_person_id=YOUNG,
    words=told("football on Tuesdays"),
    named_at=START,
    named_by=ASH,
    steps=(GoalStep(step=2, at=START, by=ASH),),
)
GAP = UnmetNeed(
    id=UnmetNeedId("gap-1"),
    screening_id=TALK,
    category=CategoryId("mentoring"),
    reason=GapReason.FULL,
    at=START,
    by=ASH,
    service_id=ServiceId("service-1"),
)
PUT_RIGHT = OutdatedContact(
    given=GivenContact(
        young_person_id=YOUNG,
        practitioner_id=ASH,
        service_id=ServiceId("service-1"),
        service_name="club",
        contact=told("01632 960111"),
        given_on=DAY,
    ),
    changed=WhatChanged.OTHER_NUMBER,
    contact_now="01632 960222",
)
CALL_DUE = FollowUp(
    id=FollowUpId("follow-up-call"),
    young_person_id=YOUNG,
    screening_id=TALK,
    practitioner_id=ASH,
    kind=FollowUpKind.HANDOVER,
    due_on=date(2027, 1, 12),
    signpost_id=OFFER,
    at_time=time(9, 5),
)
TRIED = FollowUpEvent(
    follow_up_id=CALL_DUE.id,
    step=FollowUpStep.COULD_NOT_REACH,
    due_was=DAY,
    at=START,
    by=ASH,
)


def write_the_loop(work: UnitOfWork) -> None:
    """Write one record of each kind; the offer is there already."""
    work.referrals.add_event(NEWS)
    work.referrals.add_event(BACK)
    work.referrals.add_handover(HANDOVER)
    work.referrals.add_helping(ANSWER)
    work.referrals.add_helping(SILENT_ANSWER)
    work.own_goals.add(GOAL)
    work.unmet_needs.put(GAP)
    work.contacts_put_right.add(PUT_RIGHT, START, ASH)
    work.follow_ups.add(CALL_DUE)
    work.follow_ups.add_event(TRIED)
