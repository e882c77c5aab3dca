"""Facts and fixed wording become a letter; nothing typed can act as a template."""

from dataclasses import replace

import pytest

from tests.invented_letters import (
    ALL_SAFE,
    GYM,
    SENDER,
    draft_letter,
    english_wording,
    finished_letter,
    invented_facts,
    right_to_left_wording,
)
from vrn_desktop.application.letter_composition import confirmed
from vrn_desktop.domain.letter import CrisisBox, OwnWords, ServiceEntry, Signature
from vrn_desktop.domain.letter_deny_list import LetterWordRefusedError, never_words_in
from vrn_desktop.domain.letter_facts import CrisisLine


def text_of(**facts: object) -> str:
    return finished_letter(invented_facts(**facts)).as_plain_text()  # type: ignore[arg-type]  # passed on


def test_a_typed_slot_stays_as_typed() -> None:
    assert "Dear {day} {worker.__class__}," in text_of(chosen_name="{day} {worker.__class__}")


def test_ti_26_own_words_stand_in_quotation_marks() -> None:
    words = "gonna draw, init"
    assert f"“{words}”" in text_of(own_words=words)
    blocks = finished_letter(invented_facts(own_words="")).blocks
    assert not [block for block in blocks if isinstance(block, OwnWords)]


def test_own_words_may_hold_a_never_word_because_they_are_theirs() -> None:
    words = "I am not in a gang"
    assert words in text_of(own_words=words)
    assert never_words_in(words) == ("gang",)


def test_h9_the_finished_words_are_looked_at_once_more() -> None:
    facts = replace(
        invented_facts(),
        crisis_lines=(CrisisLine(name="Victim line", contact="01632 960 999"),),
    )
    with pytest.raises(LetterWordRefusedError, match="victim"):
        finished_letter(facts)
    assert finished_letter(replace(invented_facts(), chosen_name="Gang Tertiary"))


def test_sp_03_the_check_state_is_printed() -> None:
    assert "We checked this on 3 November 2026." in text_of(services=[GYM])
    unchecked = replace(GYM, checked_on=None, next_check=None, ticked=True)
    assert "We have not checked this yet." in text_of(services=[unchecked])


def test_each_kind_of_contact_has_its_sentence() -> None:
    for contact, sentence in {
        "help.example": "Look at help.example.",
        "via school": "How to get in touch: via school.",
        "": "Ask me how to get in touch.",
    }.items():
        assert sentence in text_of(services=[replace(GYM, contact=contact)])


def test_nothing_is_called_checked_where_there_is_nothing_to_check() -> None:
    assert "checked" not in text_of(services=[replace(GYM, contact="")])


def test_only_web_addresses_become_squares() -> None:
    for page in ("", "javascript:alert(1)", "https://two words.example", "boxing.example"):
        letter = finished_letter(invented_facts(services=[replace(GYM, web_page=page)]))
        assert [b.web_page for b in letter.blocks if isinstance(b, ServiceEntry)] == [None]


def test_sp_04_crisis_lines_stand_in_every_letter() -> None:
    for facts in (invented_facts(), invented_facts(services=[], check_in=None, own_words="")):
        (box,) = [b for b in finished_letter(facts).blocks if isinstance(b, CrisisBox)]
        assert [line.strong for line in box.lines] == [
            "999",
            "01632 960 999",
            "Text HELLO to 60999",
        ]


def test_without_services_the_door_stays_open() -> None:
    assert "ask me at any time" in text_of(services=[])


def test_sc4_the_project_is_called_what_they_asked_for() -> None:
    facts = invented_facts(safe_contact=replace(ALL_SAFE, say_we_are="Bike club"))
    text = finished_letter(facts).as_plain_text()
    assert "Bike club" in text
    assert SENDER.project not in text


def test_a_worker_without_number_signs_without_comma() -> None:
    facts = invented_facts(sender=replace(SENDER, project_number=""))
    (signature,) = [b for b in finished_letter(facts).blocks if isinstance(b, Signature)]
    assert signature.lines == ("From Sam", "Ashfield Outreach")


def test_practice_letters_keep_their_mark() -> None:
    letter = draft_letter(practice=True)
    assert letter.watermark == "Practice"
    assert confirmed(letter, practice=True).watermark == "Practice"
    assert not confirmed(letter, practice=True).is_draft


def test_slots_are_isolated_where_reading_goes_the_other_way() -> None:
    assert "\u2068" not in english_wording().text("greeting", chosen_name="Kay")
    assert "\u2068Kay\u2069" in right_to_left_wording().text("greeting", chosen_name="Kay")
