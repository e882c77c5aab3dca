"""Equality monitoring: separate, later, optional, self-described; no rule can read it (TI-33, F8)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from vrn_desktop.domain.identifiers import YoungPersonId

ETHNIC_GROUP = "ethnic_group"
"""The question with the five broad headings, which alone may become part of a count."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EqualityQuestion:
    """One optional question with its versioned code list; prefer-not-to-say is always among the answers."""

    id: str
    question: str
    options: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EqualityAnswers:
    """What a young person chose to say about themselves, by question id."""

    young_person_id: YoungPersonId
    codes: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
