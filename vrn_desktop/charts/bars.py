"""Bars lying side by side with their 95 % intervals; labels stand left, or above where there is little room."""

from collections.abc import Sequence

from vrn_desktop.charts.readings import Reading
from vrn_desktop.charts.scales import LinearScale, round_steps
from vrn_desktop.charts.shapes import Anchor, Drawing, Line, Rectangle, Shape, Tone, Words
from vrn_desktop.charts.text_room import broken, number_words, text_width

LETTERS = 13.0
_SMALL = 12.0
_LEADING = 16.0
_BAR = 16.0
_WIDE_FROM = 480.0
_LABELS = 0.36
_TICKS = 24.0
_CAP = 4.0


def bars_with_intervals(
    readings: Sequence[Reading],
    width: float,
    *,
    tone: Tone = Tone.FIRST,
    up_to: float | None = None,
) -> Drawing:
    """One bar for each reading, from zero; the interval is a thin line with caps.

    Args:
        readings: from top to bottom.
        width: of the whole drawing.
        tone: of the bars.
        up_to: the axis' far end, where several charts share one.
    """
    beside = width >= _WIDE_FROM
    left = width * _LABELS if beside else 0.0
    steps = round_steps(0, up_to or max([1.0, *(r.reach for r in readings)]), 5 if beside else 3)
    room = text_width(number_words(steps[-1]), LETTERS)  # not from the words: panels must line up
    scale = LinearScale(low=0, high=steps[-1], start=left, end=width - room - 10)
    rows: list[Shape] = []
    y = 4.0
    for reading in readings:
        lines = broken(reading.label, (left - 12) if beside else width, LETTERS)
        middle, deep = _row_middle(len(lines), beside=beside)
        rows += _label(lines, y, middle, left - 12, beside=beside)
        rows += _bar(reading, scale, y + middle, tone)
        y += deep
    grid = _grid(steps, scale, y)
    return Drawing(width=width, height=y + _TICKS, shapes=(*grid, *rows))


def _row_middle(lines: int, *, beside: bool) -> tuple[float, float]:
    """Where in a row its bar has its middle, and how deep the row is."""
    if beside:
        deep = max(lines * _LEADING, _BAR) + 12
        return deep / 2, deep
    return lines * _LEADING + _BAR / 2 + 3, lines * _LEADING + _BAR + 13


def _label(
    lines: Sequence[str], y: float, middle: float, right: float, *, beside: bool
) -> tuple[Shape, ...]:
    first = y + middle - (len(lines) - 1) * _LEADING / 2 + 4.5 if beside else y + 12
    return tuple(
        Words(
            x=right if beside else 0,
            y=first + number * _LEADING,
            text=line,
            size=LETTERS,
            anchor=Anchor.END if beside else Anchor.START,
        )
        for number, line in enumerate(lines)
    )


def _bar(reading: Reading, scale: LinearScale, middle: float, tone: Tone) -> tuple[Shape, ...]:
    if reading.value is None:
        word = Words(
            x=scale.start + 6,
            y=middle + 4.5,
            text=reading.words,
            size=_SMALL,
            tone=Tone.UNCERTAIN,
        )
        stub = Rectangle(
            x=scale.start, y=middle - _BAR / 2, width=2, height=_BAR, tone=Tone.UNCERTAIN
        )
        return (stub, word)
    end = scale.at(reading.value)
    box = Rectangle(
        x=scale.start,
        y=middle - _BAR / 2,
        width=end - scale.start,
        height=_BAR,
        tone=tone,
        says=reading.said,
    )
    after = end
    mark: tuple[Shape, ...] = ()
    if reading.low is not None and reading.high is not None:
        low, after = scale.at(reading.low), scale.at(reading.high)
        mark = interval_mark(low, after, middle)
    number = Words(x=after + 8, y=middle + 4.5, text=reading.words, size=LETTERS, bold=True)
    return (box, *mark, number)


def interval_mark(low: float, high: float, middle: float) -> tuple[Shape, ...]:
    """A lying line with caps, on a line of the ground's colour so that it shows on any bar."""
    halo = Line(x1=low, y1=middle, x2=high, y2=middle, tone=Tone.PAPER, width=4)
    lines = (
        (low, middle, high, middle),
        (low, middle - _CAP, low, middle + _CAP),
        (high, middle - _CAP, high, middle + _CAP),
    )
    return (
        halo,
        *(Line(x1=a, y1=b, x2=c, y2=d, tone=Tone.INK, width=1.6) for a, b, c, d in lines),
    )


def _grid(steps: Sequence[float], scale: LinearScale, bottom: float) -> tuple[Shape, ...]:
    shapes: list[Shape] = []
    for step in steps:
        x = scale.at(step)
        shapes.append(Line(x1=x, y1=0, x2=x, y2=bottom, tone=Tone.GRID))
        anchor = Anchor.START if step == 0 else Anchor.MIDDLE
        shapes.append(
            Words(
                x=x,
                y=bottom + 16,
                text=number_words(step),
                size=_SMALL,
                tone=Tone.SOFT,
                anchor=anchor,
            )
        )
    return tuple(shapes)
