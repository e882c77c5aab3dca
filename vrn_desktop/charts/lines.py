"""A line over time with the band of its 95 % interval; where there is no figure the line is broken."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from vrn_desktop.charts.readings import Reading
from vrn_desktop.charts.scales import LinearScale, round_steps
from vrn_desktop.charts.shapes import Anchor, Area, Dot, Drawing, Line, Shape, Tone, Words
from vrn_desktop.charts.text_room import text_width

_SMALL = 12.0
_TOP, _BOTTOM = 12.0, 26.0


def line_with_band(
    readings: Sequence[Reading],
    width: float,
    *,
    height: float = 230.0,
    tone: Tone = Tone.FIRST,
    up_to: float | None = None,
    unit: str = "",
) -> Drawing:
    """One line from zero, a dot for each reading, a band for the intervals.

    Args:
        readings: in the order of time.
        width: of the whole drawing.
        height: of the whole drawing.
        tone: of line and band.
        up_to: the axis' far end, where several charts share one.
        unit: written after the numbers of the axis, such as `%`.
    """
    steps = round_steps(0, up_to or max([1.0, *(r.reach for r in readings)]), 4)
    written = [f"{step:,.10g}{unit}" for step in steps]
    left = max(text_width(text, _SMALL) for text in written) + 8
    foot = height - _BOTTOM
    up = LinearScale(low=0, high=steps[-1], start=foot, end=_TOP)
    right = width - 10
    across = LinearScale(low=0, high=max(1, len(readings) - 1), start=left + 8, end=right - 8)
    shapes: list[Shape] = []
    for step, text in zip(steps, written, strict=True):
        y = up.at(step)
        shapes.append(Line(x1=left, y1=y, x2=right, y2=y, tone=Tone.GRID))
        shapes.append(
            Words(x=left - 6, y=y + 4, text=text, size=_SMALL, tone=Tone.SOFT, anchor=Anchor.END)
        )
    shapes += _time_axis(readings, across, foot)
    for run in _runs(readings):
        shapes += _band(run, across, up, tone)
    for run in _runs(readings):
        shapes += _line(run, across, up, tone)
    shapes += _gaps(readings, across, foot)
    return Drawing(width=width, height=height, shapes=tuple(shapes))


_Placed = tuple[int, Reading]


def _runs(readings: Sequence[Reading]) -> Iterator[list[_Placed]]:
    """Stretches of readings that all have a figure."""
    placed = enumerate(readings)
    for has_figure, group in groupby(placed, key=lambda each: each[1].value is not None):
        if has_figure:
            yield list(group)


def _band(
    run: Sequence[_Placed], across: LinearScale, up: LinearScale, tone: Tone
) -> tuple[Shape, ...]:
    highs = [(across.at(n), up.at(r.high)) for n, r in run if r.high is not None]
    lows = [(across.at(n), up.at(r.low)) for n, r in run if r.low is not None]
    if len(run) == 1 and highs and lows:
        (x, top), (_, foot) = highs[0], lows[0]
        return (Line(x1=x, y1=top, x2=x, y2=foot, tone=tone, width=2),)
    return (Area(points=(*highs, *reversed(lows)), tone=tone),) if highs and lows else ()


def _line(
    run: Sequence[_Placed], across: LinearScale, up: LinearScale, tone: Tone
) -> tuple[Shape, ...]:
    points = [(across.at(n), up.at(r.value or 0.0)) for n, r in run]
    strokes = tuple(
        Line(x1=x1, y1=y1, x2=x2, y2=y2, tone=tone, width=2.2)
        for (x1, y1), (x2, y2) in pairwise(points)
    )
    dots = tuple(
        Dot(x=x, y=y, radius=3.2, tone=tone, says=reading.said)
        for (x, y), (_, reading) in zip(points, run, strict=True)
    )
    return (*strokes, *dots)


def _gaps(readings: Sequence[Reading], across: LinearScale, foot: float) -> tuple[Shape, ...]:
    """A small hollow dot on the axis where there is no figure."""
    return tuple(
        Dot(
            x=across.at(number),
            y=foot,
            radius=3.5,
            tone=Tone.UNCERTAIN,
            hollow=True,
            says=f"{reading.label}: {reading.words}",
        )
        for number, reading in enumerate(readings)
        if reading.value is None
    )


def _time_axis(readings: Sequence[Reading], across: LinearScale, foot: float) -> tuple[Shape, ...]:
    """As many labels as fit, the last one always."""
    if not readings:
        return ()
    room = max(text_width(reading.label, _SMALL) for reading in readings) + 14
    fit = max(1, int((across.end - across.start) / room))
    every = -(-len(readings) // fit)
    last = len(readings) - 1
    shapes: list[Shape] = []
    for number, reading in enumerate(readings):
        if (last - number) % every:
            continue
        x = across.at(number)
        anchor = Anchor.END if number == last and last else Anchor.MIDDLE
        shapes.append(Line(x1=x, y1=foot, x2=x, y2=foot + 4, tone=Tone.SOFT))
        shapes.append(
            Words(
                x=x + (8 if anchor is Anchor.END else 0),
                y=foot + 18,
                text=reading.label,
                size=_SMALL,
                tone=Tone.SOFT,
                anchor=anchor,
            )
        )
    return tuple(shapes)
