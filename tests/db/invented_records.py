"""One invented record of every kind, all belonging together, each text carrying the canary."""

from dataclasses import replace
from datetime import date, timedelta
from types import MappingProxyType

from tests.db.invented_counts import write_the_counts
from tests.db.invented_directory import write_the_directory
from tests.db.invented_holder import ASH, START
from tests.db.invented_loop import write_the_loop
from tests.db.invented_people import invented_decision, invented_people, invented_screening
from vrn_desktop.application.ports.store import UnitOfWork
from vrn_desktop.domain.agreement import (
    AgreementRoute,
    AgreementToTalk,
    CompetenceView,
    LawfulBasisRecord,
    ReferralConsent,
)
from vrn_desktop.domain.equality import EqualityAnswers
from vrn_desktop.domain.escalation import ActionRecord, Escalation
from vrn_desktop.domain.feedback import Face, Feedback, WorkerCheck, WorkerState
from vrn_desktop.domain.follow_up import FollowUp, FollowUpKind
from vrn_desktop.domain.identifiers import (
    CategoryId,
    EscalationId,
    EscalationName,
    FollowUpId,
    ItemId,
    LetterId,
    RuleId,
    SectionId,
    ServiceId,
    SignpostId,
    StepId,
)
from vrn_desktop.domain.letter import LetterKind
from vrn_desktop.domain.letter_channel import LetterChannel
from vrn_desktop.domain.letter_record import (
    LetterEvent,
    LetterEventKind,
    LetterRecord,
    NamedService,
    ReadingCheck,
)
from vrn_desktop.domain.level_decision import DecisionState, LevelDecision, Review
from vrn_desktop.domain.place_concern import PlaceConcern, TimeBand
from vrn_desktop.domain.safe_contact import SafeContact, SafeReply
from vrn_desktop.domain.screening import Addendum, Screening
from vrn_desktop.domain.setting import LawfulBasis, SafeguardingLead, SettingKind, Workplace
from vrn_desktop.domain.signposting import Signpost, SignpostState
from vrn_desktop.domain.young_person import YoungPerson

CANARY = "Zebrafinch-Marmalade-7731"
"""Stands in every text, so that a search of the raw bytes finds any that was left readable."""


def said(what: str) -> str:
    return f"{what} {CANARY} – ‘in their words’ 🌿 کلمات"


def person() -> YoungPerson:
    return replace(
        invented_people(1)[0],
        chosen_name=said("Sam"),
        pronouns=said("they"),
        access_needs=said("large print"),
        language="ur",
    )


def screening() -> Screening:
    return replace(
        invented_screening(invented_people(1)[0]),
        private=True,
        position=said("Q10"),
        own_words=MappingProxyType({"Q01": said("words"), "A2": said("more")}),
        step_notes=MappingProxyType({StepId("A1"): MappingProxyType({"who": said("alone")})}),
        steps_done=frozenset({StepId("A1"), StepId("A2")}),
        sections_skipped=frozenset({SectionId("D"), SectionId("C")}),
        items_skipped=frozenset({ItemId("Q40")}),
        started_at=START - timedelta(days=3, microseconds=1),
    )


TALK = screening().id
YOUNG = person().id


def escalation(action: ActionRecord | None = None) -> Escalation:
    return Escalation(
        id=EscalationId("escalation-1"),
        screening_id=TALK,
        rule_id=RuleId("E01"),
        name=EscalationName("today"),
        text=said("tell somebody"),
        evidence=frozenset({ItemId("Q01"), ItemId("Q02")}),
        raised_at=START,
        action=action,
    )


