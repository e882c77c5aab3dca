"""The reply slip at the foot of a page: a line to tear along, boxes to tick, a code to read out."""

from collections.abc import Iterator
from dataclasses import replace

from vrn_desktop.domain.letter_cut_parts import ReplySlip
from vrn_desktop.reports.line_strips import LineStrips
from vrn_desktop.reports.page_frame import PAGE_WIDTH, Strip
from vrn_desktop.reports.page_marks import MILLIMETRE, tear_line, tick_box
from vrn_desktop.reports.tagged_canvas import Element
from vrn_desktop.reports.text_flow import Wording, spaced

_EDGE = 8 * MILLIMETRE
_ABOVE_LINE = 5 * MILLIMETRE
_BELOW_LINE = 7 * MILLIMETRE
_BOX_GAP = 3 * MILLIMETRE
_CODE_PITCH = 820
"""Each sign of the code takes this much room, in thousandths of its size."""


def slip_strips(slip: ReplySlip, strips: LineStrips) -> Iterator[Strip]:
    """The slip's lines, all on one page and at its foot."""
    styles = strips.styles
    part = strips.part("Sect")
    figure = part.part("Figure", alternative=slip.tear_label)
    lines = strips.lines(slip.heading, styles.box_heading, part.part("H2"))
    for words in slip.lines:
        element = strips.part("P", words, parent=part)
        lines += strips.lines(words, styles.service_line, element, strong=slip.strong)
    for words in slip.choices:
        lines += _choice(words, strips, strips.part("P", words, parent=part))
    code = part.part("P")
    lines += strips.lines(slip.code_label, styles.service_line, code)
    signs = spaced(Wording(slip.code, "en", all_strong=True), _CODE_PITCH)
    lines.append(replace(lines[-1], line=signs, style=styles.code, marks=(), room=0.0))
    line = tear_line(
        _EDGE, PAGE_WIDTH - _EDGE, figure, rise=_BELOW_LINE, right_to_left=strips.is_right_to_left
    )
    for place, strip in enumerate(lines):
        first = place == 0
        yield replace(
            strip,
            room=_ABOVE_LINE + _BELOW_LINE if first else strip.room * 0.6,
            marks=(line,) if first else strip.marks,
            foot=True,
        )


def _choice(words: str, strips: LineStrips, element: Element) -> list[Strip]:
    style = strips.styles.service_line
    side = style.size * 0.95
    left, right = strips.area(0.0, 0.0)
    box = right - side if strips.is_right_to_left else left
    drop = (style.leading - side) / 2
    lines = strips.lines_in(
        strips.area(side + _BOX_GAP, 0.0),
        words,
        style,
        element,
    )
    return [
        replace(strip, marks=() if place else (tick_box(box, side, drop),), room=4.0)
        for place, strip in enumerate(lines)
    ]
