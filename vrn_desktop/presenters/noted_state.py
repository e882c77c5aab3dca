"""What the page "Check what we've noted" shows (screens.md 5d)."""

from dataclasses import dataclass

from vrn_desktop.domain.identifiers import ItemId

SILENCES = {
    "declined": "Would rather not say",
    "dont_know": "Not sure",
    "not_asked": "Not asked",
    "not_reached": "Not reached",
}
LEFT_FOR_NOW, NOT_YET = "Left out for now", "Not asked yet: {labels}"
PART_LEFT_OUT = "This part was left out, which is fine."


@dataclass(frozen=True, slots=True, kw_only=True)
class NotedLine:
    """One thing noted; without an answer it says plainly why, and `item` leads back to its question."""

    label: str
    answer: str
    answered: bool
    own_words: str = ""
    item: ItemId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NotedPart:
    """One part of the conversation; `not_asked` names in one line what nobody has come to yet."""

    title: str
    lines: tuple[NotedLine, ...]
    words: str = ""
    not_asked: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotedState:
    """The page: strengths first (TI-29); `for_worker` never while two look at the screen (TI-04)."""

    loading: bool = True
    who: str = ""
    strengths: NotedPart | None = None
    parts: tuple[NotedPart, ...] = ()
    for_worker: NotedPart | None = None
    worker_part_open: bool = False
    seen: bool = False
    complete: bool = False
    problem: str = ""
