"""The languages a letter can be made in, and whether somebody has checked each translation."""

from dataclasses import dataclass

from vrn_desktop.application.ports.letter_wordings import LetterWordings
from vrn_desktop.domain.letter import LetterKind

ENGLISH = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterLanguage:
    """One language: its code, its name in its own script, and what there is in it."""

    code: str
    name: str
    is_unchecked: bool = False
    has_easy_read: bool = False


def letter_languages(wordings: LetterWordings, kind: LetterKind) -> tuple[LetterLanguage, ...]:
    """The languages of one kind of letter, English first."""
    easy = wordings.easy_read_languages(kind)
    return tuple(
        LetterLanguage(
            code=code,
            name=wording.language_name,
            is_unchecked=wording.translation.is_unchecked,
            has_easy_read=code in easy,
        )
        for code in wordings.languages(kind)
        for wording in (wordings.wording(kind, code),)
    )


def language_for(recorded: str, languages: tuple[LetterLanguage, ...]) -> LetterLanguage:
    """The recorded language where a letter can be made in it, else the first, English."""
    short = recorded.strip().lower().split("-", maxsplit=1)[0]
    return next((each for each in languages if each.code == short), languages[0])
