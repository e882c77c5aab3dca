"""Every template in every language: as complete as the English one, printable, and honest about checking."""

import re
from datetime import date, timedelta
from importlib.resources import files

import pytest

from vrn_desktop.application.letter_wording import (
    SLOTS_BY_KIND,
    LetterWording,
    TranslationStatus,
    slots_in,
)
from vrn_desktop.content.letter_templates import ShippedLetterWordings, read_letter_wording
from vrn_desktop.domain.errors import ContentPackError
from vrn_desktop.domain.letter import Direction, LetterKind

WORDINGS = ShippedLetterWordings()
EVERY = [(kind, language) for kind in LetterKind for language in WORDINGS.languages(kind)]
RIGHT_TO_LEFT = {"ur", "ar"}
HIDDEN = re.compile("[\u200b\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff<>]|&nbsp;")


def wording(kind: LetterKind, language: str) -> LetterWording:
    return WORDINGS.wording(kind, language)


@pytest.mark.parametrize(("kind", "language"), EVERY)
def test_every_text_is_there_with_its_slots(kind: LetterKind, language: str) -> None:
    there = wording(kind, language)
    english = wording(kind, "en")
    assert there.texts.keys() == english.texts.keys() == SLOTS_BY_KIND[kind].keys()
    for key, text in there.texts.items():
        assert slots_in(text) == slots_in(english.texts[key])
        assert text.strip() == text != ""
    assert there.language == language
    assert (there.direction is Direction.RIGHT_TO_LEFT) == (language in RIGHT_TO_LEFT)
    assert (there.id, there.kind) == (english.id, english.kind)


@pytest.mark.parametrize(("kind", "language"), EVERY)
def test_a6_no_tag_and_no_hidden_turn_stands_in_a_template(kind: LetterKind, language: str) -> None:
    there = wording(kind, language)
    for text in (*there.texts.values(), *there.dates.weekdays, *there.dates.months):
        assert not HIDDEN.search(text)


@pytest.mark.parametrize(("kind", "language"), EVERY)
def test_numbers_to_call_keep_the_digits_of_the_telephone(kind: LetterKind, language: str) -> None:
    there = wording(kind, language)
    assert there.texts["danger_number"] == "999"
    for key, text in there.texts.items():
        if key != "danger_number":
            assert not any(character.isdigit() for character in text)


@pytest.mark.parametrize(("kind", "language"), EVERY)
def test_every_day_of_a_year_can_be_said(kind: LetterKind, language: str) -> None:
    dates = wording(kind, language).dates
    days = [date(2026, 1, 1) + timedelta(days=number) for number in range(365)]
    assert len({dates.day_with_year(day) for day in days}) == len(days)
    assert len({dates.day(day) for day in days}) == len(days)
    assert len(set(dates.weekdays)) == 7
    assert len(set(dates.months)) == 12
    said = dates.day_with_year(date(2026, 11, 24))
    assert [int(number) for number in re.findall(r"\d+", said)] == [24, 2026]
    assert all(digit in dates.digits for digit in re.findall(r"\d", said))


@pytest.mark.parametrize(("kind", "language"), EVERY)
def test_nobody_is_said_to_have_checked_what_nobody_has(kind: LetterKind, language: str) -> None:
    translation = wording(kind, language).translation
    if language == "en":
        assert translation.status is TranslationStatus.ORIGINAL
        assert not translation.is_unchecked
    elif translation.is_unchecked:
        assert translation.checked_by == ""
        assert translation.checked_on is None


def test_a_checked_translation_names_who_and_when() -> None:
    name = "young-person-letter.ur.yaml"
    text = (files("resources") / "content/letters" / name).read_text(encoding="utf-8")
    draft = '{status: draft, checked_by: "", checked_on: ""}'
    checked = "{status: checked, checked_by: A Reader, checked_on: 2026-12-01}"
    translation = read_letter_wording(text.replace(draft, checked), name).translation
    assert not translation.is_unchecked
    assert translation.checked_by == "A Reader"
    assert translation.checked_on == date(2026, 12, 1)
    for half in (
        '{status: checked, checked_by: A Reader, checked_on: ""}',
        '{status: checked, checked_by: "", checked_on: 2026-12-01}',
        '{status: draft, checked_by: A Reader, checked_on: ""}',
        "{status: checked, checked_by: A Reader, checked_on: soon}",
    ):
        with pytest.raises(ContentPackError):
            read_letter_wording(text.replace(draft, half), name)


def test_an_english_never_word_is_refused_in_any_language() -> None:
    name = "young-person-letter.pl.yaml"
    text = (files("resources") / "content/letters" / name).read_text(encoding="utf-8")
    with pytest.raises(ContentPackError, match="gang"):
        read_letter_wording(text.replace("Miło mi to słyszeć.", "Miło, gang."), name)


def test_each_language_says_its_own_name() -> None:
    names = {
        language: wording(LetterKind.YOUNG_PERSON, language).language_name for _, language in EVERY
    }
    assert names["ur"] == "اردو"
    assert names["pa"] == "ਪੰਜਾਬੀ"
    assert len(set(names.values())) == len(names)
