"""Who the letter is for: every kind with its way, and where it is shut what would open it, without an answer."""

import pytest

from tests.application.test_other_letters_service import Desk
from tests.talk import CALM_CORE
from tests.went import Went
from vrn_desktop.domain.letter import LetterKind
from vrn_desktop.domain.letter_gates import (
    CardGate,
    KeptGate,
    ParentGate,
    SchoolGate,
    ServiceGate,
)
from vrn_desktop.domain.safe_contact import SafeContact
from vrn_desktop.presenters.letter_gate_words import LEAD_FIRST, WORDS, why_shut
from vrn_desktop.presenters.letter_kinds_presenter import KindCard, LetterKindsPresenter
from vrn_desktop.presenters.navigation_presenter import Place

ANSWER_WORDS = ("abuse", "hurt", "fgm", "sexual", "injury", "scare", "flag", "answer", "domestic")


def page(desk: Desk, went: Went | None = None) -> LetterKindsPresenter:
    return LetterKindsPresenter(desk.services, desk.talk.id, go=went or Went())


def card(presenter: LetterKindsPresenter, kind: LetterKind) -> KindCard:
    return next(each for each in presenter.state.cards if each.kind is kind)


def test_lt_01_all_five_are_offered_and_lead_to_their_pages() -> None:
    desk, went = Desk(), Went()
    presenter = page(desk, went)
    assert [each.kind for each in presenter.state.cards] == list(LetterKind)
    assert all(each.is_open for each in presenter.state.cards)
    for kind in LetterKind:
        presenter.choose(kind)
        assert (went.last.place, went.last.letter_kind) == (Place.LETTER, kind)


def test_what_was_never_asked_is_led_to_where_it_can_be_asked() -> None:
    desk, went = Desk(), Went()
    desk.say(SafeContact())
    presenter = page(desk, went)
    for kind in (LetterKind.PARENT_CARER, LetterKind.SCHOOL):
        assert not card(presenter, kind).is_open
        presenter.choose(kind)
        assert went.routes == [] or went.last.place is not Place.LETTER
        presenter.put_right(kind)
        assert (went.last.place, went.last.returns_to) == (Place.SAFE_CONTACT, Place.LETTER_FOR)


@pytest.mark.parametrize("said", [{"R05": "some"}, {"C02": "clear"}, {"R08": "clear"}])
def test_h9_why_it_is_shut_names_no_answer_and_sounds_the_same_for_each(
    said: dict[str, str],
) -> None:
    why = card(page(Desk({**CALM_CORE, **said})), LetterKind.PARENT_CARER).why
    assert why == (LEAD_FIRST,)


def test_every_reason_has_plain_words_that_name_no_answer() -> None:
    gates = (ParentGate, ServiceGate, SchoolGate, CardGate, KeptGate)
    assert set(WORDS) == {reason for gate in gates for reason in gate}
    for words in WORDS.values():
        assert not any(word in words.casefold() for word in ANSWER_WORDS)
        assert words.endswith(".")


def test_the_lead_comes_before_everything_else_that_is_missing() -> None:
    assert why_shut(tuple(ParentGate)) == (LEAD_FIRST,)


def test_looking_together_is_remembered_and_back_leads_to_the_level() -> None:
    went = Went()
    presenter = page(Desk(), went)
    presenter.look_together(on=True)
    assert presenter.state.together
    presenter.leave()
    assert went.last.place is Place.LEVEL
