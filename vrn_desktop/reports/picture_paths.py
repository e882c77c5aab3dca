"""The shipped line icons as PDF paths, so that they print sharp at any size."""

import re
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from xml.etree import ElementTree as ET

from vrn_desktop.reports.arc_curves import Point, arc_curves

GRID = 24.0
"""Icons are drawn on a grid of this many steps."""

STROKE = 2.0
"""Lines are this wide on that grid."""

_NEXT = re.compile(r"[\s,]*(?:([MmLlHhVvCcQqAaZz])|(?=[-.\d]))")
_NUMBER = re.compile(r"[\s,]*(-?(?:\d*\.\d+|\d+))")
_FLAG = re.compile(r"[\s,]*([01])")
_STEPS = {
    "M": (_NUMBER,) * 2,
    "L": (_NUMBER,) * 2,
    "H": (_NUMBER,),
    "V": (_NUMBER,),
    "C": (_NUMBER,) * 6,
    "Q": (_NUMBER,) * 4,
    "A": (*(_NUMBER,) * 3, _FLAG, _FLAG, *(_NUMBER,) * 2),
    "Z": (),
}
"""What follows each letter of a path."""

_ROUND = 0.5522847498


def picture_path(name: str, x: float, y: float, side: float) -> str:
    """Operators that stroke the icon in a square with its lower left corner at x, y, in points."""
    scale = side / GRID
    place = f"{scale:.4f} 0 0 {-scale:.4f} {x:.2f} {y + side:.2f} cm"
    return f"q {place} {STROKE:g} w 1 J 1 j {_strokes(name)} S Q"


@lru_cache(maxsize=64)
def _strokes(name: str) -> str:
    source = (files("resources") / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    parts: list[str] = []
    for shape in ET.fromstring(source):  # noqa: S314 - our own files, not somebody's
        parts.extend(_shape(shape.tag.rpartition("}")[2], shape.attrib))
    return " ".join(parts)


def _shape(kind: str, given: dict[str, str]) -> Iterator[str]:
    def number(key: str) -> float:
        return float(given.get(key, "0"))

    match kind:
        case "path":
            yield from _Path(given["d"]).operators()
        case "circle":
            yield from _circle(number("cx"), number("cy"), number("r"))
        case "line":
            yield f"{_at(number('x1'), number('y1'))} m {_at(number('x2'), number('y2'))} l"
        case "rect":
            yield from _rectangle(
                number("x"), number("y"), number("width"), number("height"), number("rx")
            )
        case "polyline":
            yield from _Path(f"M{given['points']}").operators()
        case _:
            raise ValueError(f"no icon has a shape of the kind {kind}")


def _circle(x: float, y: float, radius: float) -> Iterator[str]:
    yield f"{_at(x + radius, y)} m"
    pull = radius * _ROUND
    for turn in ((1, 0), (0, 1), (-1, 0), (0, -1)):
        along, up = turn
        yield " ".join(
            (
                _at(x + radius * along - pull * up, y + radius * up + pull * along),
                _at(x - radius * up + pull * along, y + radius * along + pull * up),
                _at(x - radius * up, y + radius * along),
                "c",
            )
        )


def _rectangle(x: float, y: float, width: float, height: float, round_: float) -> Iterator[str]:
    r = round_
    yield from _Path(
        f"M{x + r} {y}h{width - 2 * r}a{r} {r} 0 0 1 {r} {r}v{height - 2 * r}"
        f"a{r} {r} 0 0 1 {-r} {r}h{-(width - 2 * r)}a{r} {r} 0 0 1 {-r} {-r}"
        f"v{-(height - 2 * r)}a{r} {r} 0 0 1 {r} {-r}z"
    ).operators()


class _Path:
    """One path of an icon: letters say what the numbers after them mean."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._at: Point = (0.0, 0.0)
        self._start: Point = (0.0, 0.0)

    def operators(self) -> Iterator[str]:
        """The path as PDF writes it."""
        letter, place = "", 0
        while place < len(self._source):
            found = _NEXT.match(self._source, place)
            if found is None:
                raise ValueError(f"an icon holds something unknown at {place}")
            if found[1]:
                letter, place = found[1], found.end()
            numbers, place = self._numbers(letter, place)
            yield from self._operator(letter, numbers)
            letter = {"M": "L", "m": "l"}.get(letter, letter)

    def _numbers(self, letter: str, place: int) -> tuple[list[float], int]:
        """The numbers of one step; an arc's two flags may stand right against what follows them."""
        numbers = []
        for pattern in _STEPS[letter.upper()]:
            found = pattern.match(self._source, place)
            if found is None:
                raise ValueError(f"an icon breaks off at {place}")
            numbers.append(float(found[1]))
            place = found.end()
        return numbers, place

    def _operator(self, letter: str, numbers: list[float]) -> Iterator[str]:
        x, y = self._at if letter.islower() else (0.0, 0.0)
        kind = letter.upper()
        if kind == "Z":
            self._at = self._start
            yield "h"
            return
        end = self._end(kind, (x, y), numbers)
        points = [(x + numbers[i], y + numbers[i + 1]) for i in range(0, len(numbers) - 1, 2)]
        match kind:
            case "M":
                self._start = end
                yield f"{_at(*end)} m"
            case "C":
                yield " ".join((*(_at(*point) for point in points), "c"))
            case "Q":
                yield _quadratic(self._at, points[0], end)
            case "A":
                for curve in arc_curves(self._at, end, numbers[:5]):
                    yield " ".join((*(_at(*point) for point in curve), "c"))
            case _:
                yield f"{_at(*end)} l"
        self._at = end

    def _end(self, kind: str, origin: Point, numbers: list[float]) -> Point:
        """Where a step ends; level and upright ones keep the other measure."""
        if kind == "H":
            return origin[0] + numbers[0], self._at[1]
        if kind == "V":
            return self._at[0], origin[1] + numbers[0]
        return origin[0] + numbers[-2], origin[1] + numbers[-1]


def _quadratic(start: Point, pull: Point, end: Point) -> str:
    """A curve of one pull as a curve of two."""
    first = (start[0] + (pull[0] - start[0]) * 2 / 3, start[1] + (pull[1] - start[1]) * 2 / 3)
    second = (end[0] + (pull[0] - end[0]) * 2 / 3, end[1] + (pull[1] - end[1]) * 2 / 3)
    return f"{_at(*first)} {_at(*second)} {_at(*end)} c"


def _at(x: float, y: float) -> str:
    return f"{x:.3f} {y:.3f}"
