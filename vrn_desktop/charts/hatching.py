"""Hatching inside rectangles, so that neighbours differ by more than their colour."""

from enum import Enum

from vrn_desktop.charts.shapes import Dot, Line, Rectangle, Shape, Tone


class Hatch(Enum):
    """How a rectangle is filled over its colour."""

    NONE = "none"
    RISING = "rising"
    DOTTED = "dotted"
    FALLING = "falling"
    UPRIGHT = "upright"


HATCHES = (Hatch.NONE, Hatch.RISING, Hatch.DOTTED, Hatch.FALLING, Hatch.UPRIGHT)
"""In the order of the series' tones."""

_GAP = 6.0
_DOT = 1.0


def hatched(box: Rectangle, hatch: Hatch, tone: Tone = Tone.PAPER) -> tuple[Shape, ...]:
    """The strokes or dots over a rectangle, none reaching out of it."""
    match hatch:
        case Hatch.NONE:
            return ()
        case Hatch.DOTTED:
            return _dots(box, tone)
        case Hatch.UPRIGHT:
            count = int(box.width / _GAP)
            return tuple(
                _stroke(x, box.y, x, box.y + box.height, tone)
                for x in (box.x + _GAP * (number + 0.5) for number in range(count))
            )
        case _:
            return _slanted(box, tone, rising=hatch is Hatch.RISING)


def _slanted(box: Rectangle, tone: Tone, *, rising: bool) -> tuple[Shape, ...]:
    """Strokes at 45 degrees, cut at the rectangle's edges."""
    strokes: list[Shape] = []
    for number in range(1, int((box.width + box.height) / _GAP) + 1):
        offset = number * _GAP
        first, last = max(0.0, offset - box.height), min(offset, box.width)
        if last - first < 1:
            continue
        near, far = offset - first, offset - last
        if not rising:
            near, far = box.height - near, box.height - far
        strokes.append(_stroke(box.x + first, box.y + near, box.x + last, box.y + far, tone))
    return tuple(strokes)


def _dots(box: Rectangle, tone: Tone) -> tuple[Shape, ...]:
    columns, rows = int(box.width / _GAP), int(box.height / _GAP)
    return tuple(
        Dot(
            x=box.x + _GAP * (column + 0.5),
            y=box.y + (box.height - rows * _GAP) / 2 + _GAP * (row + 0.5),
            radius=_DOT,
            tone=tone,
        )
        for column in range(columns)
        for row in range(rows)
    )


def _stroke(x1: float, y1: float, x2: float, y2: float, tone: Tone) -> Line:
    return Line(x1=x1, y1=y1, x2=x2, y2=y2, tone=tone, width=1.2)
