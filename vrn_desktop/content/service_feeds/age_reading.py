"""The ages a service is for; what is not stated never hides it."""

import math

from vrn_desktop.content.service_feeds.feed_fields import FeedFields

_OPEN_ENDED = 99
_LOWEST = ("minimum_age", "min_age", "age_min")
_HIGHEST = ("maximum_age", "max_age", "age_max")
_GROUPS = ("eligibilitys", "eligibilities", "eligibility")


def ages_of(service: FeedFields) -> tuple[int | None, int | None]:
    """First and last age, whole years, both included.

    -1 and other negative numbers are "not stated"; 99 and more is "no last age". Where a service has
    several groups, the widest range counts.
    """
    first, last = _range(service)
    if first is None and last is None:
        groups = [_range(group) for group in _groups(service)]
        if groups:
            firsts, lasts = zip(*groups, strict=True)
            first = None if None in firsts else min(firsts)
            last = None if None in lasts else max(lasts)
    if first is not None and last is not None and first > last:
        service.warn("minimum_age", "the first age is above the last: neither is used")
        return None, None
    return first, last


def _groups(service: FeedFields) -> list[FeedFields]:
    if isinstance(service.values.get("eligibility"), str):
        return []
    return list(service.children(*_GROUPS, most=20))


def _range(fields: FeedFields) -> tuple[int | None, int | None]:
    first = _age(fields, *_LOWEST)
    last = _age(fields, *_HIGHEST)
    if first is not None and first >= _OPEN_ENDED:
        fields.warn("minimum_age", "a first age of 99 or more is taken as not stated")
        first = None
    if last == 0:
        fields.warn("maximum_age", "a last age of 0 is taken as not stated")
        last = None
    return first, None if last is not None and last >= _OPEN_ENDED else last


def _age(fields: FeedFields, *names: str) -> int | None:
    age = fields.number(*names)
    name, _ = fields.named(*names)
    if age is None:
        return None
    if age < 0:
        fields.warn(name, "a negative age is taken as not stated")
        return None
    if not age.is_integer():
        fields.warn(name, "only whole years are used")
    return math.floor(age)
