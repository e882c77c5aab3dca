"""What a letter to a young person may know, and what can never reach it."""

import dataclasses
from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.invented_letters import ALL_SAFE, GYM, SENDER, TALK, TODAY, invented_facts
from vrn_desktop.domain.errors import ContactNotSafeError, DomainError
from vrn_desktop.domain.letter_deny_list import LetterWordRefusedError
from vrn_desktop.domain.letter_facts import (
    CheckIn,
    CheckInWay,
    CrisisLine,
    YoungPersonLetterFacts,
)
from vrn_desktop.domain.letter_service import (
    AgreedService,
    ContactKind,
    LeftOut,
    LetterService,
    ServiceNotForLetterError,
    contact_kind,
    why_left_out,
)
from vrn_desktop.domain.safe_contact import SafeContact, SafeReply


def fields_of(kind: type) -> set[str]:
    return {field.name for field in dataclasses.fields(kind)}


def test_h9_the_facts_have_room_for_nothing_else() -> None:
    assert fields_of(YoungPersonLetterFacts) == {
        "chosen_name",
        "day",
        "own_words",
        "services",
        "check_in",
        "worker_first_name",
        "project",
        "project_number",
        "crisis_lines",
    }
    assert fields_of(CheckIn) == {"day", "way"}
    assert fields_of(CrisisLine) == {"name", "contact", "free"}
    assert fields_of(LetterService) == {
        "name",
        "one_line",
        "contact",
        "contact_kind",
        "free",
        "checked_on",
        "web_page",
        "id",
    }


def test_what_was_agreed_is_what_the_letter_knows() -> None:
    facts = invented_facts()
    assert [service.name for service in facts.services] == [GYM.name, TALK.name]
    assert facts.project == SENDER.project


def test_sp_09_sensitive_services_stay_out_unless_opted_in() -> None:
    sensitive = replace(TALK, sensitive=True)
    assert why_left_out(sensitive, TODAY) is LeftOut.NOT_OPTED_IN
    assert [s.name for s in invented_facts(services=[GYM, sensitive]).services] == [GYM.name]
    opted_in = replace(sensitive, on_paper=True)
    assert [s.name for s in invented_facts(services=[opted_in]).services] == [TALK.name]


@pytest.mark.parametrize(
    ("service", "reason"),
    [
        (replace(GYM, agreed=False), LeftOut.NOT_AGREED),
        (replace(GYM, workers_only=True), LeftOut.WORKERS_ONLY),
        (replace(GYM, never_signpost=True), LeftOut.NEVER_SIGNPOST),
        (replace(GYM, checked_on=None), LeftOut.NEEDS_TICK),
        (replace(GYM, next_check=None), LeftOut.NEEDS_TICK),
        (replace(GYM, next_check=TODAY - timedelta(days=1)), LeftOut.NEEDS_TICK),
    ],
)
def test_services_that_may_not_be_printed_are_refused(
    service: AgreedService, reason: LeftOut
) -> None:
    assert why_left_out(service, TODAY) is reason
    with pytest.raises(ServiceNotForLetterError) as refused:
        invented_facts(services=[service])
    assert refused.value.reason is reason


def test_sp_03_a_number_nobody_checked_needs_a_tick_and_prints_so() -> None:
    ticked = replace(GYM, checked_on=None, next_check=None, ticked=True)
    assert invented_facts(services=[ticked]).services[0].checked_on is None
    overdue = replace(GYM, next_check=TODAY - timedelta(days=1), ticked=True)
    assert invented_facts(services=[overdue]).services[0].checked_on == date(2026, 11, 3)
    due_today = replace(GYM, next_check=TODAY)
    assert why_left_out(due_today, TODAY) is None


def test_a_service_whose_name_holds_a_never_word_is_refused() -> None:
    service = replace(GYM, name="Victim Support")
    assert why_left_out(service, TODAY) is LeftOut.NEVER_WORD
    with pytest.raises(LetterWordRefusedError, match="victim"):
        invented_facts(services=[service])


def test_a_project_whose_name_holds_a_never_word_is_refused() -> None:
    with pytest.raises(LetterWordRefusedError):
        invented_facts(sender=replace(SENDER, project="Ashfield Gangs Team"))


def test_sp_02_three_services_are_enough() -> None:
    services = [replace(GYM, name=f"Place {number}") for number in range(4)]
    assert len(invented_facts(services=services[:3]).services) == 3
    with pytest.raises(DomainError):
        invented_facts(services=services)
    assert len(invented_facts(services=services, most_services=4).services) == 4


def test_ti_25_words_go_in_only_when_approved() -> None:
    with pytest.raises(DomainError):
        invented_facts(own_words_approved=False)
    assert invented_facts(own_words="  ", own_words_approved=False).own_words == ""


@pytest.mark.parametrize("way", [CheckInWay.TEXT, CheckInWay.CALL, CheckInWay.POST])
def test_a_check_in_never_uses_a_way_that_is_not_safe(way: CheckInWay) -> None:
    check_in = CheckIn(day=TODAY, way=way)
    assert invented_facts(check_in=check_in).check_in == check_in
    with pytest.raises(ContactNotSafeError):
        invented_facts(check_in=check_in, safe_contact=SafeContact(asked_on=TODAY))


def test_meeting_in_person_needs_no_channel() -> None:
    check_in = CheckIn(day=TODAY, way=CheckInWay.IN_PERSON)
    assert invented_facts(check_in=check_in, safe_contact=SafeContact()).check_in == check_in


def test_ti_34_a_posted_letter_uses_the_name_for_contact() -> None:
    assert invented_facts(posted=True).chosen_name == "K. Shah"
    assert invented_facts().chosen_name == "Kay"


def test_a_posted_letter_needs_a_safe_address() -> None:
    with pytest.raises(ContactNotSafeError):
        invented_facts(posted=True, safe_contact=replace(ALL_SAFE, write=SafeReply.NO))


@pytest.mark.parametrize(
    ("contact", "kind"),
    [
        ("0800 1111", ContactKind.CALL),
        ("+44 (0)1632 960123", ContactKind.CALL),
        ("999", ContactKind.CALL),
        ("help.example", ContactKind.WEB),
        ("https://help.example/young", ContactKind.WEB),
        ("Text HELLO to 60999", ContactKind.OTHER),
        ("via school", ContactKind.OTHER),
        ("", ContactKind.ASK),
    ],
)
def test_the_contact_says_how_to_get_in_touch(contact: str, kind: ContactKind) -> None:
    assert contact_kind(contact) is kind


def test_names_become_one_line() -> None:
    assert invented_facts(chosen_name=" Kay\n\tShah ").chosen_name == "Kay Shah"