ACTION = ActionRecord(
    by=ASH,
    at=START + timedelta(minutes=5),
    who_was_told=said("the lead"),
    what_was_done=said("rang"),
    outcome=said("seen today"),
    young_person_told=False,
    reason_not_told=said("asleep"),
)
COMPETENCE = CompetenceView(
    understands=True,
    weighs_good_and_bad=True,
    can_explain_choice=False,
    free_from_pressure=True,
    reasons=said("view"),
)
AGREEMENT = AgreementToTalk(
    screening_id=TALK,
    route=AgreementRoute.OWN_IF_COMPETENT,
    agreed=True,
    said_back=True,
    at=START,
    recorded_by=ASH,
    carer_unsafe_to_ask=True,
    competence=COMPETENCE,
)
SIGNPOST = Signpost(
    id=SignpostId("signpost-1"),
    screening_id=TALK,
    service_id=ServiceId("service-1"),
    service_name=said("club"),
    category=CategoryId("activities"),
    state=SignpostState.OFFERED,
    offered_at=START,
    why=said("because"),
)
CONSENT = ReferralConsent(signpost_id=SIGNPOST.id, given=True, at=START, recorded_by=ASH)
BASIS = LawfulBasisRecord(
    screening_id=TALK, basis=LawfulBasis.PUBLIC_TASK, policy_reference=said("policy"), at=START
)
CONTACT = SafeContact(
    asked_on=date(2026, 11, 23),
    write=SafeReply.YES,
    write_to=(said("1 Invented Street"), "Nowhere"),
    who_else_may_open=said("nobody"),
    phone_number="07700 900123",
    take_paper=SafeReply.RATHER_NOT_SAY,
)
EVENTS = (
    LetterEvent(kind=LetterEventKind.PRINTED, at=START, by=ASH),
    LetterEvent(
        kind=LetterEventKind.GIVEN,
        at=START,
        by=ASH,
        channel=LetterChannel.HAND,
        reading_check=ReadingCheck.TOLD_BACK,
        note=said("read together"),
    ),
)
LETTER = LetterRecord(
    id=LetterId("letter-1"),
    young_person_id=YOUNG,
    screening_id=TALK,
    kind=next(iter(LetterKind)),
    template_id="invented",
    template_version="1",
    language="en",
    made_at=START,
    made_by=ASH,
    services_named=(NamedService(name=said("club")), NamedService(name="line")),
    text_sha256="0" * 64,
    events=EVENTS,
)
PDF = b"%PDF-1.7 " + CANARY.encode() * 50
FOLLOW_UP = FollowUp(
    id=FollowUpId("follow-up-1"),
    young_person_id=YOUNG,
    screening_id=TALK,
    practitioner_id=ASH,
    kind=FollowUpKind.CHECK_IN,
    due_on=date(2026, 12, 1),
    how=said("text"),
)
FEEDBACK = Feedback(month=date(2026, 11, 1), listened_to=Face.YES, in_control=None)
CHECK = WorkerCheck(practitioner_id=ASH, state=WorkerState.DEBRIEF, at=START, heavy=True)
EQUALITY = EqualityAnswers(
    young_person_id=YOUNG, codes=MappingProxyType({"gender": said("self-described")})
)
PLACE = PlaceConcern(
    screening_id=TALK,
    kind_of_place=said("bus stop"),
    time_band=TimeBand.AFTER_SCHOOL,
    words=said("dark"),
    at=START,
    recorded_by=ASH,
)
WORKPLACE = Workplace(
    organisation=said("Brightwater"),
    setting_name=said("Youth Project"),
    setting_kind=SettingKind.YOUTH_OUTREACH,
    place=said("Invented Town"),
    lead=SafeguardingLead(name=said("Sorrel"), numbers=("01632 960123", "07700 900456")),
    phone="01632 960999",
    policy_reference=said("p. 3"),
)
ADDENDUM = Addendum(screening_id=TALK, text=said("later"), at=START, by=ASH)


def decision(state: DecisionState = DecisionState.PENDING_REVIEW) -> LevelDecision:
    return replace(
        invented_decision(screening()),
        state=state,
        reason=said("reason"),
        fairness_reflection=said("fair"),
    )


REVIEW = Review(by=ASH, at=START, approved=True, words=said("agreed"))


def write_everything(work: UnitOfWork) -> None:
    """Write one record of every kind."""
    work.workplaces.put(WORKPLACE)
    work.workplaces.keep_content("hash", "instrument", said("content"))
    work.young_people.add(person())
    work.screenings.add(screening())
    work.screenings.add_addendum(ADDENDUM)
    work.agreements.put_agreement(AGREEMENT)
    work.agreements.put_lawful_basis(BASIS)
    work.signposts.put(SIGNPOST)
    work.agreements.put_consent(CONSENT)
    work.escalations.add(escalation(ACTION))
    work.levels.add(decision())
    work.safe_contacts.put(YOUNG, CONTACT, START)
    work.letters.add(LETTER, PDF)
    work.follow_ups.add(FOLLOW_UP)
    write_the_loop(work)
    write_the_directory(work, CANARY)
    write_the_counts(work)
    work.aftertalk.add_feedback(FEEDBACK)
    work.aftertalk.add_worker_check(CHECK)
    work.aftertalk.put_equality(EQUALITY)
    work.aftertalk.add_place_concern(PLACE)
