"""Keeps the whereabouts of refuges and masked places out of what is shown, printed and written."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from vrn_desktop.domain.directory.service_record import ServicePlace, ServiceRecord

POSTCODE = re.compile(
    r"\b(?:[A-Z]{1,2}\d[A-Z\d]?)(?:[ +]|%20)?\d[ABD-HJLNP-UW-Z]{2}\b", re.ASCII | re.IGNORECASE
)
KEPT_BACK = "(address kept back)"
_REFUGE = re.compile(
    r"\b(refuges?|safe[ -]?houses?|safe accommodation|women['’]?s[ -]shelters?)\b", re.IGNORECASE
)
_WORD = re.compile(r"\w+")
_BETWEEN = r"(?:%20|[\W_])+"
_NUMBER_BEFORE = rf"(?:\d+[a-z]?{_BETWEEN})?"
_SHORTEST_STREET = 5


def speaks_of_refuge(*texts: str) -> bool:
    """Whether any of the texts is about a refuge, whose whereabouts nobody may learn from here."""
    return any(_REFUGE.search(text) for text in texts)


def streets_of(places: Iterable[ServicePlace]) -> set[str]:
    """The lines by which these places could be found."""
    return {line for place in places for line in (*place.address[:1], place.postcode) if line}


def without_whereabouts(record: ServiceRecord, streets: Collection[str]) -> ServiceRecord:
    """A service in which neither a postcode nor one of these streets is left in any text.

    A street is found with or without its house number, whatever stands between its words. Pages, areas
    and markup that hold one are dropped; a place at one of the streets is masked like the secret one.
    """
    veil = _Veil(streets)
    shown = veil.over(record.description_html) == record.description_html
    shown = shown and veil.over(record.description) == record.description
    return replace(
        record,
        name=veil.over_name(record.name),
        organisation=veil.over_name(record.organisation),
        description=veil.over(record.description),
        description_html=record.description_html if shown else "",
        url="" if veil.over(record.url) != record.url else record.url,
        phones=tuple(replace(one, about=veil.over(one.about)) for one in record.phones),
        fees=veil.over(record.fees),
        costs=tuple(replace(one, words=veil.over(one.words)) for one in record.costs),
        schedules=tuple(
            replace(one, description=veil.over(one.description)) for one in record.schedules
        ),
        places=tuple(dict.fromkeys(veil.over_place(place) for place in record.places)),
        areas=tuple(area for area in record.areas if veil.over(area) == area),
        wait=veil.over(record.wait),
        alert=veil.over(record.alert),
        note=veil.over(record.note),
        caution=veil.over(record.caution),
    )


class _Veil:
    """What may not be read, as one pattern for streets and one with postcodes."""

    def __init__(self, streets: Collection[str]) -> None:
        found = [pattern for street in sorted(streets) for pattern in _pattern(street)]
        self._streets = re.compile("|".join(found), re.IGNORECASE) if found else None

    def over(self, text: str) -> str:
        if self._streets is not None:
            text = self._streets.sub(KEPT_BACK, text)
        return POSTCODE.sub(KEPT_BACK, text)

    def over_name(self, name: str) -> str:
        """A name that is nothing but such words is no whereabouts: people know the service by it."""
        veiled = self.over(name)
        return veiled if veiled != KEPT_BACK else name

    def over_place(self, place: ServicePlace) -> ServicePlace:
        lines = " ".join((place.name, *place.address, place.postcode))
        access = tuple(self.over(words) for words in place.accessibility)
        if place.masked or (self._streets is not None and self._streets.search(lines)):
            return ServicePlace(kind=place.kind, masked=True, accessibility=access)
        return place


def _pattern(street: str) -> Iterator[str]:
    """The longest run of a street's words without a number, or all of them where that is one word."""
    words = _WORD.findall(street)
    runs = [list(run) for is_number, run in groupby(words, _is_number) if not is_number]
    longest = max(runs, key=len, default=[])
    core = longest if len(longest) > 1 else words
    if len("".join(core)) >= _SHORTEST_STREET and not speaks_of_refuge(" ".join(core)):
        yield rf"\b{_NUMBER_BEFORE}{_BETWEEN.join(map(re.escape, core))}\b"


def _is_number(word: str) -> bool:
    return word[0].isdigit()
