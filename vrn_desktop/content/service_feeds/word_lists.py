"""Areas, languages and terms of a service, from wherever the dialects list them."""

from dataclasses import dataclass

from vrn_desktop.content.service_feeds.feed_fields import FeedFields
from vrn_desktop.content.service_feeds.feed_limits import LINE, MOST_WORDS

_WHOLE_COUNTRY = frozenset(
    ("england", "united kingdom", "uk", "great britain", "england and wales", "nationwide")
)


@dataclass(frozen=True, slots=True)
class Areas:
    """The areas of a service in words, and whether the whole country is among them."""

    names: tuple[str, ...]
    national: bool


def areas_of(service: FeedFields) -> Areas:
    """The areas a service is for."""
    names = _each(
        service, ("service_areas", "service_area"), ("name", "service_area", "service_area_name")
    )
    return Areas(names, any(name.casefold() in _WHOLE_COUNTRY for name in names))


def languages_of(service: FeedFields) -> tuple[str, ...]:
    """The languages a service is given in, by name or, failing that, by code."""
    return _each(service, ("languages", "language"), ("name", "language", "code"))


def terms_of(service: FeedFields) -> tuple[str, ...]:
    """The names of the terms a service is filed under."""
    linked = [
        term
        for attribute in service.children(
            "attributes", "service_taxonomys", "service_taxonomies", most=MOST_WORDS
        )
        for term in (attribute.child("taxonomy_term", "taxonomy"),)
    ]
    own = service.children("taxonomies", "taxonomy_terms", "keywords", most=MOST_WORDS)
    found = (term.line("name", "term", limit=LINE) for term in (*linked, *own))
    return tuple(dict.fromkeys(name for name in found if name))[:MOST_WORDS]


def _each(service: FeedFields, lists: tuple[str, ...], names: tuple[str, ...]) -> tuple[str, ...]:
    found = (entry.line(*names) for entry in service.children(*lists, most=MOST_WORDS))
    return tuple(dict.fromkeys(name for name in found if name))
