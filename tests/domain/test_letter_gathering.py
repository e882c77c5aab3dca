"""What a letter to somebody else may know is gathered behind its gate, and empty where nothing was agreed."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.invented_letters import CRISIS_LINES, GYM, TALK
from tests.invented_other_letters import ASKED, EVERYTHING, KAY, REFERRAL
from vrn_desktop.domain.errors import ContactNotSafeError, DomainError
from vrn_desktop.domain.letter_agreement import LetterAgreement, Shared
from vrn_desktop.domain.letter_facts_others import ContactWay, SchoolSupport
from vrn_desktop.domain.letter_gates import GateEvidence, LetterShutError
from vrn_desktop.domain.letter_gathering import (
    CardWishes,
    card_facts,
    parent_facts,
    safe_contact_ways,
    safe_way,
    school_facts,
    service_facts,
)
from vrn_desktop.domain.safe_contact import SafeContact, SafeReply


@given(st.frozensets(st.sampled_from(Shared)))
def test_only_what_was_agreed_gets_into_the_facts(shared: frozenset[Shared]) -> None:
    asked = replace(ASKED, agreement=replace(EVERYTHING, shared=shared))
    home = parent_facts(KAY, asked, ())
    assert bool(home.child) is (Shared.NAME in shared)
    assert (home.met_on is not None) is ({Shared.NAME, Shared.MEETING_DAY} <= shared)
    referral = service_facts(KAY, asked, REFERRAL)
    assert (referral.age is not None) is (Shared.AGE in shared)
    assert bool(referral.own_words) is (Shared.OWN_WORDS in shared)
    assert bool(referral.access_needs) is (Shared.ACCESS_NEEDS in shared)
    assert bool(referral.help_wanted) is (Shared.HELP_WANTED in shared)


def test_behind_a_shut_gate_there_are_no_facts() -> None:
    shut = replace(
        ASKED, contact=SafeContact(), agreement=LetterAgreement(), evidence=GateEvidence()
    )
    with pytest.raises(LetterShutError):
        parent_facts(KAY, shut, ())
    with pytest.raises(LetterShutError):
        school_facts(KAY, shut, (SchoolSupport.PLACE_TO_GO,))
    with pytest.raises(LetterShutError):
        service_facts(KAY, shut, replace(REFERRAL, consent=None))
    with pytest.raises(LetterShutError):
        card_facts(shut, CRISIS_LINES, (), CardWishes(project=True))


def test_missing_means_not_safe_for_every_way_but_through_us() -> None:
    assert safe_contact_ways(SafeContact()) == (ContactWay.THROUGH_US,)
    assert safe_contact_ways(ASKED.contact) == tuple(ContactWay)
    for way in set(ContactWay) - {ContactWay.THROUGH_US}:
        with pytest.raises(ContactNotSafeError):
            safe_way(way, SafeContact(), "Kay")


def test_through_us_says_nothing_about_them_and_a_call_says_all_that_makes_it_safe() -> None:
    contact = replace(ASKED.contact, say_we_are="The club")
    through = safe_way(ContactWay.THROUGH_US, contact, "Kay")
    assert (through.contact, through.use_name, through.best_time) == ("", "", "")
    call = safe_way(ContactWay.CALL, contact, "Kay")
    assert (call.use_name, call.say_you_are) == ("K. Shah", "The club")
    assert (call.best_time, call.may_leave_message) == ("after school", True)
    quiet = replace(contact, leave_message=SafeReply.NO)
    assert not safe_way(ContactWay.CALL, quiet, "Kay").may_leave_message


def test_sp_02_no_letter_home_names_more_than_three_services() -> None:
    services = [replace(GYM, name=f"Place {number}") for number in range(4)]
    with pytest.raises(DomainError):
        parent_facts(KAY, ASKED, services)


def test_a_service_whose_name_holds_a_never_word_is_written_to_without_it() -> None:
    named = replace(REFERRAL, service=replace(GYM, name="Invented Victim Team"))
    facts = service_facts(KAY, ASKED, named)
    assert facts.service.name == ""


def test_a_card_carries_numbers_only_and_not_too_many() -> None:
    online = replace(TALK, contact="https://talk.example")
    facts = card_facts(ASKED, CRISIS_LINES, (GYM, online), CardWishes())
    assert [service.name for service in facts.services] == [GYM.name]
    many = [replace(GYM, contact=f"01632 960 10{number}") for number in range(6)]
    with pytest.raises(DomainError):
        card_facts(ASKED, CRISIS_LINES, many, CardWishes())
