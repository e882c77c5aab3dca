"""Words that never stand in any letter (domain.md 7): levels, labels, safeguarding, status."""

import re
import unicodedata

from vrn_desktop.domain.errors import DomainError

_LEVELS = (
    r"primary|secondary|tertiary"
    r"|(?:risk|prevention)[- ]levels?|levels? of (?:risk|prevention)|(?:high|medium|low)[- ]risk"
    r"|risk[- ](?:scores?|factors?)|protective factors?|rationale|override"
    r"|build strengths|step in early|recover and stay safe|not enough known yet"
)
_LABELS = (
    r"perpetrat(?:or|ors|ed|ing|ion)|victim(?:s|isation|hood)?|gangs?"
    r"|offen(?:d|der|ders|ding|ded|ce|ces)|diagnos(?:is|es|e|ed|tic)"
)
_SAFEGUARDING_ACTION = (
    r"escalat(?:e|es|ed|ing|ion|ions)|flag(?:s|ged)?|disclos(?:e|ed|es|ing|ure|ures)"
    r"|child protection|child in need|social services|section 47"
)
_STATUS = r"asylum|refugees?|immigration|looked[- ]after|in care|care leavers?|care order"
_HARM = (
    r"abus(?:e|ed|er|ers|ing|ive)|assault(?:s|ed)?|exploit(?:ed|ing|ation|ative)?|weapons?"
    r"|safeguarding|screening|violen(?:ce|t)"
)

_NEVER = re.compile(rf"\b(?:{_LEVELS}|{_LABELS}|{_SAFEGUARDING_ACTION}|{_STATUS})\b", re.IGNORECASE)
_NEVER_IN_FIXED_TEXT = re.compile(rf"\b(?:{_HARM})\b", re.IGNORECASE)
_INVISIBLE = {"Cf", "Mn", "Me", "Cc"}


class LetterWordRefusedError(DomainError):
    """A word that never stands in a letter was about to; names place and word, no person."""

    def __init__(self, place: str, word: str) -> None:
        self.place = place
        self.word = word
        super().__init__(f"{place}: {word}")


def never_words_in(text: str) -> tuple[str, ...]:
    """The never-words of a text, lower case; hidden marks and odd spellings do not help."""
    return tuple(match.group().lower() for match in _NEVER.finditer(_plain(text)))


def refuse_never_words(place: str, text: str) -> None:
    """Let the text of a slot into a letter only if it holds none of the never-words.

    Raises:
        LetterWordRefusedError: with the place and the first such word.
    """
    for word in never_words_in(text):
        raise LetterWordRefusedError(place, word)


def refuse_words_of_harm(place: str, text: str) -> None:
    """Let fixed text into a template: no never-word, nor a word of harm.

    A service's own name may hold a word of harm; it is printed only by opt-in (SP-09).

    Raises:
        LetterWordRefusedError: with the place and the first such word.
    """
    refuse_never_words(place, text)
    match = _NEVER_IN_FIXED_TEXT.search(_plain(text))
    if match:
        raise LetterWordRefusedError(place, match.group().lower())


def _plain(text: str) -> str:
    """Compatibility forms folded, marks and invisible characters dropped, every space alike."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    folded = unicodedata.normalize("NFKD", text)
    visible = "".join(
        character
        for character in folded
        if character.isspace() or unicodedata.category(character) not in _INVISIBLE
    )
    return re.sub(r"\s+", " ", visible)
