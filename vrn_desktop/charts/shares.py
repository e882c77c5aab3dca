"""Wholes shared out: one lying bar for each whole, its parts told apart by tone and hatching."""

from collections.abc import Sequence

from vrn_desktop.charts.hatching import HATCHES, hatched
from vrn_desktop.charts.readings import Shares
from vrn_desktop.charts.shapes import SERIES, Anchor, Drawing, Line, Rectangle, Shape, Tone, Words
from vrn_desktop.charts.text_room import broken, text_width

_LETTERS, _SMALL = 13.0, 12.0
_LEADING = 16.0
_BAR = 24.0
_WIDE_FROM = 480.0
_LABELS = 0.3
_KEY = 14.0
_BRIGHT_ENOUGH = 30.0


def stacked_shares(rows: Sequence[Shares], parts: Sequence[str], width: float) -> Drawing:
    """Each row from 0 to 100 %, with a key of the parts above.

    Raises:
        ValueError: a row has another number of parts, or there are more parts than tones.
    """
    sizes = {len(each) for row in rows for each in (row.parts, row.written)}
    if len(parts) > len(SERIES) or not sizes <= {0, len(parts)}:
        raise ValueError("each row is shared out among the same parts, at most five")
    shapes: list[Shape] = []
    y = _key(parts, width, shapes)
    top = y
    beside = width >= _WIDE_FROM
    left = width * _LABELS if beside else 0.0
    for row in rows:
        lines = broken(row.label, left - 12 if beside else width, _LETTERS)
        bar_top = y if beside else y + len(lines) * _LEADING + 3
        first = bar_top + _BAR / 2 - (len(lines) - 1) * _LEADING / 2 + 4.5 if beside else y + 12
        shapes += [
            Words(
                x=left - 12 if beside else 0,
                y=first + number * _LEADING,
                text=line,
                size=_LETTERS,
                anchor=Anchor.END if beside else Anchor.START,
            )
            for number, line in enumerate(lines)
        ]
        shapes += _row(row, parts, left, bar_top, width - left - 1)
        y = max(bar_top + _BAR, y + len(lines) * _LEADING) + 10
    return Drawing(
        width=width,
        height=y + 20,
        shapes=(*_grid(left, width - 1, top - 4, y), *shapes),
    )


def _key(parts: Sequence[str], width: float, shapes: list[Shape]) -> float:
    """Boxes with words, as many beside each other as fit; how far down they reach."""
    x, y = 0.0, 2.0
    for number, part in enumerate(parts):
        room = _KEY + 6 + text_width(part, _LETTERS) + 18
        if x and x + room > width + 18:
            x, y = 0.0, y + 22
        box = Rectangle(x=x, y=y, width=_KEY, height=_KEY, tone=SERIES[number])
        shapes += [box, *hatched(box, HATCHES[number])]
        shapes.append(Words(x=x + _KEY + 6, y=y + 11.5, text=part, size=_LETTERS))
        x += room
    return y + 32


def _row(
    row: Shares, parts: Sequence[str], left: float, top: float, width: float
) -> tuple[Shape, ...]:
    if not row.parts:
        return (
            Words(
                x=left + 6, y=top + _BAR / 2 + 4.5, text=row.words, size=_SMALL, tone=Tone.UNCERTAIN
            ),
        )
    shapes: list[Shape] = []
    x = left
    for number, share in enumerate(row.parts):
        wide = share * width
        says = f"{row.label}, {parts[number]}: {row.written[number]}"
        box = Rectangle(x=x, y=top, width=wide, height=_BAR, tone=SERIES[number], says=says)
        shapes += [box, *hatched(box, HATCHES[number])]
        if wide >= _BRIGHT_ENOUGH:
            shapes += _share_words(row.written[number], x + wide / 2, top)
        x += wide
        shapes.append(Line(x1=x, y1=top, x2=x, y2=top + _BAR, tone=Tone.PAPER, width=1.5))
    return tuple(shapes)


def _share_words(text: str, middle: float, top: float) -> tuple[Shape, ...]:
    """A share on a plate of the ground's colour, so that it can be read on any tone and hatching."""
    wide = text_width(text, _SMALL) + 6
    plate = Rectangle(x=middle - wide / 2, y=top + 4, width=wide, height=_BAR - 8, tone=Tone.PAPER)
    words = Words(x=middle, y=top + _BAR / 2 + 4.3, text=text, size=_SMALL, anchor=Anchor.MIDDLE)
    return (plate, words)


def _grid(left: float, right: float, top: float, bottom: float) -> tuple[Shape, ...]:
    shapes: list[Shape] = []
    for quarter in range(5):
        x = left + (right - left) * quarter / 4
        shapes.append(Line(x1=x, y1=top, x2=x, y2=bottom - 4, tone=Tone.GRID))
        anchor = {0: Anchor.START, 4: Anchor.END}.get(quarter, Anchor.MIDDLE)
        shapes.append(
            Words(
                x=x,
                y=bottom + 12,
                text=f"{25 * quarter}%",
                size=_SMALL,
                tone=Tone.SOFT,
                anchor=anchor,
            )
        )
    return tuple(shapes)
