"""Keeps the whereabouts of refuges and masked places out of what is shown, printed and written."""

import re

from vrn_desktop.content.service_feeds.text_cleaning import CleanText

POSTCODE = re.compile(
    r"\b(?:[A-Z]{1,2}\d[A-Z\d]?) ?\d[ABD-HJLNP-UW-Z]{2}\b", re.ASCII | re.IGNORECASE
)
_REFUGE = re.compile(r"\b(refuges?|safe[ -]?houses?|women['’]?s[ -]shelters?)\b", re.IGNORECASE)
_KEPT_BACK = "(address kept back)"
_SHORTEST_STREET = 5


def speaks_of_refuge(*texts: str) -> bool:
    """Whether any of the texts is about a refuge, whose whereabouts nobody may learn from here."""
    return any(_REFUGE.search(text) for text in texts)


def without_whereabouts(description: CleanText, streets: set[str]) -> CleanText:
    """A text in which no postcode and none of these streets is left."""
    plain, markup = description.plain, description.markup
    for street in sorted(streets):
        if len(street) >= _SHORTEST_STREET:
            found = re.compile(re.escape(street), re.IGNORECASE)
            plain, markup = found.sub(_KEPT_BACK, plain), found.sub(_KEPT_BACK, markup)
    return CleanText(POSTCODE.sub(_KEPT_BACK, plain), POSTCODE.sub(_KEPT_BACK, markup))
