"""Agreement to talk by age, a view on competence for one decision, and three records kept apart."""

from dataclasses import fields, replace
from datetime import UTC, datetime

import pytest

from vrn_desktop.domain.agreement import (
    AgreementRoute,
    AgreementToTalk,
    CompetenceView,
    LawfulBasisRecord,
    ReferralConsent,
    route_for_age,
)
from vrn_desktop.domain.identifiers import PractitionerId, ScreeningId, SignpostId
from vrn_desktop.domain.setting import LawfulBasis

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
ALL_SEEN = CompetenceView(
    understands=True,
    weighs_good_and_bad=True,
    can_explain_choice=True,
    free_from_pressure=True,
    reasons="Said it all back.",
)


def agreed(route: AgreementRoute) -> AgreementToTalk:
    return AgreementToTalk(
        screening_id=ScreeningId("talk"),
        route=route,
        agreed=True,
        said_back=True,
        at=NOW,
        recorded_by=PractitionerId("sam"),
    )


@pytest.mark.parametrize(
    ("age", "route"),
    [
        (0, AgreementRoute.CARER_AND_ASSENT),
        (10, AgreementRoute.CARER_AND_ASSENT),
        (11, AgreementRoute.OWN_IF_COMPETENT),
        (15, AgreementRoute.OWN_IF_COMPETENT),
        (16, AgreementRoute.OWN),
        (24, AgreementRoute.OWN),
    ],
)
def test_co_01_co_02_co_03_the_route_follows_the_age(age: int, route: AgreementRoute) -> None:
    assert route_for_age(age) is route


def test_co_01_under_11_a_carer_agrees_and_the_child_too() -> None:
    child = agreed(AgreementRoute.CARER_AND_ASSENT)
    assert not child.may_talk()
    assert replace(child, carer_agreed=True).may_talk()
    assert not replace(child, carer_agreed=True, agreed=False).may_talk()


def test_co_01_where_asking_a_carer_is_not_safe() -> None:
    child = agreed(AgreementRoute.CARER_AND_ASSENT)
    assert replace(child, carer_unsafe_to_ask=True).may_talk()


@pytest.mark.parametrize(
    "doubt",
    [
        replace(ALL_SEEN, understands=False),
        replace(ALL_SEEN, weighs_good_and_bad=False),
        replace(ALL_SEEN, can_explain_choice=False),
        replace(ALL_SEEN, free_from_pressure=False),
    ],
)
def test_co_02_all_four_points_or_a_carer_unless_unsafe(doubt: CompetenceView) -> None:
    young = agreed(AgreementRoute.OWN_IF_COMPETENT)
    assert not young.may_talk(), "no view was recorded"
    assert replace(young, competence=ALL_SEEN).may_talk()
    doubted = replace(young, competence=doubt)
    assert not doubted.may_talk()
    assert replace(doubted, carer_agreed=True).may_talk()
    assert replace(doubted, carer_unsafe_to_ask=True).may_talk()


def test_co_03_from_16_their_own_word_is_enough() -> None:
    assert agreed(AgreementRoute.OWN).may_talk()


def test_co_07_what_was_taken_back_holds_no_more() -> None:
    for route in AgreementRoute:
        withdrawn = replace(agreed(route), carer_agreed=True, competence=ALL_SEEN, withdrawn_at=NOW)
        assert not withdrawn.may_talk()


def test_co_06_three_records_with_no_field_that_means_the_other() -> None:
    names = {
        record: {field.name for field in fields(record)}
        for record in (AgreementToTalk, ReferralConsent, LawfulBasisRecord)
    }
    assert "basis" not in names[AgreementToTalk] | names[ReferralConsent]
    assert "agreed" not in names[ReferralConsent] | names[LawfulBasisRecord]
    assert "signpost_id" not in names[AgreementToTalk] | names[LawfulBasisRecord]


def test_co_04_every_referral_has_its_own_view() -> None:
    consent = ReferralConsent(
        signpost_id=SignpostId("club"),
        given=True,
        at=NOW,
        recorded_by=PractitionerId("sam"),
        competence=ALL_SEEN,
    )
    basis = LawfulBasisRecord(
        screening_id=ScreeningId("talk"),
        basis=LawfulBasis.PUBLIC_TASK,
        policy_reference="IG-7",
        at=NOW,
    )
    assert consent.competence is not None
    assert consent.at == NOW
    assert not hasattr(basis, "competence")
