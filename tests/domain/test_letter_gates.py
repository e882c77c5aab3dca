"""Each letter's gate (domain.md section 7): no combination of missing answers opens one."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.talk_safe import talk_safe
from vrn_desktop.domain.agreement import CompetenceView, ReferralConsent
from vrn_desktop.domain.answer import AnswerSheet, Silence
from vrn_desktop.domain.escalation import ActionRecord, Escalation
from vrn_desktop.domain.identifiers import (
    AnswerCode,
    EscalationId,
    EscalationName,
    ItemId,
    PractitionerId,
    RuleId,
    ScreeningId,
    SignpostId,
)
from vrn_desktop.domain.letter_agreement import LawfulReason, LetterAgreement, SharingReason
from vrn_desktop.domain.letter_gates import (
    CardGate,
    GateEvidence,
    ParentGate,
    SchoolGate,
    ServiceGate,
    card_gate,
    evidence_from,
    is_never_contact,
    parent_gate,
    school_gate,
    service_gate,
)
from vrn_desktop.domain.safe_contact import SafeContact, SafeReply

TALK_SAFE = talk_safe()
NOW = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)
SAM = PractitionerId("sam")
SEES_ALL = CompetenceView(
    understands=True, weighs_good_and_bad=True, can_explain_choice=True, free_from_pressure=True
)
NOT_YET = replace(SEES_ALL, free_from_pressure=False)
SAFE = SafeContact(
    asked_on=date(2026, 11, 24),
    write=SafeReply.YES,
    write_to=("4 Mill Lane",),
    opened_by_safe_people_only=SafeReply.YES,
    talk_to_adult_at_home=SafeReply.YES,
    adult_at_home="Aunt Rosa",
    tell_school=SafeReply.YES,
    school_person="Mx Abara",
)
CLEAR = GateEvidence(family_blocked=False, worry_open=False)
AGREED = LetterAgreement(
    agrees=SafeReply.YES, competence=SEES_ALL, no_worry=True, support_only=True
)
SIGNPOST = SignpostId("offer-1")
CONSENT = ReferralConsent(signpost_id=SIGNPOST, given=True, at=NOW, recorded_by=SAM)
WITHOUT = SharingReason(reason=LawfulReason.LEGAL_DUTY, note="Invented note")

replies = st.sampled_from(SafeReply)
names = st.sampled_from(["", "Aunt Rosa", "Mx Abara"])
contacts = st.builds(
    SafeContact,
    talk_to_adult_at_home=replies,
    adult_at_home=names,
    tell_school=replies,
    school_person=names,
    never_contact=st.sampled_from(["", "Rosa", "somebody else"]),
    write=replies,
    write_to=st.sampled_from([(), ("4 Mill Lane",)]),
    opened_by_safe_people_only=replies,
)
agreements = st.builds(
    LetterAgreement,
    agrees=replies,
    competence=st.sampled_from([None, SEES_ALL, NOT_YET]),
    no_worry=st.booleans(),
    support_only=st.booleans(),
    sharing_reason=st.none(),
)
evidences = st.builds(GateEvidence, family_blocked=st.booleans(), worry_open=st.booleans())
ages = st.integers(5, 30)


def test_everything_answered_well_opens_each_letter() -> None:
    assert parent_gate(SAFE, AGREED, CLEAR, age=14) == ()
    assert service_gate(SIGNPOST, CONSENT, LetterAgreement(), age=16, today=NOW.date()) == ()
    assert school_gate(SAFE, AGREED, CLEAR) == ()
    assert card_gate(names=True, names_safe=True, project=True, project_safe=True) == ()


@pytest.mark.parametrize(
    ("age", "view", "shut"),
    [
        (11, None, (ServiceGate.COMPETENCE_NOT_LOOKED_AT,)),
        (15, None, (ServiceGate.COMPETENCE_NOT_LOOKED_AT,)),
        (15, NOT_YET, (ServiceGate.NOT_COMPETENT,)),
        (15, SEES_ALL, ()),
        (16, None, ()),
    ],
)
def test_co_02_a_referral_from_11_to_15_needs_a_view_on_competence_for_it(
    age: int, view: CompetenceView | None, shut: tuple[ServiceGate, ...]
) -> None:
    consent = replace(CONSENT, competence=view)
    gate = service_gate(SIGNPOST, consent, LetterAgreement(), age=age, today=NOW.date())
    assert gate == shut


def test_nothing_known_keeps_every_letter_to_others_shut() -> None:
    nothing = SafeContact(), LetterAgreement(), GateEvidence()
    assert set(parent_gate(*nothing, age=14)) == set(ParentGate) - {
        ParentGate.NEVER_CONTACT,
        ParentGate.POST_NOT_SAFE,
    }
    assert service_gate(SIGNPOST, None, LetterAgreement(), age=16, today=NOW.date()) == (
        ServiceGate.NO_CONSENT,
    )
    assert service_gate(None, CONSENT, AGREED, age=16, today=NOW.date()) == (
        ServiceGate.NO_SERVICE,
    )
    assert set(school_gate(*nothing)) == set(SchoolGate) - {SchoolGate.NEVER_CONTACT}


def test_the_card_is_always_open_and_only_names_on_it_need_a_yes() -> None:
    bare = card_gate(names=False, names_safe=False, project=False, project_safe=False)
    assert bare == ()
    named = card_gate(names=True, names_safe=False, project=True, project_safe=False)
    assert named == tuple(CardGate)


@given(contacts, agreements, evidences, ages, st.booleans())
def test_h1_a_letter_home_opens_only_with_every_answer_it_needs(
    contact: SafeContact,
    agreement: LetterAgreement,
    evidence: GateEvidence,
    age: int,
    posted: bool,
) -> None:
    if parent_gate(contact, agreement, evidence, age=age, posted=posted):
        return
    assert contact.talk_to_adult_at_home is SafeReply.YES
    assert contact.adult_at_home
    assert "Rosa" not in contact.never_contact or "Rosa" not in contact.adult_at_home
    assert not evidence.family_blocked
    assert agreement.no_worry
    assert agreement.agrees is not SafeReply.NO
    if age >= 16 or (age >= 11 and agreement.competence == SEES_ALL):
        assert agreement.agrees is SafeReply.YES
    assert age < 11 or age >= 16 or agreement.competence is not None
    assert not posted or contact.may_post()


@given(contacts, agreements, evidences)
def test_h9_a_letter_to_school_opens_only_with_every_answer_it_needs(
    contact: SafeContact, agreement: LetterAgreement, evidence: GateEvidence
) -> None:
    if school_gate(contact, agreement, evidence):
        return
    assert contact.tell_school is SafeReply.YES
    assert contact.school_person
    assert not evidence.worry_open
    assert agreement.support_only
    assert agreement.agrees is SafeReply.YES


@pytest.mark.parametrize(
    "missing",
    [
        {"contact": {"talk_to_adult_at_home": SafeReply.NOT_ASKED}},
        {"contact": {"talk_to_adult_at_home": SafeReply.RATHER_NOT_SAY}},
        {"contact": {"adult_at_home": ""}},
        {"agreement": {"agrees": SafeReply.NOT_ASKED}},
        {"agreement": {"agrees": SafeReply.RATHER_NOT_SAY}},
        {"agreement": {"competence": None}},
        {"agreement": {"no_worry": False}},
        {"evidence": {"family_blocked": True}},
    ],
)
def test_h1_taking_any_one_answer_away_shuts_the_letter_home(
    missing: dict[str, dict[str, object]],
) -> None:
    contact = replace(SAFE, **missing.get("contact", {}))  # type: ignore[arg-type]  # by field
    agreement = replace(AGREED, **missing.get("agreement", {}))  # type: ignore[arg-type]  # by field
    evidence = replace(CLEAR, **missing.get("evidence", {}))  # type: ignore[arg-type]  # by field
    assert parent_gate(contact, agreement, evidence, age=14)


def test_co_01_a_young_child_or_one_who_cannot_decide_yet_needs_safety_not_a_signature() -> None:
    unasked = replace(AGREED, agrees=SafeReply.NOT_ASKED, competence=None)
    assert parent_gate(SAFE, unasked, CLEAR, age=8) == ()
    assert parent_gate(SAFE, replace(unasked, competence=NOT_YET), CLEAR, age=13) == ()
    no = replace(unasked, agrees=SafeReply.NO)
    assert parent_gate(SAFE, no, CLEAR, age=8) == (ParentGate.NOT_AGREED,)


consents = st.one_of(
    st.none(),
    st.builds(
        ReferralConsent,
        signpost_id=st.sampled_from([SIGNPOST, SignpostId("other")]),
        given=st.booleans(),
        at=st.integers(-3, 3).map(lambda days: NOW + timedelta(days=days)),
        recorded_by=st.just(SAM),
        competence=st.sampled_from([None, SEES_ALL, NOT_YET]),
        withdrawn_at=st.one_of(st.none(), st.just(NOW)),
    ),
)


@given(consents, st.sampled_from([None, WITHOUT, replace(WITHOUT, note="  ")]))
def test_co_06_a_referral_opens_by_consent_for_this_service_or_a_written_reason(
    consent: ReferralConsent | None, reason: SharingReason | None
) -> None:
    shut = service_gate(
        SIGNPOST, consent, LetterAgreement(sharing_reason=reason), age=16, today=NOW.date()
    )
    if shut:
        return
    if reason is not None:
        assert reason.note.strip()
        return
    assert consent is not None
    assert (consent.signpost_id, consent.given, consent.withdrawn_at) == (SIGNPOST, True, None)
    assert consent.at.date() <= NOW.date()
    assert consent.competence is None or consent.competence.competent()


@pytest.mark.parametrize("item", ["R05", "R08", "R09", "C02", "E04"])
@pytest.mark.parametrize("code", ["some", "clear"])
@pytest.mark.parametrize("voice", ["young_person", "carer", "worker"])
def test_h1_any_sign_of_harm_at_home_in_any_voice_shuts_the_letter_home(
    item: str, code: str, voice: str
) -> None:
    sheet = AnswerSheet().with_answer(ItemId(item), AnswerCode(code), voice)
    assert evidence_from(TALK_SAFE, (AnswerSheet(), sheet), ()).family_blocked


@pytest.mark.parametrize("silence", Silence)
def test_f5_silence_says_nothing_about_home(silence: Silence) -> None:
    sheet = AnswerSheet().with_answer(ItemId("C02"), AnswerCode(silence.value))
    assert not evidence_from(TALK_SAFE, (sheet,), ()).family_blocked
    assert not evidence_from(TALK_SAFE, (), ()).family_blocked


def test_feeling_unsafe_at_home_shuts_it_and_feeling_mostly_safe_does_not() -> None:
    def blocked(item: str, code: str) -> bool:
        sheet = AnswerSheet().with_answer(ItemId(item), AnswerCode(code))
        return evidence_from(TALK_SAFE, (sheet,), ()).family_blocked

    assert blocked("C01", "clear")
    assert blocked("C07", "clear")
    assert not blocked("C01", "some")
    assert not blocked("H01", "clear")


def test_ti_06_an_escalation_outlives_the_answer_that_raised_it() -> None:
    raised = Escalation(
        id=EscalationId("e"),
        screening_id=ScreeningId("s"),
        rule_id=RuleId("X02"),
        name=EscalationName("consult_today"),
        text="",
        evidence=frozenset({ItemId("R09")}),
        raised_at=NOW,
    )
    assert evidence_from(TALK_SAFE, (), (raised,)) == GateEvidence(
        family_blocked=True, worry_open=True
    )
    done = ActionRecord(
        by=SAM, at=NOW, who_was_told="", what_was_done="", outcome="", young_person_told=True
    )
    closed = replace(raised, action=done)
    assert evidence_from(TALK_SAFE, (), (closed,)) == GateEvidence(
        family_blocked=True, worry_open=False
    )


@pytest.mark.parametrize(
    ("never", "name", "same"),
    [
        ("Dad", "Dad", True),
        ("my dad, and Uncle Tom", "Mr Tom Shah", True),
        ("mum's boyfriend", "Mum", True),
        ("", "Mum", False),
        ("Dad", "Aunt Rosa", False),
        ("Mr Grey", "Mr Green", False),
    ],
)
def test_h1_somebody_never_to_talk_to_is_known_by_any_of_their_names(
    never: str, name: str, same: bool
) -> None:
    assert is_never_contact(SafeContact(never_contact=never), name) is same
