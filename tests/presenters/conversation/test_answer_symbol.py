"""Symbols beside answers follow the words, and silence has one like every other answer (TI-38, TI-19)."""

import pytest

from vrn_desktop.domain.identifiers import AnswerCode
from vrn_desktop.presenters.conversation.answer_symbol import symbol_of
from vrn_desktop.presenters.conversation.conversation_state import OptionView


def _option(text: str, code: str = "some", *, silent: bool = False) -> OptionView:
    return OptionView(code=AnswerCode(code), text=text, chosen=False, is_silence=silent)


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("Yes, there is", "check"),
        ("No, or I feel scared there", "x"),
        ("Not really", "x"),
        ("Sort of", "scale"),
        ("A bit", "scale"),
        ("", "scale"),
    ],
)
def test_ti_38_a_symbol_says_what_the_words_say(text: str, symbol: str) -> None:
    assert symbol_of(_option(text)) == symbol


def test_ti_38_the_same_words_have_the_same_symbol_whatever_they_mean_for_the_rules() -> None:
    assert symbol_of(_option("Yes", "none")) == symbol_of(_option("Yes", "clear"))


def test_ti_19_silence_has_a_symbol_too() -> None:
    assert symbol_of(_option("I'd rather not say", "declined", silent=True)) == "hand"
    assert symbol_of(_option("Not sure", "dont_know", silent=True)) == "circle-question-mark"
