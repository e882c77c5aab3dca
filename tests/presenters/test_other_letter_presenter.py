"""The pages of the other letters: shut until asked, drawn at once, kept only when everything still holds."""

import pytest

from tests.application.test_other_letters_service import Desk
from tests.went import Went
from vrn_desktop.domain.letter import LetterKind
from vrn_desktop.domain.letter_agreement import LawfulReason, Shared
from vrn_desktop.domain.letter_facts_others import ContactWay, SchoolSupport
from vrn_desktop.domain.safe_contact import SafeContact, SafeReply
from vrn_desktop.domain.signposting import SignpostState
from vrn_desktop.presenters import letter_words
from vrn_desktop.presenters.letter_gate_words import LOOK_AT_COMPETENCE
from vrn_desktop.presenters.navigation_presenter import Place
from vrn_desktop.presenters.other_letter_presenter import (
    ALONE_FIRST,
    CHOOSE_SUPPORT,
    WRITE_ADDRESS,
    OtherLetterPresenter,
)
from vrn_desktop.presenters.other_letter_state import POINTS

ALL_POINTS = frozenset(code for code, _ in POINTS)


def page(desk: Desk, kind: LetterKind, went: Went | None = None) -> OtherLetterPresenter:
    return OtherLetterPresenter(desk.services, desk.talk.id, kind, go=went or Went())


def shown(presenter: OtherLetterPresenter) -> str:
    return presenter.state.pdf.decode()


def home(desk: Desk, went: Went | None = None) -> OtherLetterPresenter:
    presenter = page(desk, LetterKind.PARENT_CARER, went)
    presenter.say_agrees(SafeReply.YES)
    presenter.look_at_competence(ALL_POINTS)
    presenter.rule_out_worry(on=True)
    return presenter


def test_nothing_is_chosen_beforehand_and_nothing_is_drawn_until_everything_is_asked() -> None:
    presenter = page(Desk(), LetterKind.PARENT_CARER)
    assert presenter.state.shared == frozenset()
    assert presenter.state.pdf == b""
    assert len(presenter.state.still_shut) == 3
    presenter.confirm()
    assert presenter.state.problem


def test_a_letter_home_says_only_what_they_agreed_to() -> None:
    desk = Desk()
    presenter = home(desk)
    assert presenter.state.still_shut == ()
    assert "Kay" not in shown(presenter)
    presenter.share(Shared.NAME, on=True)
    assert "Kay Invented is happy" in shown(presenter)
    assert desk.entry.name not in shown(presenter)
    presenter.include(desk.entry.id, included=True)
    presenter.tick(desk.entry.id, ticked=True)
    assert desk.entry.name in shown(presenter)
    presenter.share(Shared.NAME, on=False)
    assert "Kay" not in shown(presenter)


def test_taking_a_yes_back_takes_the_draft_away() -> None:
    presenter = home(Desk())
    assert presenter.state.pdf
    presenter.say_agrees(SafeReply.NO)
    assert presenter.state.pdf == b""
    assert presenter.state.still_shut


def test_sp_03_a_service_that_nobody_checked_is_not_kept_in_a_letter() -> None:
    desk = Desk()
    presenter = home(desk)
    presenter.include(desk.entry.id, included=True)
    presenter.confirm()
    assert presenter.state.problem == letter_words.NEEDS_TICK
    assert desk.office.store.records.letters == {}


def test_lt_06_keeping_it_leads_to_the_kept_letter() -> None:
    desk, went = Desk(), Went()
    presenter = home(desk, went)
    presenter.confirm()
    presenter.confirm()
    (record_id,) = desk.office.store.records.letters
    assert (went.last.place, went.last.letter) == (Place.LETTER, record_id)


def test_a_flag_marked_meanwhile_keeps_the_letter_from_being_kept() -> None:
    desk = Desk()
    presenter = home(desk)
    desk.say(SafeContact())
    presenter.confirm()
    assert desk.office.store.records.letters == {}
    assert presenter.state.still_shut
    assert presenter.state.pdf == b""


def test_co_06_a_referral_asks_for_a_yes_to_this_service_and_can_hear_it_taken_back() -> None:
    desk = Desk()
    presenter = page(desk, LetterKind.SERVICE_REFERRAL)
    presenter.tick(desk.entry.id, ticked=True)
    presenter.look_at_competence(ALL_POINTS)
    presenter.say_consent(yes=True)
    assert presenter.state.has_consent
    assert "24 November 2026" in presenter.state.consent
    assert "agreement, given on" in shown(presenter)
    presenter.say_consent(yes=False)
    assert presenter.state.pdf == b""


