"""Drawings beside and around lines of a page: pictures, boxes to tick, where to tear or cut."""

from collections.abc import Callable
from dataclasses import dataclass

from vrn_desktop.reports.paragraph_styles import INK, QUIET, RULE, Colour
from vrn_desktop.reports.picture_paths import picture_path
from vrn_desktop.reports.tagged_canvas import Element

MILLIMETRE = 72 / 25.4
_CUT_MARK = 3 * MILLIMETRE
_SCISSORS = 5 * MILLIMETRE
_BOX_LINE = 1.1


@dataclass(frozen=True, slots=True)
class Mark:
    """A drawing that hangs on a line: its operators for the height of that line's upper edge.

    With an element it says something to a screen reader, without one it is decoration.
    """

    operators: Callable[[float], str]
    element: Element | None = None


def picture(name: str, left: float, side: float, colour: Colour) -> Mark:
    """A shipped icon with its upper edge at the line's, repeating what the words beside it say."""
    return Mark(lambda top: _in(colour, picture_path(name, left, top - side, side)))


def tick_box(left: float, side: float, drop: float) -> Mark:
    """An empty box for a pen, `drop` points below the upper edge of its line."""
    return Mark(
        lambda top: (
            f"q {_stroke(INK)} {_BOX_LINE} w"
            f" {left:.2f} {top - drop - side:.2f} {side:.2f} {side:.2f} re S Q"
        )
    )


def tear_line(
    left: float, right: float, element: Element, *, rise: float, right_to_left: bool
) -> Mark:
    """A broken line from edge to edge with scissors at its start, `rise` above its line of text."""
    scissors = right if right_to_left else left
    x = scissors - _SCISSORS if right_to_left else scissors
    start, end = (left, x) if right_to_left else (x + _SCISSORS, right)

    def operators(top: float) -> str:
        y = top + rise
        line = f"q {_stroke(QUIET)} 0.8 w [3 3] 0 d {start:.2f} {y:.2f} m {end:.2f} {y:.2f} l S Q"
        return f"{line} {_in(QUIET, picture_path('scissors', x, y - _SCISSORS / 2, _SCISSORS))}"

    return Mark(operators, element)


def cut_marks(left: float, width: float, height: float, *, rise: float) -> Mark:
    """Short lines outside the corners of what is cut out, and its edge as a pale line."""

    def operators(top: float) -> str:
        upper = top + rise
        lower, right = upper - height, left + width
        lines = [
            f"{x:.2f} {y + out * 1.5:.2f} m {x:.2f} {y + out * _CUT_MARK:.2f} l S"
            for x in (left, right)
            for y, out in ((upper, 1), (lower, -1))
        ]
        edge = f"{left:.2f} {lower:.2f} {width:.2f} {height:.2f} re S"
        return f"q {_stroke(RULE)} 0.4 w {edge} {_stroke(QUIET)} 0.6 w {' '.join(lines)} Q"

    return Mark(operators)


def _in(colour: Colour, path: str) -> str:
    return f"q {_stroke(colour)} {path} Q"


def _stroke(colour: Colour) -> str:
    red, green, blue = colour
    return f"{red:.3f} {green:.3f} {blue:.3f} RG"
