"""A4 pages filled from top to bottom: lines, the panels behind them, page numbers, the draft mark."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from itertools import groupby

from vrn_desktop.domain.letter import LATIN_DIGITS, Direction
from vrn_desktop.reports.page_marks import MILLIMETRE, Mark
from vrn_desktop.reports.paragraph_styles import INK, PAPER, RULE, WATERMARK, Colour, TextStyle
from vrn_desktop.reports.qr_code import qr_path
from vrn_desktop.reports.tagged_canvas import Element, TaggedCanvas
from vrn_desktop.reports.text_flow import TextLine, Wording, flow

PAGE_WIDTH, PAGE_HEIGHT = 210 * MILLIMETRE, 297 * MILLIMETRE
MARGIN = 20 * MILLIMETRE
TOP = PAGE_HEIGHT - 15 * MILLIMETRE
BOTTOM = 14.5 * MILLIMETRE
FOOTER_BASELINE = 8 * MILLIMETRE
TEXT_WIDTH = PAGE_WIDTH - 2 * MARGIN
_CORNER = 3 * MILLIMETRE
_BAR = 1.1 * MILLIMETRE
_BASELINE = 0.77
_WATERMARK_POINTS = 120


@dataclass(frozen=True, slots=True)
class Square:
    """A square to scan, standing in the far upper corner of its panel."""

    address: str
    side: float
    element: Element


@dataclass(eq=False)
class Panel:
    """What stands behind lines that belong together: a soft fill, or a bar along their start."""

    fill: Colour | None = None
    bar: Colour | None = None
    square: Square | None = None
    inset: float = 0.0
    padding: float = 0.0


@dataclass(frozen=True, slots=True)
class Strip:
    """One line ready to be placed; `room` is the space above it, `group` keeps lines together.

    Without an element it is decoration: a second copy that nobody needs to hear. A `foot` line
    belongs to the foot of its page, with all of its group.
    """

    line: TextLine
    style: TextStyle
    element: Element | None
    group: int
    room: float = 0.0
    left: float = MARGIN
    right: float = PAGE_WIDTH - MARGIN
    at_end: bool = False
    panel: Panel | None = None
    below: float = 0.0
    marks: tuple[Mark, ...] = ()
    foot: bool = False

    @property
    def height(self) -> float:
        """Height of the line itself with what is kept free below it, in points."""
        return self.style.leading + self.below


@dataclass(slots=True)
class Page:
    """Strips with the height of their upper edges."""

    placed: list[tuple[Strip, float]] = field(default_factory=list)

    def lower_foot(self) -> None:
        """Move what belongs to the foot of the page down to it."""
        feet = [y - strip.height for strip, y in self.placed if strip.foot]
        drop = min(feet) - BOTTOM if feet else 0.0
        self.placed = [(strip, y - drop if strip.foot else y) for strip, y in self.placed]


def paginate(strips: Sequence[Strip], first_top: float = TOP) -> list[Page]:
    """Fill pages from the top; a group moves to the next page whole if it fits there."""
    pages, y, full = [Page()], first_top, TOP - BOTTOM
    for _, members in groupby(strips, key=lambda strip: strip.group):
        group = list(members)
        height = sum(strip.room + strip.height for strip in group)
        if y - height < BOTTOM and height - group[0].room <= full and pages[-1].placed:
            pages.append(Page())
            y = TOP
        for strip in group:
            if y - strip.room - strip.height < BOTTOM and pages[-1].placed:
                pages.append(Page())
                y = TOP
            y -= strip.room if pages[-1].placed or len(pages) == 1 else _padding(strip)
            pages[-1].placed.append((strip, y))
            y -= strip.height
    for page in pages:
        page.lower_foot()
    return pages


class PageFrame:
    """Draws filled pages on a canvas, in the reading direction of the document."""

    def __init__(
        self, canvas: TaggedCanvas, direction: Direction, language: str, watermark: str
    ) -> None:
        self._canvas = canvas
        self._right_to_left = direction is Direction.RIGHT_TO_LEFT
        self._language = language
        self._watermark = watermark
        self._squares_drawn: set[Panel] = set()
        self.fold_marks: tuple[float, ...] = ()

    def draw_pages(
        self,
        pages: Sequence[Page],
        page_label: str,
        style: TextStyle,
        digits: str = LATIN_DIGITS,
    ) -> None:
        """Draw all pages; numbers stand at their foot only if there are several."""
        written = str.maketrans(LATIN_DIGITS, digits)
        for number, page in enumerate(pages, start=1):
            if number == 1:
                self._draw_fold_marks()
            self._draw_panels(page)
            self._draw_watermark()
            self._draw_marks(page)
            for element, members in groupby(page.placed, key=lambda placed: placed[0].element):
                with self._part_of(element):
                    for strip, y in members:
                        self._draw_strip(strip, y)
            self._draw_squares(page)
            if len(pages) > 1:
                label = page_label.replace("{pages}", str(len(pages)).translate(written))
                self._draw_footer(label.replace("{page}", str(number).translate(written)), style)
            self._canvas.showPage()

    def _part_of(self, element: Element | None) -> AbstractContextManager[None]:
        if element is None:
            return self._canvas.decoration()
        return self._canvas.content_of(element)

    def _draw_marks(self, page: Page) -> None:
        for strip, y in page.placed:
            for mark in strip.marks:
                with self._part_of(mark.element):
                    self._canvas.draw_operators(mark.operators(y))

    def _draw_watermark(self) -> None:
        """A large pale word across the page, above its panels and behind its text."""
        if not self._watermark:
            return
        wording = Wording(self._watermark, self._language, all_strong=True)
        line = flow(wording, 100_000)[0]
        size = min(_WATERMARK_POINTS, 0.85 * PAGE_WIDTH * 1000 / line.width)
        with self._canvas.decoration():
            self._canvas.saveState()
            self._canvas.translate(PAGE_WIDTH / 2, PAGE_HEIGHT / 2)
            self._canvas.rotate(50)
            left = -line.width * size / 2000
            self._canvas.draw_line(line, left, -size / 3, size, WATERMARK)
            self._canvas.restoreState()

    def _draw_fold_marks(self) -> None:
        with self._canvas.decoration():
            self._canvas.setStrokeColorRGB(*RULE)
            for y in self.fold_marks:
                self._canvas.line(4 * MILLIMETRE, y, 8 * MILLIMETRE, y)

    def _draw_strip(self, strip: Strip, y: float) -> None:
        width = strip.line.width * strip.style.size / 1000
        left = strip.left
        if strip.at_end != self._right_to_left:
            left = strip.right - width
        baseline = y - strip.style.leading * _BASELINE
        self._canvas.draw_line(strip.line, left, baseline, strip.style.size, strip.style.colour)

    def _draw_panels(self, page: Page) -> None:
        for panel, members in groupby(page.placed, key=lambda placed: placed[0].panel):
            if panel is None:
                continue
            placed = list(members)
            top = placed[0][1] + panel.padding
            last, last_y = placed[-1]
            bottom = last_y - last.height
            with self._canvas.decoration():
                self._draw_panel(panel, top, bottom)

    def _draw_panel(self, panel: Panel, top: float, bottom: float) -> None:
        left, right = MARGIN, PAGE_WIDTH - MARGIN
        if panel.fill:
            self._canvas.setFillColorRGB(*panel.fill)
            self._canvas.roundRect(
                left, bottom, right - left, top - bottom, _CORNER, stroke=0, fill=1
            )
        if panel.bar:
            edge = right - _BAR if self._right_to_left else left
            self._canvas.setFillColorRGB(*panel.bar)
            self._canvas.rect(edge, bottom, _BAR, top - bottom, stroke=0, fill=1)

    def _draw_squares(self, page: Page) -> None:
        for strip, y in page.placed:
            panel = strip.panel
            if panel is None or panel.square is None or panel in self._squares_drawn:
                continue
            self._squares_drawn.add(panel)
            square = panel.square
            x = PAGE_WIDTH - MARGIN - panel.padding - square.side
            if self._right_to_left:
                x = MARGIN + panel.padding
            with self._canvas.content_of(square.element):
                paper = f"{x:.2f} {y - square.side:.2f} {square.side:.2f} {square.side:.2f} re f"
                self._canvas.draw_path(paper, PAPER)
                path = qr_path(square.address, x, y - square.side, square.side)
                self._canvas.draw_path(path, INK)

    def _draw_footer(self, label: str, style: TextStyle) -> None:
        direction = Direction.RIGHT_TO_LEFT if self._right_to_left else Direction.LEFT_TO_RIGHT
        line = flow(Wording(label, self._language, direction), 100_000)[0]
        left = (PAGE_WIDTH - line.width * style.size / 1000) / 2
        with self._canvas.decoration():
            self._canvas.draw_line(line, left, FOOTER_BASELINE, style.size, style.colour)


def _padding(strip: Strip) -> float:
    """At the top of a further page only a panel keeps space above its first line."""
    return strip.panel.padding if strip.panel else 0.0
