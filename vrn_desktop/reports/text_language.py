"""Which language a stretch of a letter is read aloud in, as far as its letters tell."""

_LATIN_LANGUAGES = {"en", "pl", "so"}
_LAST_LATIN = "\u024f"


def language_of(text: str, language: str) -> str:
    """English for words in Latin letters inside a letter in another script, else the letter's own.

    Names, addresses and what the directory says come as they are; read aloud in the voice of
    another script they could not be understood.
    """
    if language.split("-", maxsplit=1)[0] in _LATIN_LANGUAGES:
        return language
    letters = [character for character in text if character.isalpha()]
    if letters and all(character <= _LAST_LATIN for character in letters):
        return "en"
    return language
