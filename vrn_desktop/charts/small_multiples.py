"""Several small drawings of one kind beside and beneath each other, each under its own title."""

from collections.abc import Callable, Sequence

from vrn_desktop.charts.shapes import Drawing, Shape, Words
from vrn_desktop.charts.text_room import broken

_TITLE = 14.0
_LEADING = 18.0
_BETWEEN = 28.0
_LEAST = 300.0


def small_multiples(
    panels: Sequence[tuple[str, Callable[[float], Drawing]]], width: float, *, most: int = 2
) -> Drawing:
    """The panels in rows of at most `most`, fewer where each would be too narrow to read.

    Args:
        panels: each panel's title, and what draws it at a given width.
        width: of the whole drawing.
        most: so many beside each other at most.
    """
    across = max(1, min(most, int((width + _BETWEEN) / (_LEAST + _BETWEEN)), len(panels)))
    each = (width - (across - 1) * _BETWEEN) / across
    shapes: list[Shape] = []
    y = 0.0
    for start in range(0, len(panels), across):
        row = panels[start : start + across]
        titles = [broken(title, each, _TITLE) for title, _ in row]
        head = max(len(lines) for lines in titles) * _LEADING + 6
        deepest = 0.0
        for place, ((_, draw), lines) in enumerate(zip(row, titles, strict=True)):
            x = place * (each + _BETWEEN)
            shapes += [
                Words(x=x, y=y + 14 + number * _LEADING, text=line, size=_TITLE, bold=True)
                for number, line in enumerate(lines)
            ]
            drawing = draw(each)
            shapes += [shape.moved(x, y + head) for shape in drawing.shapes]
            deepest = max(deepest, drawing.height)
        y += head + deepest + 14
    return Drawing(width=width, height=max(0.0, y - 14), shapes=tuple(shapes))
