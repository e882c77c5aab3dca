"""Draws a chart's shapes as SVG: real text, a title and a description, colours from the page's stylesheet."""

from html import escape

from vrn_desktop.charts.shapes import Area, Dot, Drawing, Line, Rectangle, Shape, Words


def drawn_as_svg(drawing: Drawing, *, id_: str, title: str, description: str, kind: str) -> str:
    """The drawing as one `svg` element for a page.

    Args:
        drawing: the shapes.
        id_: of its own on the page.
        title: what the chart shows.
        description: the chart in a sentence.
        kind: a class word, `wide` or `narrow`.
    """
    shapes = "".join(_element(shape) for shape in drawing.shapes)
    return (
        f'<svg class="chart {kind}" role="img" aria-labelledby="{id_}-t {id_}-d" '
        f'viewBox="0 0 {_short(drawing.width)} {_short(drawing.height)}">'
        f'<title id="{id_}-t">{escape(title)}</title><desc id="{id_}-d">{escape(description)}</desc>'
        f"{shapes}</svg>"
    )


def _element(shape: Shape) -> str:
    match shape:
        case Rectangle():
            box = _places(x=shape.x, y=shape.y, width=shape.width, height=shape.height)
            return _with_title(f'rect class="fill-{shape.tone}" {box}', shape.says)
        case Line():
            ends = _places(x1=shape.x1, y1=shape.y1, x2=shape.x2, y2=shape.y2)
            dashes = ' stroke-dasharray="4 3"' if shape.dashed else ""
            return (
                f'<line class="stroke-{shape.tone}" {ends} '
                f'stroke-width="{_short(shape.width)}"{dashes}/>'
            )
        case Area():
            points = " ".join(f"{_short(x)},{_short(y)}" for x, y in shape.points)
            return f'<polygon class="band fill-{shape.tone}" points="{points}"/>'
        case Dot():
            place = _places(cx=shape.x, cy=shape.y, r=shape.radius)
            tone = f"hollow stroke-{shape.tone}" if shape.hollow else f"fill-{shape.tone}"
            return _with_title(f'circle class="{tone}" {place}', shape.says)
        case Words():
            weight = " bold" if shape.bold else ""
            return (
                f'<text class="fill-{shape.tone}{weight}" {_places(x=shape.x, y=shape.y)} '
                f'font-size="{_short(shape.size)}" text-anchor="{shape.anchor}">'
                f"{escape(shape.text)}</text>"
            )


def _with_title(start: str, says: str) -> str:
    if not says:
        return f"<{start}/>"
    name = start.partition(" ")[0]
    return f"<{start}><title>{escape(says)}</title></{name}>"


def _places(**numbers: float) -> str:
    return " ".join(f'{name}="{_short(number)}"' for name, number in numbers.items())


def _short(number: float) -> str:
    """Two places are finer than any screen or printer."""
    return f"{number:.2f}".rstrip("0").rstrip(".")
