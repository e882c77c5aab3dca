"""A way of contact is open only after a plain yes; whatever is missing is not safe (SC1 to SC8)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.invented_letters import ALL_SAFE, TODAY
from vrn_desktop.domain.errors import ContactNotSafeError
from vrn_desktop.domain.letter import LetterKind
from vrn_desktop.domain.letter_channel import (
    LetterChannel,
    is_safe_channel,
    require_safe_channel,
)
from vrn_desktop.domain.safe_contact import SafeContact, SafeReply

NOT_A_YES = [SafeReply.NO, SafeReply.RATHER_NOT_SAY, SafeReply.NOT_ASKED]
ALWAYS_OPEN = {LetterChannel.KEPT, LetterChannel.READ_ALOUD, LetterChannel.DECLINED}


def test_missing_answers_block_every_channel() -> None:
    nothing_asked = SafeContact()
    assert not nothing_asked.may_post()
    assert not nothing_asked.may_text()
    assert not nothing_asked.may_call()
    assert not nothing_asked.may_leave_message()
    assert not nothing_asked.may_talk_to_adult_at_home()
    assert not nothing_asked.may_tell_school()
    assert not nothing_asked.may_hand_paper(TODAY)


def test_plain_answers_open_every_channel() -> None:
    assert ALL_SAFE.may_post()
    assert ALL_SAFE.may_text()
    assert ALL_SAFE.may_call()
    assert ALL_SAFE.may_leave_message()
    assert ALL_SAFE.may_talk_to_adult_at_home()
    assert ALL_SAFE.may_tell_school()
    assert ALL_SAFE.may_hand_paper(TODAY)


@pytest.mark.parametrize("reply", NOT_A_YES)
def test_no_or_skip_blocks_the_channel(reply: SafeReply) -> None:
    assert not replace(ALL_SAFE, write=reply).may_post()
    assert not replace(ALL_SAFE, opened_by_safe_people_only=reply).may_post()
    assert not replace(ALL_SAFE, text=reply).may_text()
    assert not replace(ALL_SAFE, call=reply).may_call()
    assert not replace(ALL_SAFE, call=reply).may_leave_message()
    assert not replace(ALL_SAFE, leave_message=reply).may_leave_message()
    assert not replace(ALL_SAFE, talk_to_adult_at_home=reply).may_talk_to_adult_at_home()
    assert not replace(ALL_SAFE, tell_school=reply).may_tell_school()
    assert not replace(ALL_SAFE, take_paper=reply).may_hand_paper(TODAY)


@pytest.mark.parametrize("reply", [SafeReply.YES, SafeReply.RATHER_NOT_SAY, SafeReply.NOT_ASKED])
def test_sc5_a_phone_that_others_may_look_at_blocks_texts_and_calls(reply: SafeReply) -> None:
    looked_at = replace(ALL_SAFE, phone_checked_by_others=reply)
    assert not looked_at.may_text()
    assert not looked_at.may_call()
    assert not looked_at.may_leave_message()


def test_a_yes_without_where_or_whom_is_not_enough() -> None:
    assert not replace(ALL_SAFE, write_to=()).may_post()
    assert not replace(ALL_SAFE, adult_at_home="").may_talk_to_adult_at_home()
    assert not replace(ALL_SAFE, school_person="").may_tell_school()


def test_sc8_paper_is_asked_about_on_the_day() -> None:
    tomorrow = TODAY + timedelta(days=1)
    assert not ALL_SAFE.may_hand_paper(tomorrow)
    assert ALL_SAFE.needs_asking(tomorrow)
    assert not ALL_SAFE.needs_asking(TODAY)


def test_ti_34_the_name_for_contact_goes_before_the_chosen_name() -> None:
    assert ALL_SAFE.name_to_use("Kay") == "K. Shah"
    assert SafeContact().name_to_use("Kay") == "Kay"


def test_sc4_we_are_who_they_want_us_to_be() -> None:
    assert replace(ALL_SAFE, say_we_are="Bike club").who_we_are("Ashfield Outreach") == "Bike club"
    assert ALL_SAFE.who_we_are("Ashfield Outreach") == "Ashfield Outreach"


@pytest.mark.parametrize("reply", NOT_A_YES)
def test_our_address_stands_on_the_envelope_only_if_that_is_safe(reply: SafeReply) -> None:
    ours = ("12 Station Road", "ASHFIELD")
    assert ALL_SAFE.envelope("Kay", ours).return_address == ours
    plain = replace(ALL_SAFE, return_address_safe=reply).envelope("Kay", ours)
    assert plain.return_address == ()
    assert (plain.name, plain.address) == ("K. Shah", ALL_SAFE.write_to)


def test_the_letter_can_always_be_kept_read_aloud_or_declined() -> None:
    open_ways = {
        channel
        for channel in LetterChannel
        if is_safe_channel(channel, SafeContact(asked_on=TODAY), TODAY)
    }
    assert open_ways == ALWAYS_OPEN


def test_a_letter_is_posted_or_handed_only_when_that_is_safe() -> None:
    for channel in set(LetterChannel) - {LetterChannel.DELIVERED}:
        require_safe_channel(channel, ALL_SAFE, TODAY)
    for channel in set(LetterChannel) - ALWAYS_OPEN:
        with pytest.raises(ContactNotSafeError):
            require_safe_channel(channel, SafeContact(), TODAY)


def test_sc8_paper_in_their_hand_needs_the_yes_of_today_whoever_the_letter_is_for() -> None:
    for kind in LetterKind:
        assert not is_safe_channel(LetterChannel.HAND, SafeContact(asked_on=TODAY), TODAY, kind)


def test_only_a_letter_to_somebody_else_is_handed_to_them_and_only_home_asks_about_the_post() -> (
    None
):
    unasked = SafeContact(asked_on=TODAY)

    def open_for(channel: LetterChannel) -> set[LetterKind]:
        return {kind for kind in LetterKind if is_safe_channel(channel, unasked, TODAY, kind)}

    assert open_for(LetterChannel.DELIVERED) == {
        LetterKind.PARENT_CARER,
        LetterKind.SERVICE_REFERRAL,
        LetterKind.SCHOOL,
    }
    assert open_for(LetterChannel.POST) == {LetterKind.SERVICE_REFERRAL, LetterKind.SCHOOL}
