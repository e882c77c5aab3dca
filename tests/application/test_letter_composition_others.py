"""The letters to others in their order: what they say, what they leave out, the slip and the card."""

from dataclasses import replace

import pytest

from tests.invented_letters import ALL_SAFE
from tests.invented_other_letters import (
    ASKED,
    EVERYTHING,
    KAY,
    MAKERS,
    REFERRAL,
    parent_letter,
    school_letter,
    service_letter,
    wallet_card,
    wording_of,
)
from vrn_desktop.application.letter_composition_others import reply_slip
from vrn_desktop.domain.letter import CrisisBox, LetterKind, OwnWords, lines_of
from vrn_desktop.domain.letter_agreement import LawfulReason, SharingReason
from vrn_desktop.domain.letter_cut_parts import CardLine, ReplySlip, WalletCard
from vrn_desktop.domain.letter_deny_list import LetterWordRefusedError, never_words_in
from vrn_desktop.domain.letter_facts_others import ContactWay


def block(letter: object, kind: type) -> object:
    return next(each for each in letter.blocks if isinstance(each, kind))  # type: ignore[attr-defined]  # a letter


@pytest.mark.parametrize("kind", MAKERS)
def test_h9_no_never_word_in_any_block_of_any_kind(kind: LetterKind) -> None:
    for each in MAKERS[kind]().blocks:
        for line in lines_of(each):
            assert never_words_in(line) == ()


@pytest.mark.parametrize("kind", set(MAKERS) - {LetterKind.WALLET_CARD})
def test_sp_04_every_letter_says_where_help_is_at_once(kind: LetterKind) -> None:
    box = block(MAKERS[kind](), CrisisBox)
    assert isinstance(box, CrisisBox)
    assert box.lines[0].strong == "999"


def test_a_letter_home_says_we_met_and_offers_help() -> None:
    text = parent_letter().as_plain_text()
    assert text.index("Dear Aunt Rosa,") < text.index("I met K. Shah on Tuesday 24 November.")
    assert text.index("Talk It Out") < text.index("From Sam")


def test_a_referral_says_who_what_and_the_one_safe_way() -> None:
    letter = service_letter()
    text = letter.as_plain_text()
    assert "We are writing with Kay’s agreement, given on 24 November 2026." in text
    assert "Kay would like help with this: Sport and things to do." in text
    assert "Please send a text to 07700 900 123." in text
    assert "Please use the name K. Shah. The best time: after school." in text
    assert "Please tell us within 14 days, by Tuesday 8 December" in text
    words = block(letter, OwnWords)
    assert isinstance(words, OwnWords)
    assert words.words == REFERRAL.own_words


def test_a_call_says_whether_a_message_may_be_left_and_who_to_say_they_are() -> None:
    asked = replace(ASKED, contact=replace(ASKED.contact, say_we_are="The Saturday club"))
    text = service_letter(asked, replace(REFERRAL, way=ContactWay.CALL)).as_plain_text()
    assert "please say: The Saturday club." in text
    assert "You can leave a message." in text


def test_without_consent_it_neither_claims_a_wish_nor_gives_the_reason() -> None:
    reason = SharingReason(reason=LawfulReason.LEGAL_DUTY, note="CANARY-REASON")
    asked = replace(ASKED, agreement=replace(EVERYTHING, sharing_reason=reason))
    text = service_letter(asked).as_plain_text()
    assert "without Kay’s agreement" in text
    assert "would like help with this" not in text
    assert "CANARY" not in text


def test_the_slip_has_a_code_and_no_name() -> None:
    slip = block(service_letter(), ReplySlip)
    assert isinstance(slip, ReplySlip)
    assert slip.code == REFERRAL.reply_code
    assert slip.choices == ("We can help", "We cannot help", "There is a wait", "We have started")
    for word in ("Kay", "Shah", "Boxing"):
        assert word not in " ".join(slip.words)
    carried = reply_slip("BCD-FGHJ", "", wording_of(LetterKind.SERVICE_REFERRAL), carried=True)
    assert carried.lines[0] == "If you go, please give them this slip."


def test_a_school_letter_gives_support_and_no_reasons() -> None:
    text = school_letter().as_plain_text()
    assert text.index("a calm place to go") < text.index("one adult to check in with")
    assert "Please do not ask K. Shah about the reasons." in text


def test_the_card_is_numbers_in_the_order_people_need_them() -> None:
    card = block(wallet_card(), WalletCard)
    assert isinstance(card, WalletCard)
    assert card.lines == (
        CardLine(number="999"),
        CardLine(number="01632 960 999"),
        CardLine(number="01632 960 456"),
    )


@pytest.mark.parametrize("never", ["gang", "victim", "asylum", "secondary"])
def test_h9_a_never_word_in_any_name_or_need_is_refused(never: str) -> None:
    contact = replace(ALL_SAFE, adult_at_home=f"the {never}", school_person=f"the {never}")
    with pytest.raises(LetterWordRefusedError):
        parent_letter(replace(ASKED, contact=contact))
    with pytest.raises(LetterWordRefusedError):
        school_letter(replace(ASKED, contact=contact))
    with pytest.raises(LetterWordRefusedError):
        service_letter(child=replace(KAY, access_needs=f"a {never}"))
    sender = replace(ASKED.sender, project=f"{never} team")
    for make in (parent_letter, service_letter, school_letter):
        with pytest.raises(LetterWordRefusedError):
            make(replace(ASKED, sender=sender))
