"""A place somebody types, found on the map: a town, a village or the first half of a postcode."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from vrn_desktop.domain.directory.service_record import Point

_POSTCODE = re.compile(r"\b([A-Z]{1,2}\d[A-Z\d]?)(?:\s*(\d[A-Z]{2}))?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPlace:
    """A place with its point; `about` says that it is only near there (a postcode's first half)."""

    name: str
    point: Point
    about: bool = False


def postcode_in(words: str) -> str:
    """The postcode in some words, or its first half, written as people write it; "" for none."""
    found = _POSTCODE.search(words)
    if found is None:
        return ""
    return " ".join(part.upper() for part in found.groups() if part)


def district_of(postcode: str) -> str:
    """The first half of a postcode."""
    return postcode.split(" ", maxsplit=1)[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceList:
    """Towns and villages by name, and postcode districts by the town they are mostly around."""

    towns: Mapping[str, Point]
    districts: Mapping[str, str]

    def find(self, words: str) -> KnownPlace | None:
        """The place that is meant: the whole words, else the first part between commas that is known.

        "Braunstone Frith, Leicester" is Leicester as long as nobody knows the first part.
        """
        parts = [part for part in (part.strip() for part in words.split(",")) if part]
        for part in dict.fromkeys((" ".join(words.split()), *parts)):
            if (town := self._town(part)) is not None:
                return town
        return self._district(postcode_in(words))

    def _town(self, name: str) -> KnownPlace | None:
        wanted = name.casefold()
        begun = []
        for town, point in self.towns.items():
            known = town.casefold()
            if known == wanted:
                return KnownPlace(name=town, point=point)
            if known.startswith(f"{wanted} "):
                begun.append(KnownPlace(name=town, point=point))
        return begun[0] if len(begun) == 1 else None

    def _district(self, postcode: str) -> KnownPlace | None:
        town = self.districts.get(district_of(postcode))
        if town is None:
            return None
        return KnownPlace(name=district_of(postcode), point=self.towns[town], about=True)
