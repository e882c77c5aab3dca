"""What follows from a yes, news by whoever brings it, the first call, and a reply found by its code."""

from dataclasses import replace
from datetime import time, timedelta

import pytest

from tests.invented_services import PRIYA, SAM, Invented
from tests.loop_office import CODE, due, entries, letter, yes
from tests.talk import CALM_CORE, answered, begun, talked
from vrn_desktop.application.reply_expected import LOOK_AFTER
from vrn_desktop.application.services import Services
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.errors import DiskFullError, DomainError
from vrn_desktop.domain.follow_up import FollowUpKind
from vrn_desktop.domain.handover import Caller
from vrn_desktop.domain.helping import ASKED_AFTER
from vrn_desktop.domain.identifiers import PractitionerId, ScreeningId
from vrn_desktop.domain.letter import LetterKind
from vrn_desktop.domain.letter_channel import LetterChannel
from vrn_desktop.domain.letter_record import ReadingCheck
from vrn_desktop.domain.referral import HowWeKnow, ReferralState
from vrn_desktop.domain.reply_code import ReplyCodeUnreadableError, reply_code_from
from vrn_desktop.domain.signposting import SignpostState
from vrn_desktop.domain.unmet_need import GapReason

KIM = replace(SAM, id=PractitionerId("kim"), name="Kim Invented")


def test_ag_15_the_first_yes_brings_two_askings_whether_it_helps() -> None:
    office, services, screening = talked(CALM_CORE)
    today = office.clock().date()

    yes(services, screening)
    yes(services, screening, 1)

    askings = due(office, FollowUpKind.IS_IT_HELPING)
    assert sorted(each.due_on for each in askings) == [today + after for after in ASKED_AFTER]


def test_with_the_last_yes_taken_back_there_is_nothing_to_ask() -> None:
    office, services, screening = talked(CALM_CORE)
    yes(services, screening)

    services.signposting.offer(screening.id, entries(services)[0], SignpostState.DECLINED)
    assert due(office, FollowUpKind.IS_IT_HELPING) == []

    yes(services, screening, 1)
    assert len(due(office, FollowUpKind.IS_IT_HELPING)) == 2


def test_sp_04_a_line_for_a_hard_moment_is_not_asked_about() -> None:
    office, services, screening = talked(CALM_CORE)
    line = services.signposting.directory().crisis_lines()[0]

    services.signposting.offer(screening.id, line, SignpostState.ACCEPTED)

    assert due(office, FollowUpKind.IS_IT_HELPING) == []


def test_an_answer_is_news_with_the_contact_as_it_was_given() -> None:
    _, services, screening = talked(CALM_CORE)
    signpost = yes(services, screening)
    yes(services, screening)

    events = services.loop.referrals.matter(signpost.id).row.referral.events

    assert [event.state for event in events] == [ReferralState.ACCEPTED]
    assert events[0].contact == entries(services)[0].contact
    assert events[0].how is HowWeKnow.CHOSEN_TOGETHER


def test_a_yes_that_turns_out_to_be_known_already_is_taken_back() -> None:
    _, services, screening = talked(CALM_CORE)
    signpost = yes(services, screening)

    services.signposting.offer(screening.id, entries(services)[0], SignpostState.ALREADY_KNOWN)
    referral = services.loop.referrals.matter(signpost.id).row.referral

    assert referral.current is ReferralState.OFFERED
    assert len(referral.events) == 2


def test_sp_07_not_available_is_a_gap_until_it_can_be_had() -> None:
    _, services, screening = talked(CALM_CORE)
    entry = entries(services)[0]

    services.signposting.offer(screening.id, entry, SignpostState.NOT_AVAILABLE)
    (gap,) = services.loop.unmet_needs.of_screening(screening.id)
    assert (gap.category, gap.reason) == (entry.category, GapReason.NO_SERVICE)

    yes(services, screening)
    assert services.loop.unmet_needs.of_screening(screening.id) == ()


def test_news_is_kept_with_who_wrote_it_down_and_how_they_know() -> None:
    office, services, screening = talked(CALM_CORE)
    signpost = yes(services, screening)
    office.clock.go_on(timedelta(days=9))
    today = office.clock().date()

    services.loop.referrals.record(
        signpost.id, ReferralState.CONTACTED, on=today, how=HowWeKnow.PHONE_CALL
    )

    event = services.loop.referrals.matter(signpost.id).row.referral.events[-1]
    assert (event.by, event.on, event.how) == (SAM.id, today, HowWeKnow.PHONE_CALL)
    assert office.store.acts[-1] == (Act.REFERRAL_RECORDED, signpost.id)


def test_news_that_does_not_follow_changes_nothing() -> None:
    office, services, screening = talked(CALM_CORE)
    signpost = services.signposting.offer(
        screening.id, entries(services)[0], SignpostState.DECLINED
    )
    kept = list(office.store.records.referral_events)

    with pytest.raises(DomainError):
        services.loop.referrals.record(
            signpost.id,
            ReferralState.CONTACTED,
            on=office.clock().date(),
            how=HowWeKnow.SEEN,
        )

    assert office.store.records.referral_events == kept


def test_a_mistake_is_taken_back_and_stays_to_be_read() -> None:
    office, services, screening = talked(CALM_CORE)
    signpost = yes(services, screening)
    today = office.clock().date()
    recorded = services.loop.referrals.record(
        signpost.id, ReferralState.FIRST_APPOINTMENT, on=today, how=HowWeKnow.SEEN
    )

    righted = services.loop.referrals.take_back(signpost.id, recorded.events[-1].id)

    assert righted.current is ReferralState.ACCEPTED
    assert len(office.store.records.referral_events) == 3


