"""Draws a chart's shapes on a PDF page, in the colours of print."""

from collections.abc import Mapping

from vrn_desktop.central.report.tagged_pages import BOLD, REGULAR, TaggedPages
from vrn_desktop.charts.shapes import (
    Anchor,
    Area,
    Dot,
    Drawing,
    Line,
    Rectangle,
    Shape,
    Tone,
    Words,
)

Colour = tuple[float, float, float]


def colour_of(web: str) -> Colour:
    """A colour written as on the web, `#1F5F63`, in parts from 0 to 1."""
    red, green, blue = (int(web[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return red, green, blue


INK, SOFT, RULE, ACCENT = map(colour_of, ("#1C2B30", "#4B5B60", "#C9C3B4", "#1F5F63"))
_COLOURS: Mapping[Tone, Colour] = {
    Tone.INK: INK,
    Tone.SOFT: SOFT,
    Tone.GRID: colour_of("#E4DFD3"),
    Tone.PAPER: (1.0, 1.0, 1.0),
    Tone.FIRST: colour_of("#2F8F86"),
    Tone.SECOND: colour_of("#D49A2A"),
    Tone.THIRD: colour_of("#8D62A6"),
    Tone.FOURTH: colour_of("#4F7FA8"),
    Tone.FIFTH: colour_of("#6A6F57"),
    Tone.UNCERTAIN: colour_of("#5E6B6F"),
}
"""The same as the pages' own in light."""
_BAND = 0.22


def draw_on_page(
    page: TaggedPages, drawing: Drawing, left: float, top: float, width: float
) -> None:
    """Draw with the upper left corner at (left, top), in points; the drawing is scaled to the width."""
    scale = width / drawing.width
    page.saveState()
    page.translate(left, top)
    page.scale(scale, scale)
    for shape in drawing.shapes:
        _draw(page, shape)
    page.restoreState()


def _draw(page: TaggedPages, shape: Shape) -> None:
    """One shape; y is turned here, pages grow upwards."""
    colour = _COLOURS[shape.tone]
    page.setFillColorRGB(*colour)
    page.setStrokeColorRGB(*colour)
    match shape:
        case Rectangle():
            page.rect(shape.x, -shape.y - shape.height, shape.width, shape.height, stroke=0, fill=1)
        case Line():
            page.setLineWidth(shape.width)
            page.setDash(4, 3) if shape.dashed else page.setDash()
            page.line(shape.x1, -shape.y1, shape.x2, -shape.y2)
        case Area():
            _band(page, shape)
        case Dot():
            page.setLineWidth(1.6)
            page.setDash()
            filled = 0 if shape.hollow else 1
            page.circle(shape.x, -shape.y, shape.radius, stroke=1 - filled, fill=filled)
        case Words():
            page.setFont(BOLD if shape.bold else REGULAR, shape.size)
            draw = {
                Anchor.START: page.drawString,
                Anchor.MIDDLE: page.drawCentredString,
                Anchor.END: page.drawRightString,
            }[shape.anchor]
            draw(shape.x, -shape.y, shape.text)


def _band(page: TaggedPages, area: Area) -> None:
    page.setFillAlpha(_BAND)
    path = page.beginPath()
    (first_x, first_y), *others = area.points
    path.moveTo(first_x, -first_y)
    for x, y in others:
        path.lineTo(x, -y)
    path.close()
    page.drawPath(path, stroke=0, fill=1)
    page.setFillAlpha(1)
