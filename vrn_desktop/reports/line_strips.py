"""Text of a letter as lines between two edges, each with its part of the structure."""

from itertools import count

from vrn_desktop.domain.letter import Direction, Letter
from vrn_desktop.reports.page_frame import MARGIN, PAGE_WIDTH, Strip
from vrn_desktop.reports.paragraph_styles import LetterStyles, TextStyle
from vrn_desktop.reports.tagged_canvas import Element, Role
from vrn_desktop.reports.text_flow import Wording, flow
from vrn_desktop.reports.text_language import language_of


class LineStrips:
    """Makes the lines of one letter; lines of one group stay on one page where they fit."""

    def __init__(self, letter: Letter, styles: LetterStyles, root: Element) -> None:
        self.letter = letter
        self.styles = styles
        self.root = root
        self.is_right_to_left = letter.direction is Direction.RIGHT_TO_LEFT
        self._groups = count()
        self.group = 0

    def new_group(self) -> int:
        """A group that no line belongs to yet."""
        return next(self._groups)

    def begin_group(self) -> None:
        """What follows may stand on another page than what came before."""
        self.group = self.new_group()

    def part(
        self, role: Role, words: str = "", *, parent: Element | None = None, language: str = ""
    ) -> Element:
        """A new part of the structure, with its language where that is not the letter's."""
        spoken = language or language_of(words, self.letter.language)
        if spoken == self.letter.language:
            spoken = ""
        return (parent or self.root).part(role, language=spoken)

    @property
    def room(self) -> float:
        """The space above a paragraph, in points."""
        return self.styles.body.above

    def area(self, start_inset: float, end_inset: float) -> tuple[float, float]:
        """Left and right edge of text that keeps these distances from the margins."""
        if self.is_right_to_left:
            start_inset, end_inset = end_inset, start_inset
        return MARGIN + start_inset, PAGE_WIDTH - MARGIN - end_inset

    def lines(
        self, text: str, style: TextStyle, element: Element, *, strong: str = ""
    ) -> list[Strip]:
        """Text from margin to margin."""
        return self.lines_in(self.area(0.0, 0.0), text, style, element, strong=strong)

    def lines_in(
        self,
        area: tuple[float, float],
        text: str,
        style: TextStyle,
        element: Element | None,
        *,
        strong: str = "",
    ) -> list[Strip]:
        """Text between two edges."""
        left, right = area
        wording = Wording(text, self.letter.language, self.letter.direction, strong, style.bold)
        return [
            Strip(line, style, element, self.group, 0.0 if place else style.above, left, right)
            for place, line in enumerate(flow(wording, int((right - left) * 1000 / style.size)))
        ]
