"""Phrases from the word list, and advice in words on passphrases of one's own."""

import pytest

from tests.seeded import seeded
from vrn_desktop.domain.passphrase import PassphraseAdvice, PassphraseTooEasyError
from vrn_desktop.vault.passphrases import (
    ADD_WORDS,
    LEAVE_OUT,
    USE_MORE_CHARACTERS,
    judge,
    normalised,
    require_hard_to_guess,
    suggest_phrase,
)
from vrn_desktop.vault.word_lists import phrase_words


def test_a_suggested_phrase_is_four_words_and_accepted() -> None:
    draw = seeded(4)
    for _ in range(30):
        phrase = suggest_phrase(draw.randrange)
        assert len(phrase.split()) == 4
        assert set(phrase.split()) <= set(phrase_words())
        assert judge(phrase) == PassphraseAdvice(accepted=True)


def test_suggestions_differ() -> None:
    assert len({suggest_phrase() for _ in range(20)}) == 20


@pytest.mark.parametrize(
    ("passphrase", "advice"),
    [
        ("xQ9#vT2!", USE_MORE_CHARACTERS),
        ("Summer2026!!", ADD_WORDS),
        ("aaaaaaaaaaaaaaaa", LEAVE_OUT["repeat"]),
        ("abcdefghijklmnop", LEAVE_OUT["sequence"]),
        ("qwertyuiop[]", LEAVE_OUT["spatial"]),
        ("13.05.2009 13.05.2009", LEAVE_OUT["date"]),
        ("brightwater rowan", LEAVE_OUT["known"]),
    ],
)
def test_an_easy_passphrase_gets_advice_in_words(passphrase: str, advice: str) -> None:
    judged = judge(passphrase, ("Rowan Example", "Brightwater Youth Project"))
    assert not judged.accepted
    assert advice in judged.advice
    with pytest.raises(PassphraseTooEasyError) as refused:
        require_hard_to_guess(passphrase, ("Rowan Example", "Brightwater Youth Project"))
    assert refused.value.advice == judged.advice


def test_a_long_passphrase_is_judged_by_its_beginning() -> None:
    assert judge("lantern pebble walnut tunic " * 40).accepted
    assert not judge("a" * 5000).accepted


def test_every_script_is_welcome() -> None:
    for passphrase in ("کتاب دریا چراغ بادام", "рябина мостик фонарь орех", "நிலா கடல் மரம் பூ"):
        assert judge(passphrase).accepted


def test_normalisation_makes_one_form_of_all() -> None:
    assert normalised("ﬁeld ① é") == normalised("field 1 é")