def test_sp_08_an_agreed_first_call_comes_due_in_place_of_an_earlier_one() -> None:
    office, services, screening = talked(CALM_CORE)
    signpost = yes(services, screening)
    today = office.clock().date()
    referrals = services.loop.referrals

    referrals.agree_handover(signpost.id, Caller.TOGETHER, on=today + timedelta(days=1))
    referrals.agree_handover(
        signpost.id,
        Caller.WORKER,
        on=today + timedelta(days=3),
        at_time=time(15, 30),
        contact="01632 960111",
    )

    (call,) = due(office, FollowUpKind.HANDOVER)
    assert (call.due_on, call.at_time) == (today + timedelta(days=3), time(15, 30))
    assert call.signpost_id == signpost.id
    agreed = referrals.matter(signpost.id).handover
    assert agreed is not None
    assert (agreed.caller, agreed.contact) == (Caller.WORKER, "01632 960111")
    assert (Act.FOLLOW_UP_RECORDED, call.id) in office.store.acts


def test_a_reply_by_slip_takes_the_waiting_for_it_off_the_list() -> None:
    office, services, screening = talked(CALM_CORE)
    signpost = yes(services, screening)
    today = office.clock().date()
    services.loop.referrals.expect_reply(signpost.id, today + timedelta(days=10))
    assert len(due(office, FollowUpKind.REPLY_DUE)) == 1

    services.loop.referrals.record(
        signpost.id, ReferralState.CONTACTED, on=today, how=HowWeKnow.REPLY_SLIP
    )

    assert due(office, FollowUpKind.REPLY_DUE) == []


def test_a_letter_on_its_way_to_a_service_brings_the_day_to_look_for_a_reply() -> None:
    office, services, screening = talked(CALM_CORE)
    signpost = yes(services, screening)
    record = letter(screening, signpost, kind=LetterKind.SERVICE_REFERRAL)
    office.store.records.letters[record.id] = (record, b"")

    given = services.letters.given(record, LetterChannel.KEPT, ReadingCheck.NOT_YET)
    assert due(office, FollowUpKind.REPLY_DUE) == []
    given = services.letters.given(given, LetterChannel.POST, ReadingCheck.NOT_YET)
    services.letters.given(given, LetterChannel.POST, ReadingCheck.NOT_YET)

    (waiting,) = due(office, FollowUpKind.REPLY_DUE)
    assert waiting.signpost_id == signpost.id
    assert waiting.due_on == office.clock().date() + LOOK_AFTER


def test_open_referrals_are_ones_own_and_a_reviewers_are_everybodys() -> None:
    office, services, screening = talked(CALM_CORE)
    signpost = yes(services, screening)
    services.signposting.offer(screening.id, entries(services)[1], SignpostState.DECLINED)

    def seen(person: Services) -> list[str]:
        return [row.referral.signpost.id for row in person.loop.referrals.open_rows()]

    assert seen(services) == [signpost.id]
    assert seen(office.as_person(KIM).services()) == []
    assert seen(office.as_person(PRIYA).services()) == [signpost.id]


@pytest.mark.parametrize("typed", [str(CODE), CODE.lower(), f" {CODE[:2]} {CODE[2:]} "])
def test_a_slip_leads_to_the_offer_its_letter_was_about(typed: str) -> None:
    office, services, screening = talked(CALM_CORE)
    signpost = yes(services, screening)
    yes(services, screening, 1)
    record = letter(screening, signpost, kind=LetterKind.SERVICE_REFERRAL)
    office.store.records.letters[record.id] = (record, b"")

    (found,) = services.loop.replies.find(typed)

    assert found.referral.signpost.id == signpost.id
    assert found.reference == "YP-0001"


def test_a_misread_code_is_told_apart_from_one_that_no_letter_carries() -> None:
    services = Invented().services()
    other = reply_code_from("another letter")
    misread = f"{CODE[:-1]}{'2' if CODE[-1] != '2' else '3'}"

    assert services.loop.replies.find(other) == ()
    with pytest.raises(ReplyCodeUnreadableError):
        services.loop.replies.find(misread)


def test_a_full_disk_keeps_answer_and_askings_together_or_neither() -> None:
    office = Invented()
    services = office.services()
    screening = answered(services, begun(services), CALM_CORE)
    office.store.refuses = DiskFullError()

    with pytest.raises(DiskFullError):
        yes(services, screening)

    assert office.store.records.signposts == {}
    assert office.store.records.follow_ups == {}
    assert services.signposting.offered(ScreeningId(screening.id)) == ()


@pytest.mark.parametrize(
    ("state", "how", "still_due"),
    [
        (ReferralState.CONTACTED, HowWeKnow.PHONE_CALL, False),
        (ReferralState.COULD_NOT_REACH, HowWeKnow.PHONE_CALL, True),
        (ReferralState.CONTACTED, HowWeKnow.YOUNG_PERSON, True),
        (ReferralState.DECLINED, HowWeKnow.YOUNG_PERSON, False),
    ],
)
def test_a_reply_by_phone_or_an_ending_is_no_longer_waited_for(
    state: ReferralState, how: HowWeKnow, *, still_due: bool
) -> None:
    office, services, screening = talked(CALM_CORE)
    signpost = yes(services, screening)
    today = office.clock().date()
    services.loop.referrals.expect_reply(signpost.id, today + timedelta(days=14))
    services.loop.referrals.record(signpost.id, state, on=today, how=how)
    assert bool(due(office, FollowUpKind.REPLY_DUE)) is still_due
