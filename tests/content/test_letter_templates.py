"""Letter templates are refused at the door with file, line and reason."""

import re
from importlib.resources import files

import pytest

from tests.invented_letters import english_wording
from vrn_desktop.content.letter_templates import ShippedLetterWordings, read_letter_wording
from vrn_desktop.domain.errors import ContentPackError
from vrn_desktop.domain.letter import LetterKind

NAME = "young-person-letter.en.yaml"
EASY = "young-person-letter.easy.en.yaml"
SHIPPED = (files("resources") / "content/letters" / NAME).read_text(encoding="utf-8")


def line_of(words: str, text: str) -> int:
    return text[: text.index(words)].count("\n") + 1


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('"Dear {chosen_name},"', '"Dear {level},"', "other slots"),
        ('"Dear {chosen_name},"', '"Dear friend,"', "other slots"),
        ('"Dear {chosen_name},"', '"Dear {chosen_name} {{x},"', "other slots"),
        ('"I was glad to hear that."', '"You are a victim."', "victim"),
        ('"I was glad to hear that."', '"You told me of abuse."', "abuse"),
        ("  rights:", "  wrongs:", "nobody knows"),
        ("direction: ltr", "direction: up", "known words"),
        ("kind: young_person", "kind: postcard", "known words"),
        ('digits: "0123456789"', 'digits: "012345678"', "ten digits"),
        ('digits: "0123456789"', 'digits: "1234567890"', "ten digits"),
        ('status: original, checked_by: ""', "status: original, checked_by: me", "who checked"),
        ("translation: {status: original", "translation: {status: perfect", "known words"),
        ('signed: "From {worker}"', "signed: [From]", "a text is expected"),
        ("[Monday, ", "[", "list of 7"),
    ],
)
def test_a_spoilt_template_is_refused_with_its_line(old: str, new: str, reason: str) -> None:
    spoilt = SHIPPED.replace(old, new)
    assert spoilt != SHIPPED
    with pytest.raises(ContentPackError, match=re.escape(reason)) as refused:
        read_letter_wording(spoilt, NAME)
    assert refused.value.file == NAME
    assert refused.value.line == line_of(new, spoilt)


def test_a_missing_text_is_named() -> None:
    without = "\n".join(line for line in SHIPPED.splitlines() if "  rights:" not in line)
    with pytest.raises(ContentPackError, match="rights"):
        read_letter_wording(without, NAME)


def test_a_text_given_twice_is_refused() -> None:
    twice = SHIPPED.replace('  rights: "', '  thanks: "{day}"\n  rights: "')
    with pytest.raises(ContentPackError, match="twice"):
        read_letter_wording(twice, NAME)


@pytest.mark.parametrize("text", ["", "- a list", "texts: [", "\x00", "just words"])
def test_something_else_is_refused_without_a_traceback(text: str) -> None:
    with pytest.raises(ContentPackError):
        read_letter_wording(text, NAME)


def test_a_template_that_is_not_there_is_said_to_be_missing() -> None:
    with pytest.raises(ContentPackError, match="no such"):
        ShippedLetterWordings().wording(LetterKind.YOUNG_PERSON, "xx")


def test_the_languages_there_are() -> None:
    wordings = ShippedLetterWordings()
    all_eight = ("en", "ar", "bn", "gu", "pa", "pl", "so", "ur")
    for kind in (LetterKind.YOUNG_PERSON, LetterKind.PARENT_CARER, LetterKind.WALLET_CARD):
        assert wordings.languages(kind) == all_eight
    assert wordings.languages(LetterKind.SCHOOL) == ("en",)


def test_lt_05_easy_read_is_a_template_of_its_own() -> None:
    wordings = ShippedLetterWordings()
    assert wordings.easy_read_languages(LetterKind.YOUNG_PERSON) == ("en",)
    assert wordings.easy_read_languages(LetterKind.SCHOOL) == ()
    easy = wordings.wording(LetterKind.YOUNG_PERSON, "en", easy_read=True)
    assert easy.is_easy_read
    assert not wordings.wording(LetterKind.YOUNG_PERSON, "en").is_easy_read
    for text in easy.texts.values():
        for line in text.splitlines():
            words = re.sub(r"\{\w+\}", "Kay", line)
            assert len(re.findall(r"[.?!](?:\s|$)", words)) <= 2
            assert len(words.split()) <= 12


@pytest.mark.parametrize(
    ("new", "reason"),
    [
        ("eye-of-newt", "no picture"),
        ("../fonts/x", "no picture"),
        ('""', "no picture"),
    ],
)
def test_a_picture_that_is_not_shipped_is_refused(new: str, reason: str) -> None:
    easy = (files("resources") / "content/letters" / EASY).read_text(encoding="utf-8")
    with pytest.raises(ContentPackError, match=reason) as refused:
        read_letter_wording(easy.replace("rights: eye", f"rights: {new}"), EASY)
    assert refused.value.line == line_of("rights: eye", easy)
    with pytest.raises(ContentPackError, match="nobody knows"):
        read_letter_wording(easy.replace("rights: eye", "level: eye"), EASY)


def test_lt_02_the_fixed_text_is_easy_to_read() -> None:
    texts = english_wording().texts.values()
    running = " ".join(re.sub(r"\{\w+\}", "Kay", text) for text in texts if text.endswith("."))
    assert reading_grade(running) < 4


@pytest.mark.parametrize("kind", LetterKind)
def test_lt_02_every_kind_has_an_english_template_in_easy_words(kind: LetterKind) -> None:
    wording = ShippedLetterWordings().wording(kind, "en")
    assert wording.kind is kind
    texts = [text for text in wording.texts.values() if text.endswith(".")]
    running = " ".join(re.sub(r"\{\w+\}", "Kay", text) for text in texts)
    assert reading_grade(running) < 6


def test_only_the_letter_to_school_names_the_reader_s_own_safeguarding_lead() -> None:
    school = (files("resources") / "content/letters" / "school-letter.en.yaml").read_text("utf-8")
    assert "safeguarding lead" in school
    spoilt = school.replace("Please do not ask {child}", "For safeguarding, do not ask {child}")
    with pytest.raises(ContentPackError, match="safeguarding"):
        read_letter_wording(spoilt, "school-letter.en.yaml")


def reading_grade(text: str) -> float:
    """Flesch-Kincaid grade, with groups of vowels counted as syllables."""
    words = re.findall(r"[A-Za-z']+", text)
    sentences = len(re.findall(r"[.!?](?:\s|$)", text))
    syllables = sum(max(1, len(re.findall(r"[aeiouy]+", word.lower()))) for word in words)
    return 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59
