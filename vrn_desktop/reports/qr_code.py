"""A square that a phone can scan to open a service's page."""

from collections.abc import Iterator
from functools import lru_cache

import segno

_QUIET_ZONE = 2


@lru_cache(maxsize=256)
def qr_rows(address: str) -> tuple[tuple[tuple[int, int], ...], ...]:
    """For each row of the square its dark stretches as (start, length) in modules."""
    matrix = segno.make_qr(address, error="m").matrix
    return tuple(tuple(_dark_stretches(row)) for row in matrix)


def qr_path(address: str, x: float, y: float, side: float) -> str:
    """The dark stretches as one PDF path, for a square with its lower left corner at x, y."""
    rows = qr_rows(address)
    module = side / (len(rows) + 2 * _QUIET_ZONE)
    top = y + side - _QUIET_ZONE * module
    left = x + _QUIET_ZONE * module
    parts = [
        f"{left + start * module:.2f} {top - (row + 1) * module:.2f}"
        f" {length * module:.2f} {module:.2f} re"
        for row, stretches in enumerate(rows)
        for start, length in stretches
    ]
    return " ".join((*parts, "f"))


def _dark_stretches(row: bytearray) -> Iterator[tuple[int, int]]:
    start = None
    for place, dark in enumerate((*row, 0)):
        if dark and start is None:
            start = place
        elif not dark and start is not None:
            yield start, place - start
            start = None
