"""The letters to others on paper: the same bytes each time, tagged, in the window, and the draft mark."""

from dataclasses import replace

import pytest

from tests.invented_other_letters import (
    ASKED,
    MAKERS,
    SCHOOL_ADDRESS,
    school_letter,
    service_letter,
    wallet_card,
)
from tests.reports.pdf_reader import page_count
from vrn_desktop.application.letter_composition import confirmed
from vrn_desktop.domain.letter import LetterKind, TextSize
from vrn_desktop.domain.letter_gathering import CardWishes
from vrn_desktop.reports.letter_pdf import LetterPdfRenderer

RENDERER = LetterPdfRenderer()


@pytest.mark.parametrize("kind", MAKERS)
@pytest.mark.parametrize("size", TextSize)
def test_the_same_letter_is_the_same_bytes_and_tagged(kind: LetterKind, size: TextSize) -> None:
    letter = replace(confirmed(MAKERS[kind]()), text_size=size)
    again = replace(confirmed(MAKERS[kind]()), text_size=size)
    pdf = RENDERER.render(letter)
    assert pdf == RENDERER.render(again)
    assert b"/StructTreeRoot" in pdf
    assert b"/Marked true" in pdf
    assert RENDERER.unprintable_characters(letter) == ()


@pytest.mark.parametrize("kind", MAKERS)
def test_lt_06_a_draft_carries_its_mark_and_a_confirmed_letter_none(kind: LetterKind) -> None:
    draft = MAKERS[kind]()
    assert draft.watermark == "Draft"
    assert confirmed(draft).watermark == ""
    assert RENDERER.render(draft) != RENDERER.render(confirmed(draft))


def test_each_usual_letter_fits_on_one_sheet_and_a_referral_with_much_to_say_on_two() -> None:
    for kind in (LetterKind.PARENT_CARER, LetterKind.SCHOOL, LetterKind.WALLET_CARD):
        assert page_count(RENDERER.render(confirmed(MAKERS[kind]()))) == 1
    assert page_count(RENDERER.render(confirmed(service_letter()))) <= 2


def test_the_address_stands_in_the_window_of_the_envelope() -> None:
    letter = school_letter()
    assert letter.address is not None
    assert letter.address.lines == ("Mx Abara", *SCHOOL_ADDRESS)
    assert letter.address.return_lines == ()


def test_the_card_of_bare_numbers_names_nobody() -> None:
    text = confirmed(wallet_card()).as_plain_text()
    assert "01632 960 999" in text
    for word in ("Invented Line", ASKED.sender.project, "Kay", "2026"):
        assert word not in text
    wishes = CardWishes(named=True, names_safe=True, project=True, project_safe=True)
    named = wallet_card(wishes=wishes).as_plain_text()
    assert "Invented Line 01632 960 999" in named
    assert f"{ASKED.sender.project} {ASKED.sender.project_number}" in named
