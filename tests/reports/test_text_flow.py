"""Text of any script flows into lines that fit, in the order the eye meets it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vrn_desktop.domain.letter import Direction
from vrn_desktop.reports.text_flow import Wording, flow, missing_characters, printable

MEASURE = 12_000
ONE_EM = 1_000
URDU = "ہم آپ کی مدد کے لیے Ashfield Young Carers یہاں ہیں (فون 01632 960 123)۔"


def seen(text: str, direction: Direction, strong: str = "", measure: int = MEASURE) -> list[str]:
    lines = flow(Wording(text, "en", direction, strong), measure)
    return ["".join(piece.text for piece in line.pieces) for line in lines]


def test_long_text_wraps_between_words() -> None:
    text = "one two three four five six seven eight nine ten eleven twelve"
    lines = seen(text, Direction.LEFT_TO_RIGHT)
    assert len(lines) > 1
    assert " ".join(lines) == text


def test_right_to_left_lines_start_with_the_first_words_at_the_right() -> None:
    lines = flow(Wording(URDU, "ur", Direction.RIGHT_TO_LEFT, "01632 960 123"), 16_000)
    first = [piece.text for piece in lines[0].pieces if piece.text.strip()]
    assert first == ["Ashfield", "Young", "لیے", "کے", "مدد", "کی", "آپ", "ہم"]
    assert " ".join(line.text for line in lines) == URDU


def test_an_english_name_inside_keeps_its_order() -> None:
    (line,) = flow(Wording("ہم Ashfield Young Carers ہیں", "ur", Direction.RIGHT_TO_LEFT), 90_000)
    shown = "".join(piece.text for piece in line.pieces)
    assert shown == "ہیں Ashfield Young Carers ہم"


def test_a_number_is_bold_on_one_line_and_in_order() -> None:
    lines = flow(
        Wording("فون 01632 960 123 پر کریں", "ur", Direction.RIGHT_TO_LEFT, "01632 960 123"), 90_000
    )
    (bold,) = [p for p in lines[0].pieces if "Bold" in p.font.name]
    assert bold.text == "01632\u00a0960\u00a0123"
    assert lines[0].text == "فون 01632 960 123 پر کریں"


@pytest.mark.parametrize("number", ["01632 960 123", "+44 1632 960123", "(01632) 960-123"])
def test_a_number_anybody_typed_keeps_its_order_in_right_to_left_text(number: str) -> None:
    (line,) = flow(Wording(f"فون {number} پر", "ur", Direction.RIGHT_TO_LEFT), 90_000)
    shown = "".join(piece.text for piece in line.pieces).replace("\u00a0", " ")
    assert shown == f"پر {number} فون"
    assert line.text == f"فون {number} پر"


def test_english_in_a_right_to_left_letter_reads_as_english() -> None:
    assert seen("After school.", Direction.RIGHT_TO_LEFT) == ["After school."]


def test_latin_letters_need_no_second_text_and_others_do() -> None:
    assert flow(Wording("Łukasz can’t wait – five", "en"), 90_000)[0].reads_itself
    assert not flow(Wording("કમલ", "en"), MEASURE)[0].reads_itself


def test_a_word_longer_than_the_line_is_cut_and_nothing_is_lost() -> None:
    word = "x" * 10_000
    lines = seen(word, Direction.LEFT_TO_RIGHT)
    assert "".join(lines) == word


def test_a_letter_is_never_torn_from_its_marks() -> None:
    lines = flow(Wording("કિ" * 200, "gu"), MEASURE)
    assert len(lines) > 1
    assert all(line.text.startswith("કિ") and line.text.endswith("કિ") for line in lines)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Kay 🌟, hi", "Kay, hi"),
        ("👩‍👧", ""),
        ("Kay\nShah\t!", "Kay Shah !"),
        ("Ka\u0301y", "Káy"),
        ("\u202eyaK", "yaK"),
        ("A中", "A中"),
    ],
)
def test_what_can_be_printed(typed: str, printed: str) -> None:
    assert printable(typed) == printed


def test_characters_without_a_glyph_are_named_once() -> None:
    assert missing_characters("Kay 🌟🌟 中 Łukasz કમલ\n") == ("🌟", "中")


@settings(max_examples=150, deadline=None)
@given(
    text=st.text(max_size=120),
    direction=st.sampled_from(Direction),
    measure=st.integers(3_000, 30_000),
)
def test_no_text_overflows_its_line(text: str, direction: Direction, measure: int) -> None:
    for line in flow(Wording(text, "en", direction), measure):
        letters = sum(len(piece.starts) for piece in line.pieces)
        assert line.width <= measure + ONE_EM or letters == 1
