"""Where a service is given; a refuge or a place that asks for it is kept without address and point."""

from collections.abc import Iterator

from vrn_desktop.content.service_feeds.feed_fields import FeedFields
from vrn_desktop.content.service_feeds.feed_limits import LINE, MOST_PLACES, MOST_WORDS, NAME
from vrn_desktop.content.service_feeds.map_point import point_of
from vrn_desktop.domain.directory.service_record import PlaceKind, ServicePlace
from vrn_desktop.domain.directory.whereabouts import POSTCODE, speaks_of_refuge

_ADDRESS = ("addresses", "physical_addresses", "physical_address", "address")
NOT_STATED = "not stated"
"""What our own exports write where the standard wants a line that we do not have."""
_STREETS = ("address_1", "address1", "address_2", "address2")
_LINES = (*_STREETS, "city", "region", "state_province")
_COUNTRIES = frozenset({"", "gb", "uk", "united kingdom", "england", "great britain", "gbr"})
_ACCESS = ("accessibility", "accessibility_for_disabilities", "accessibilities")


def holders_of_places(service: FeedFields) -> list[tuple[FeedFields, FeedFields]]:
    """What says that a service is at a location, with the location itself."""
    linked = [
        (at, at.child("location"))
        for at in service.children("service_at_locations", "service_at_location", most=MOST_PLACES)
    ]
    own = [(place, place) for place in service.children("locations", "location", most=MOST_PLACES)]
    return (linked + own)[:MOST_PLACES]


def places_of(locations: list[FeedFields], *, hidden: bool) -> tuple[ServicePlace, ...]:
    """The places, each once; `hidden` masks them all."""
    found = (_place(fields, hidden=hidden) for fields in locations if fields.values)
    return tuple(dict.fromkeys(place for place in found if place != ServicePlace()))


def is_masked(location: FeedFields) -> bool:
    """Whether the publisher, or what the place is said to be, asks for it to be kept secret."""
    said = (location.line("name", limit=NAME), location.line("description", limit=LINE * 10))
    asked = (location, *location.children(*_ADDRESS, most=MOST_PLACES))
    return any(one.flag("mask_exact_address") for one in asked) or speaks_of_refuge(*said)


def secret_lines_of(location: FeedFields) -> Iterator[str]:
    """Every line by which a masked place could be found, the name of its house among them."""
    for address in (location, *location.children(*_ADDRESS, most=MOST_PLACES)):
        town = {address.line(name).casefold() for name in ("city", "region", "state_province")}
        for name in (*_STREETS, "postal_code", "post_code", "postcode"):
            line = address.line(name)
            if line and line.casefold() not in town:
                yield line
    name = location.line("name", limit=NAME)
    if len(name.split()) > 1:
        yield name


def _place(fields: FeedFields, *, hidden: bool) -> ServicePlace:
    name = fields.line("name", limit=NAME)
    kind = _kind(fields)
    if hidden or is_masked(fields):
        if fields.flag("mask_exact_address") is not True:
            fields.warn("", "this reads like a refuge: its address is kept back")
        return ServicePlace(kind=kind, masked=True, accessibility=_accessibility(fields))
    lines, postcode = _address(fields)
    return ServicePlace(
        name=name,
        kind=kind,
        address=lines,
        postcode=postcode,
        point=point_of(fields),
        accessibility=_accessibility(fields),
    )


def _kind(fields: FeedFields) -> PlaceKind:
    kind = fields.line("location_type").casefold()
    if kind in set(PlaceKind):
        return PlaceKind(kind)
    if kind and not kind.isdigit():
        fields.warn("location_type", "this is none of physical, postal, virtual")
    return PlaceKind.PHYSICAL


def _address(fields: FeedFields) -> tuple[tuple[str, ...], str]:
    """The lines and the postcode of the place's own address; a postal one only where there is no other."""
    written = list(fields.children(*_ADDRESS, most=MOST_PLACES))
    visited = [entry for entry in written if entry.line("address_type").casefold() != "postal"]
    chosen = (visited or written or [fields])[0]
    return tuple(_lines(chosen)), _postcode(chosen)


def _lines(address: FeedFields) -> Iterator[str]:
    exact = address.values.get("vrn_lines")
    if isinstance(exact, str) and exact:
        yield from (
            line for line in address.text("vrn_lines", limit=LINE * 5).plain.split("\n") if line
        )
        return
    said: set[str] = set()
    for name in _LINES:
        line = address.line(name)
        if line and line.casefold() not in {*said, NOT_STATED}:
            said.add(line.casefold())
            yield line
    country = address.line("country")
    if country.casefold() not in _COUNTRIES:
        yield country


def _postcode(address: FeedFields) -> str:
    name, _ = address.named("postal_code", "post_code", "postcode")
    written = address.line(name, limit=20)
    packed = "".join(written.split()).upper()
    if not written or written.casefold() in {"none", "n/a", "na", NOT_STATED}:
        return ""
    if POSTCODE.fullmatch(packed):
        return f"{packed[:-3]} {packed[-3:]}"
    address.warn(name, "this is not a British postcode")
    return written


def _accessibility(fields: FeedFields) -> tuple[str, ...]:
    entries = fields.children(*_ACCESS, most=MOST_WORDS)
    found = (entry.line("description", "accessibility", "name", "details") for entry in entries)
    return tuple(dict.fromkeys(words for words in found if words))
