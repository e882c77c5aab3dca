"""One page of the offline help: a title and short blocks under headings."""

from dataclasses import dataclass
from enum import StrEnum


class BlockKind(StrEnum):
    """How a block of a help page stands on it."""

    HEADING = "heading"
    SENTENCES = "sentences"
    POINT = "point"


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpBlock:
    """A heading, a few sentences, or one point of a list."""

    kind: BlockKind
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpTopic:
    """`id` names the page for the screens that lead to it."""

    id: str
    title: str
    blocks: tuple[HelpBlock, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Licence:
    """A part of the program that others made, with the licence it came under."""

    name: str
    text: str
