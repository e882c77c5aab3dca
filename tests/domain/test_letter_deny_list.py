"""Words that never stand in a letter are found however they are written."""

import pytest

from vrn_desktop.domain.letter_deny_list import (
    LetterWordRefusedError,
    never_words_in,
    refuse_never_words,
    refuse_words_of_harm,
)


@pytest.mark.parametrize(
    "text",
    [
        "This is secondary prevention.",
        "PRIMARY",
        "tertiary",
        "your risk level",
        "Risk-Level",
        "high risk",
        "a perpetrator",
        "Victims",
        "in a gang",
        "an offender",
        "Recover and stay safe",
        "step  in\nearly",
        "we escalated this",
        "a red flag",
        "a diagnosis",
        "your disclosure",
        "refugee",
        "looked-after",
        "ｖｉｃｔｉｍ",
        "vic\u200btim",
        "vi\u0301ctim",
        "gang\u00adster gang",
    ],
)
def test_never_words_are_found(text: str) -> None:
    assert never_words_in(text)
    with pytest.raises(LetterWordRefusedError):
        refuse_never_words("service", text)


@pytest.mark.parametrize(
    "text",
    [
        "A gym with a friendly coach.",
        "Flagstone Road",
        "organgrinder",
        "You can carry on.",
        "",
        "Gangotri",
    ],
)
def test_other_words_pass(text: str) -> None:
    assert never_words_in(text) == ()
    refuse_never_words("service", text)


def test_the_refusal_names_place_and_word_and_nothing_else() -> None:
    with pytest.raises(LetterWordRefusedError) as refused:
        refuse_never_words("service", "Kay's victim story")
    assert (refused.value.place, refused.value.word) == ("service", "victim")
    assert "Kay" not in str(refused.value)


def test_sp_09_words_of_harm_may_be_in_a_service_but_not_in_fixed_text() -> None:
    refuse_never_words("service", "Help with abuse at home")
    with pytest.raises(LetterWordRefusedError):
        refuse_words_of_harm("thanks", "Help with abuse at home")
    with pytest.raises(LetterWordRefusedError):
        refuse_words_of_harm("thanks", "your risk level")
