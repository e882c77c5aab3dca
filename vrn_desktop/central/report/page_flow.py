"""Fills PDF pages from top to bottom: headings, paragraphs, lists and drawings, each with its role."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth

from vrn_desktop.central.report.pdf_drawing import ACCENT, INK, RULE, SOFT, Colour, draw_on_page
from vrn_desktop.central.report.tagged_pages import BOLD, REGULAR, Element, Role, TaggedPages
from vrn_desktop.charts.shapes import Drawing

PAGE_WIDTH, PAGE_HEIGHT = A4
MARGIN = 51.0
TEXT_WIDTH = PAGE_WIDTH - 2 * MARGIN
TOP = PAGE_HEIGHT - 54.0
BOTTOM = 56.0
_FOOT = 32.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How a paragraph is set, in points."""

    role: Role
    size: float
    leading: float
    above: float = 0.0
    bold: bool = False
    colour: Colour = INK

    @property
    def font(self) -> str:
        """The face's name on the page."""
        return BOLD if self.bold else REGULAR


TITLE = Style(role="H1", size=25, leading=30, above=4, bold=True)
STEP = Style(role="H2", size=18, leading=23, above=6, bold=True)
HEADING = Style(role="H3", size=12.5, leading=16, above=14, bold=True)
PARAGRAPH = Style(role="P", size=10, leading=14, above=3)
SMALL = Style(role="P", size=9, leading=12.5, above=3, colour=SOFT)
KEY_NUMBER = Style(role="P", size=19, leading=23, above=0, bold=True, colour=ACCENT)


def broken_lines(text: str, font: str, size: float, width: float) -> list[str]:
    """The text in lines that fit the width."""
    lines: list[str] = []
    for word in text.split():
        if lines and stringWidth(f"{lines[-1]} {word}", font, size) <= width:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(word)
    return lines


class PageFlow:
    """Where the next thing goes; begins a new page when it does not fit."""

    def __init__(self, pages: TaggedPages, foot: str) -> None:
        self.pages = pages
        self.y = TOP
        self._foot = foot
        self._number = 1

    def need(self, height: float) -> None:
        """Make sure that so much fits on this page, else go to the next."""
        if self.y - height < BOTTOM and self.y < TOP:
            self.new_page()

    def new_page(self) -> None:
        """Close the page with its foot and begin the next."""
        self.close_page()
        self.y = TOP

    def close_page(self) -> None:
        """Write the foot and finish the page."""
        with self.pages.decoration():
            self.pages.setFillColorRGB(*SOFT)
            self.pages.setFont(REGULAR, 8.5)
            self.pages.drawString(MARGIN, _FOOT, self._foot)
            self.pages.drawRightString(PAGE_WIDTH - MARGIN, _FOOT, f"Page {self._number}")
        self.pages.showPage()
        self._number += 1

    def rule(self, width: float = 2.0, colour: Colour = ACCENT) -> None:
        """A line across the page, as decoration."""
        with self.pages.decoration():
            self.pages.setStrokeColorRGB(*colour)
            self.pages.setLineWidth(width)
            self.pages.setDash()
            self.pages.line(MARGIN, self.y, PAGE_WIDTH - MARGIN, self.y)
        self.y -= width + 2

    def text(self, text: str, style: Style, parent: Element, *, keep: float = 0.0) -> None:
        """One paragraph; `keep` is how much of what follows must stay with it."""
        lines = broken_lines(text, style.font, style.size, TEXT_WIDTH)
        self.need(style.above + len(lines) * style.leading + keep)
        self.y -= style.above
        element = parent.part(style.role)
        with self.pages.content_of(element):
            self._lines(lines, style, MARGIN)

    def bullets(self, texts: Sequence[str], parent: Element, style: Style = PARAGRAPH) -> None:
        """A list with a dot before each entry."""
        entries = parent.part("L")
        indent = 11.0
        for text in texts:
            lines = broken_lines(text, style.font, style.size, TEXT_WIDTH - indent)
            self.need(style.above + len(lines) * style.leading)
            self.y -= style.above
            with self.pages.decoration():
                self.pages.setFillColorRGB(*style.colour)
                self.pages.circle(
                    MARGIN + 3, self.y - style.leading + 0.55 * style.size, 1.3, stroke=0, fill=1
                )
            with self.pages.content_of(entries.part("LI")):
                self._lines(lines, style, MARGIN + indent)

    def figure(self, draw: Callable[[float], Drawing], says: str, parent: Element) -> None:
        """A drawing over the width of the text."""
        drawing = draw(640.0)
        height = drawing.height * TEXT_WIDTH / drawing.width
        self.need(height + 8)
        self.y -= 8
        with self.pages.content_of(parent.part("Figure", alternative=says)):
            draw_on_page(self.pages, drawing, MARGIN, self.y, TEXT_WIDTH)
        self.y -= height

    def thin_rule(self) -> None:
        """A thin line, as under a row of a table."""
        with self.pages.decoration():
            self.pages.setStrokeColorRGB(*RULE)
            self.pages.setLineWidth(0.5)
            self.pages.setDash()
            self.pages.line(MARGIN, self.y, PAGE_WIDTH - MARGIN, self.y)

    def _lines(self, lines: Sequence[str], style: Style, left: float) -> None:
        self.pages.setFillColorRGB(*style.colour)
        self.pages.setFont(style.font, style.size)
        for line in lines:
            self.y -= style.leading
            self.pages.drawString(left, self.y + 0.28 * style.size, line)
