"""Ratios as dots on a scale of equal ratios, with their intervals and a line at 1."""

from collections.abc import Sequence

from vrn_desktop.charts.bars import LETTERS, interval_mark
from vrn_desktop.charts.readings import Reading
from vrn_desktop.charts.scales import RatioScale
from vrn_desktop.charts.shapes import Anchor, Dot, Drawing, Line, Shape, Tone, Words
from vrn_desktop.charts.text_room import broken, text_width

_SMALL = 12.0
_LEADING = 16.0
_WIDE_FROM = 480.0
_LABELS = 0.36
_STEPS = ((0.25, "¼"), (0.5, "½"), (1.0, "1"), (2.0, "2"), (4.0, "4"))
_FURTHER = ((0.125, "⅛"), (8.0, "8"))


def ratio_dots(readings: Sequence[Reading], width: float, *, below: str, above: str) -> Drawing:
    """One dot for each ratio; `below` and `above` say what lies on either side of 1."""
    beside = width >= _WIDE_FROM
    left = width * _LABELS if beside else 4.0
    room = max((text_width(r.words, LETTERS) for r in readings if r.value is not None), default=0.0)
    steps = sorted((*_STEPS, *_FURTHER)) if _far(readings) else list(_STEPS)
    scale = RatioScale(low=steps[0][0], high=steps[-1][0], start=left + 6, end=width - room - 14)
    rows: list[Shape] = []
    y = 24.0
    for reading in readings:
        lines = broken(reading.label, (left - 12) if beside else width, LETTERS)
        deep = max(len(lines) * _LEADING, 16) + 14 if beside else len(lines) * _LEADING + 30
        middle = y + (deep / 2 if beside else len(lines) * _LEADING + 11)
        first = middle - (len(lines) - 1) * _LEADING / 2 + 4.5 if beside else y + 12
        rows += [
            Words(
                x=left - 12 if beside else 0,
                y=first + number * _LEADING,
                text=line,
                size=LETTERS,
                anchor=Anchor.END if beside else Anchor.START,
            )
            for number, line in enumerate(lines)
        ]
        rows += _dot(reading, scale, middle)
        y += deep
    return Drawing(
        width=width, height=y + 26, shapes=(*_grid(steps, scale, y, (below, above)), *rows)
    )


def _far(readings: Sequence[Reading]) -> bool:
    bounds = [bound for r in readings for bound in (r.low, r.high) if bound is not None]
    return any(bound < _STEPS[0][0] or bound > _STEPS[-1][0] for bound in bounds)


def _dot(reading: Reading, scale: RatioScale, middle: float) -> tuple[Shape, ...]:
    if reading.value is None:
        return (
            Words(
                x=scale.start,
                y=middle + 4.5,
                text=reading.words,
                size=_SMALL,
                tone=Tone.UNCERTAIN,
            ),
        )
    low = scale.at(reading.low or reading.value)
    high = scale.at(reading.high or reading.value)
    dot = Dot(x=scale.at(reading.value), y=middle, radius=5, tone=Tone.FIRST, says=reading.said)
    number = Words(x=high + 10, y=middle + 4.5, text=reading.words, size=LETTERS, bold=True)
    return (*interval_mark(low, high, middle), dot, number)


def _grid(
    steps: Sequence[tuple[float, str]], scale: RatioScale, bottom: float, sides: tuple[str, str]
) -> tuple[Shape, ...]:
    shapes: list[Shape] = []
    for ratio, text in steps:
        x, is_one = scale.at(ratio), ratio == 1
        shapes.append(
            Line(
                x1=x,
                y1=20,
                x2=x,
                y2=bottom,
                tone=Tone.INK if is_one else Tone.GRID,
                width=1.4 if is_one else 1,
                dashed=is_one,
            )
        )
        shapes.append(
            Words(x=x, y=bottom + 17, text=text, size=_SMALL, tone=Tone.SOFT, anchor=Anchor.MIDDLE)
        )
    one = scale.at(1)
    for text, x, anchor in ((sides[0], one - 8, Anchor.END), (sides[1], one + 8, Anchor.START)):
        shapes.append(Words(x=x, y=13, text=text, size=_SMALL, tone=Tone.SOFT, anchor=anchor))
    return tuple(shapes)
