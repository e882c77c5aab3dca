"""Mixed text stands on a line as Unicode Annex 9 says; letters stand for scripts as there.

In the samples capitals are Hebrew letters, so that the expected order can be read.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vrn_desktop.reports.bidi import embedding_levels, visual_order

_HEBREW = {chr(ord("A") + place): chr(0x5D0 + place) for place in range(26)}
_MIRRORS = str.maketrans("()[]", ")(][")


def seen(text: str, base: int) -> str:
    """The characters from left to right, as the eye meets them."""
    hebrew = "".join(_HEBREW.get(letter, letter) for letter in text)
    levels = embedding_levels(hebrew, base)
    turned = [
        letter.translate(_MIRRORS) if level % 2 else letter
        for letter, level in zip(text, levels, strict=True)
    ]
    return "".join(turned[place] for place in visual_order(levels))


@pytest.mark.parametrize(
    ("text", "base", "expected"),
    [
        ("plain words", 0, "plain words"),
        ("plain words", 1, "plain words"),
        ("ABC DEF", 1, "FED CBA"),
        ("ABC DEF", 0, "FED CBA"),
        ("call ABC now", 0, "call CBA now"),
        ("ABC young carers DEF", 1, "FED young carers CBA"),
        ("ABC (see note) DEF", 1, "FED (see note) CBA"),
        ("ABC (DEF).", 1, ".(FED) CBA"),
        ("ABC 01632\u00a0960\u00a0123.", 1, ".01632\u00a0960\u00a0123 CBA"),
        ("ABC 01632 960 123", 1, "123 960 01632 CBA"),
        ("ABC 22/11/2026 DEF", 1, "FED 22/11/2026 CBA"),
        ("(ABC", 0, "(CBA"),
        ("a ABC, 5 b", 0, "a 5 ,CBA b"),
        ("", 1, ""),
    ],
)
def test_the_eye_meets_text_in_this_order(text: str, base: int, expected: str) -> None:
    assert seen(text, base) == expected


def test_an_isolated_slot_keeps_its_own_order() -> None:
    shown = seen("ABC \u206801632 960 123\u2069 DEF", 1).replace("\u2068", "").replace("\u2069", "")
    assert shown == "FED 01632 960 123 CBA"


def test_a_typed_override_turns_nothing() -> None:
    shown = seen("call \u202e999 now", 0)
    assert shown.replace("\u202e", "") == "call 999 now"


TEXTS = st.text(
    alphabet="abאב עم12٤٥.,:/+()[]\u0301\u2066\u2067\u2068\u2069\u202e\u200b\n", max_size=60
)


@given(text=TEXTS, base=st.sampled_from([0, 1]))
def test_every_character_stands_exactly_once(text: str, base: int) -> None:
    levels = embedding_levels(text, base)
    assert len(levels) == len(text)
    assert min(levels, default=base) >= base
    assert sorted(visual_order(levels)) == list(range(len(text)))
