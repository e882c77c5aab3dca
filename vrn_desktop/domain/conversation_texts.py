"""What the program says around the questions: script, grounding, prompts and hints, as content."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from vrn_desktop.domain.equality import EqualityQuestion

_SLOT = re.compile(r"\{(name|project|minutes)\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """The explanation before any question, read aloud; slots {name}, {project}, {minutes} (TI-13)."""

    version: str
    paragraphs: tuple[str, ...]
    assent: str

    def filled(self, *, name: str, project: str, minutes: str) -> tuple[str, ...]:
        """The script as this worker says it."""
        slots = {"name": name, "project": project, "minutes": minutes}
        return tuple(
            _SLOT.sub(lambda slot: slots[slot[1]], paragraph) for paragraph in self.paragraphs
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class GroundingExercise:
    """A short quiet thing to do together, offline (TI-11)."""

    id: str
    title: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KinderWord:
    """A word that blames and another way to put it (TI-36)."""

    say: str
    instead: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversationTexts:
    """All texts around the questions in one language and version."""

    version: str
    script: Script
    limits_reminder: str
    telling_me: tuple[str, ...]
    notes_label: str
    grounding: tuple[GroundingExercise, ...]
    fairness_prompt: str
    tell_first: str
    minutes: Mapping[str, str]
    kinder_words: tuple[KinderWord, ...]
    equality_why: str
    equality_questions: tuple[EqualityQuestion, ...]


def kinder_word_hints(notes: str, words: tuple[KinderWord, ...]) -> tuple[KinderWord, ...]:
    """Blaming words in a worker's own notes; what stands in quotation marks is theirs and is left alone."""
    outside = _without_quotes(notes).casefold()
    return tuple(word for word in words if word.say.casefold() in outside)


def _without_quotes(text: str) -> str:
    kept: list[str] = []
    inside = False
    for character in text:
        if character in '"“”„«»':
            inside = not inside
        elif not inside:
            kept.append(character)
    return "".join(kept)