def test_a_referral_without_their_yes_needs_the_reason_in_words() -> None:
    desk = Desk()
    presenter = page(desk, LetterKind.SERVICE_REFERRAL)
    presenter.tick(desk.entry.id, ticked=True)
    presenter.choose_reason(LawfulReason.PROTECT_A_CHILD)
    assert presenter.state.pdf == b""
    presenter.write_reason("Invented reason")
    assert "without Kay Invented’s agreement" in shown(presenter)
    assert "Invented reason" not in shown(presenter)
    presenter.choose_reason(None)
    assert presenter.state.pdf == b""


def test_ti_25_their_words_need_their_yes_again_after_each_change() -> None:
    desk = Desk()
    desk.consent()
    presenter = page(desk, LetterKind.SERVICE_REFERRAL)
    presenter.tick(desk.entry.id, ticked=True)
    presenter.write_words("I like drawing.")
    assert "drawing" not in shown(presenter)
    presenter.share(Shared.OWN_WORDS, on=True)
    assert "“I like drawing.”" in shown(presenter)
    presenter.write_words("I like drawing a lot.")
    assert "drawing" not in shown(presenter)


def test_only_safe_ways_are_offered_to_a_service() -> None:
    desk = Desk()
    desk.consent()
    presenter = page(desk, LetterKind.SERVICE_REFERRAL)
    assert presenter.state.ways == (ContactWay.THROUGH_US, ContactWay.TEXT, ContactWay.POST)
    presenter.tick(desk.entry.id, ticked=True)
    presenter.choose_way(ContactWay.TEXT)
    presenter.reply_within(7)
    assert "07700 900123" in shown(presenter)
    assert "within 7 days" in shown(presenter)


def test_an_envelope_needs_an_address() -> None:
    presenter = page(Desk(), LetterKind.SCHOOL)
    presenter.say_agrees(SafeReply.YES)
    presenter.say_support_only(on=True)
    assert presenter.state.still_shut == (CHOOSE_SUPPORT,)
    presenter.choose_support(frozenset({SchoolSupport.PLACE_TO_GO}))
    presenter.post(on=True)
    assert presenter.state.still_shut == (WRITE_ADDRESS,)
    presenter.write_address("2 Invented Road\n\nINVENTOWN")
    assert "Mx Abara\n2 Invented Road\nINVENTOWN" in shown(presenter)


def test_the_card_starts_with_bare_numbers() -> None:
    presenter = page(Desk(), LetterKind.WALLET_CARD)
    assert "116 123" in shown(presenter)
    assert "Samaritans" not in shown(presenter)
    presenter.carry_line("116 123", on=False)
    assert "116 123" not in shown(presenter)
    presenter.carry_line("116 123", on=True)
    presenter.put_names_on_card(on=True)
    assert "Samaritans 116 123" in shown(presenter)
    presenter.put_project_on_card(on=True)
    assert "Harbour" in shown(presenter) or "01632 960002" in shown(presenter)


@pytest.mark.parametrize("kind", set(LetterKind) - {LetterKind.YOUNG_PERSON})
def test_the_ways_on_from_here(kind: LetterKind) -> None:
    went = Went()
    presenter = page(Desk(), kind, went)
    presenter.ask_safe_contact()
    assert (went.last.place, went.last.letter_kind) == (Place.SAFE_CONTACT, kind)
    presenter.choose_services()
    presenter.leave()
    assert went.places[1:] == [Place.CHOOSE_SERVICES, Place.LETTER_FOR]


def test_co_06_what_was_said_about_one_service_is_not_carried_over_to_another() -> None:
    desk = Desk()
    other = next(
        each
        for each in desk.services.signposting.directory().entries
        if each.may_be_printed and each.id != desk.entry.id
    )
    desk.services.signposting.offer(desk.talk.id, other, SignpostState.ACCEPTED)
    presenter = page(desk, LetterKind.SERVICE_REFERRAL)
    presenter.look_at_competence(ALL_POINTS)
    presenter.share(Shared.AGE, on=True)
    presenter.choose_service(other.id)
    assert presenter.state.shared == frozenset()
    presenter.say_consent(yes=True)
    assert not presenter.state.has_consent
    assert presenter.state.problem == LOOK_AT_COMPETENCE


def test_lt_04_nothing_for_the_worker_alone_is_said_while_two_look() -> None:
    presenter = page(Desk(), LetterKind.SERVICE_REFERRAL)
    presenter.look_together(on=True)
    presenter.say_consent(yes=True)
    assert presenter.state.problem == ALONE_FIRST
    presenter.confirm()
    assert presenter.state.problem == ALONE_FIRST
