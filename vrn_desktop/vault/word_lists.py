"""The words that phrases and recovery sheets are made of, as they lie in the resources."""

from functools import cache
from importlib.resources import files


@cache
def phrase_words() -> tuple[str, ...]:
    """The EFF large list less the words of `left-out.txt`."""
    return _words("phrase-words.txt")


@cache
def sheet_words() -> tuple[str, ...]:
    """2,048 words whose first four letters differ from each other (11 bits a word)."""
    return _words("sheet-words.txt")


def _words(name: str) -> tuple[str, ...]:
    return tuple((files("resources") / "words" / name).read_text(encoding="utf-8").split())
