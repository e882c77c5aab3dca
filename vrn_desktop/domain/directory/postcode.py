"""Postcodes as people type them: the whole one, or its first half that names a district."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from vrn_desktop.domain.directory.distance import is_on_the_map
from vrn_desktop.domain.directory.service_record import Point

_WHOLE = re.compile(r"([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})")
_HALF = re.compile(r"[A-Z]{1,2}\d[A-Z\d]?")


class PostcodeKey(NamedTuple):
    """A postcode without spaces; both parts are empty where it is none."""

    whole: str
    half: str


def postcode_key(text: str) -> PostcodeKey:
    """What was typed or published, as it is looked up."""
    code = "".join(text.split()).upper()
    whole = _WHOLE.fullmatch(code)
    if whole:
        return PostcodeKey(code, whole[1])
    return PostcodeKey("", code if _HALF.fullmatch(code) else "")


def middle_of(points: Sequence[Point]) -> Point | None:
    """The middle of some places near each other; None of none."""
    real = [point for point in points if is_on_the_map(point)]
    if not real:
        return None
    return Point(
        sum(point.latitude for point in real) / len(real),
        sum(point.longitude for point in real) / len(real),
    )
