"""Words as they are searched: capitals, accents and signs aside, each a prefix of what it finds."""

import re
import unicodedata
from collections.abc import Iterable

LONGEST_WORD = 40
"""Letters of a word that count; longer ones are no words of a language."""
MOST_ASKED = 12
"""Words of a query that count."""

_WORD = re.compile(r"[^\W_]+")


def folded_words(text: str) -> list[str]:
    """The words of a text in its order, folded."""
    if not text.isascii():
        apart = unicodedata.normalize("NFKD", text.casefold())
        text = "".join(sign for sign in apart if not unicodedata.category(sign).startswith("M"))
        text = text.casefold()
    else:
        text = text.lower()
    return [word[:LONGEST_WORD] for word in _WORD.findall(text)]


def folded_line(texts: Iterable[str]) -> str:
    """The different words of several texts as one line, a space before each."""
    words = dict.fromkeys(word for text in texts for word in folded_words(text))
    return "".join(f" {word}" for word in words)


def asked_words(words: str) -> tuple[str, ...]:
    """The different words that somebody looks for."""
    return tuple(dict.fromkeys(folded_words(words)))[:MOST_ASKED]


def all_begin_words(asked: Iterable[str], line: str) -> bool:
    """Whether every word is the beginning of a word in the line (as `folded_line` makes it)."""
    return all(f" {word}" in line for word in asked)
