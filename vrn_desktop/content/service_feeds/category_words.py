"""Which words put a service of a feed under this program's kinds of help."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Annotated

from pydantic import Field

import resources
from vrn_desktop.content.entry_shape import Identifier, PackEntry, entry_of
from vrn_desktop.content.yaml_document import PackFault, YamlDocument, quoted
from vrn_desktop.domain.identifiers import CategoryId
from vrn_desktop.domain.local_service import SENSITIVE_CATEGORIES

CATEGORY_WORDS_FILE = "category-words.yaml"
_WORD = re.compile(r"[^\W_]+")

Phrase = Annotated[str, Field(min_length=2, max_length=60)]


class CategoryWordsEntry(PackEntry):
    """The words of one kind of help."""

    named: tuple[Phrase, ...] = ()
    anywhere: tuple[Phrase, ...] = ()


class CategoryWordsFile(PackEntry):
    """The whole file of words."""

    version: Identifier
    categories: Annotated[dict[Identifier, CategoryWordsEntry], Field(min_length=1)]


_Phrases = Mapping[str, tuple[tuple[tuple[str, ...], CategoryId], ...]]


@dataclass(frozen=True, slots=True)
class CategoryWords:
    """Phrases by their first word: those sought in names and terms, and those sought everywhere."""

    known: tuple[CategoryId, ...]
    named: _Phrases
    anywhere: _Phrases

    def of(self, *, name: str, terms: tuple[str, ...], description: str) -> tuple[CategoryId, ...]:
        """The kinds of help a service's words speak of, in the file's order."""
        found: set[CategoryId] = set()
        for text in (name, *terms):
            words = _words(text)
            found.update(_spoken(words, self.named))
            found.update(_spoken(words, self.anywhere))
        found.update(_spoken(_words(description), self.anywhere))
        return tuple(category for category in self.known if category in found)

    def with_sensitive(
        self, said: tuple[CategoryId, ...], found: tuple[CategoryId, ...]
    ) -> tuple[CategoryId, ...]:
        """What a feed says itself, of the known ones, and every sensitive one that its words speak of."""
        kept = (category for category in said if category in self.known)
        careful = (category for category in found if category in SENSITIVE_CATEGORIES)
        return tuple(dict.fromkeys((*kept, *careful)))


def category_words_from_text(text: str, file_name: str) -> CategoryWords:
    """The words of a file.

    Raises:
        ContentPackError: the file is not well-formed, or a phrase has no words in lower case.
    """
    document = YamlDocument(text, file_name)
    entry = entry_of(CategoryWordsFile, document)
    for name, words in entry.categories.items():
        for kind, phrases in (("named", words.named), ("anywhere", words.anywhere)):
            for n, phrase in enumerate(phrases):
                if not _words(phrase) or phrase != phrase.casefold():
                    reason = f"{quoted(phrase)} is not one or more words in lower case"
                    document.refuse(PackFault(("categories", name, kind, n), reason))
    return CategoryWords(
        known=tuple(CategoryId(name) for name in entry.categories),
        named=_by_first_word(entry, lambda words: words.named),
        anywhere=_by_first_word(entry, lambda words: words.anywhere),
    )


@cache
def shipped_category_words() -> CategoryWords:
    """The words that ship with the program."""
    file = files(resources) / "content" / "services" / CATEGORY_WORDS_FILE
    return category_words_from_text(file.read_text(encoding="utf-8"), CATEGORY_WORDS_FILE)


def _by_first_word(
    entry: CategoryWordsFile, chosen: Callable[[CategoryWordsEntry], tuple[str, ...]]
) -> _Phrases:
    by_first: dict[str, list[tuple[tuple[str, ...], CategoryId]]] = {}
    for name, words in entry.categories.items():
        for phrase in chosen(words):
            parts = tuple(_words(phrase))
            by_first.setdefault(parts[0], []).append((parts, CategoryId(name)))
    return {first: tuple(phrases) for first, phrases in by_first.items()}


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'"))


def _spoken(words: list[str], phrases: _Phrases) -> Iterator[CategoryId]:
    for at, word in enumerate(words):
        for parts, category in phrases.get(word, ()):
            if len(parts) == 1 or tuple(words[at : at + len(parts)]) == parts:
                yield category
