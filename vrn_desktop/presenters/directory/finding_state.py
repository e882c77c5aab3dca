"""What a list of found services shows, on the Services page and in a conversation."""

from dataclasses import dataclass, field

from vrn_desktop.presenters.directory.found_card import FoundCard
from vrn_desktop.presenters.directory.not_seen_words import NotSeenLine
from vrn_desktop.presenters.directory.service_filters import Part, ServiceFilters

NOTHING_FITS = "Nothing fits all of this."
NOTHING_WITHOUT_EITHER = "Nothing fits even with one of these taken away. Take them all away?"
PLACE_NOT_KNOWN = "We don’t know this place. Try a town near it, or the first half of a postcode."
NO_PLACE = "Type a place to count from: a town, or the first half of a postcode."
MOST_COUNTED = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Relax:
    """One part of the search that could be taken away, and what that would find, in words."""

    part: Part
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingState:
    """A search with what it found so far; `looking` while the newest search has no answer yet."""

    filters: ServiceFilters = field(default_factory=ServiceFilters)
    is_filtering: bool = False
    looking: bool = False
    cards: tuple[FoundCard, ...] = ()
    has_more: bool = False
    footer: str = ""
    empty: str = ""
    relaxes: tuple[Relax, ...] = ()
    from_where: str = ""
    place_problem: str = ""
    missed: str = ""
    not_seen: tuple[NotSeenLine, ...] = ()
    problem: str = ""

    @property
    def narrowed_by(self) -> int:
        """How many parts narrow the search beside its words."""
        return len([part for part in self.filters.parts() if part is not Part.WORDS])
