"""Arcs of an ellipse as curves, because PDF draws curves only."""

from collections.abc import Iterator, Sequence
from math import acos, ceil, copysign, cos, hypot, pi, radians, sin, sqrt, tan

Point = tuple[float, float]


def arc_curves(
    start: Point, end: Point, shape: Sequence[float]
) -> Iterator[tuple[Point, Point, Point]]:
    """The arc from start to end as cubic curves, each two pulls and an end.

    `shape` is radius across, radius up, turn in degrees, the flag for the larger arc and the flag
    for the way round, as SVG writes them (its implementation notes, B.2.4).
    """
    turn = radians(shape[2])
    half_x, half_y = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    x = cos(turn) * half_x + sin(turn) * half_y
    y = cos(turn) * half_y - sin(turn) * half_x
    across, up = abs(shape[0]), abs(shape[1])
    stretch = max(1.0, hypot(x / across, y / up))
    across, up = across * stretch, up * stretch
    gap = (x / across) ** 2 + (y / up) ** 2
    pull = sqrt(max(0.0, 1 / gap - 1)) if gap else 0.0
    pull = pull if shape[3] != shape[4] else -pull
    middle_x, middle_y = pull * across * y / up, -pull * up * x / across
    first = _angle((x - middle_x) / across, (y - middle_y) / up)
    sweep = _angle((-x - middle_x) / across, (-y - middle_y) / up) - first
    if shape[4] and sweep < 0:
        sweep += 2 * pi
    elif not shape[4] and sweep > 0:
        sweep -= 2 * pi
    centre_x = cos(turn) * middle_x - sin(turn) * middle_y + (start[0] + end[0]) / 2
    centre_y = sin(turn) * middle_x + cos(turn) * middle_y + (start[1] + end[1]) / 2

    def on_page(along: float, above: float) -> Point:
        along, above = along * across, above * up
        return (
            centre_x + cos(turn) * along - sin(turn) * above,
            centre_y + sin(turn) * along + cos(turn) * above,
        )

    count = max(1, ceil(abs(sweep) / (pi / 2) - 1e-9))
    step = sweep / count
    reach = 4 / 3 * tan(step / 4)
    for number in range(count):
        a, b = first + number * step, first + (number + 1) * step
        yield (
            on_page(cos(a) - reach * sin(a), sin(a) + reach * cos(a)),
            on_page(cos(b) + reach * sin(b), sin(b) - reach * cos(b)),
            on_page(cos(b), sin(b)),
        )


def _angle(x: float, y: float) -> float:
    return copysign(acos(max(-1.0, min(1.0, x / hypot(x, y)))), y)
