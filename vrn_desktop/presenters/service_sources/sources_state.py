"""What the page of sources shows: the list, or a feed on its way in."""

from dataclasses import dataclass, field
from enum import StrEnum

from vrn_desktop.domain.directory.service_reading import RowWarning
from vrn_desktop.domain.directory.service_record import DirectorySource


class SourcesStep(StrEnum):
    """What the page is about just now."""

    LIST = "list"
    WORKING = "working"
    PREVIEW = "preview"


class Tone(StrEnum):
    """How the last outcome is meant."""

    DONE = "done"
    NOTICE = "notice"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of the last thing somebody did, in one or two sentences."""

    tone: Tone
    title: str
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """One source in words; a feed can be renewed from a file, one with an address also from the web."""

    source: DirectorySource
    name: str
    detail: str
    is_feed: bool = False
    has_address: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Working:
    """Something long is going on; `of` is None while nobody knows how much there is."""

    title: str
    words: str = ""
    done: int = 0
    of: int | None = None
    may_stop: bool = True
    is_reading: bool = False
    is_from_web: bool = False
    is_stopping: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeLine:
    """How many of a kind, and the first of them by name."""

    title: str
    names: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedPreview:
    """What taking a feed over would change; `doubt` needs a tick first."""

    title: str
    changes: tuple[ChangeLine, ...]
    nothing_new: bool = False
    doubt: str = ""
    doubt_ticked: bool = False
    is_new: bool = False
    name: str = ""
    licence: str = ""
    name_problem: str = ""
    doubt_problem: str = ""
    warnings: tuple[RowWarning, ...] = ()
    warnings_title: str = ""
    looked_for: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcesState:
    """The page; `asks_about` is the source that is to be taken out, once somebody says yes."""

    step: SourcesStep = SourcesStep.LIST
    is_read: bool = False
    lines: tuple[SourceLine, ...] = ()
    may_change: bool = False
    outcome: Outcome | None = None
    asks_about: SourceLine | None = None
    asks_words: str = ""
    address_problem: str = ""
    working: Working = field(default_factory=lambda: Working(title=""))
    preview: FeedPreview | None = None
