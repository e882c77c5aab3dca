"""Draws a finished letter: each block becomes lines in its own style, then lines fill pages."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from vrn_desktop.domain.letter import (
    Block,
    CrisisBox,
    Direction,
    Heading,
    Letter,
    OwnWords,
    Paragraph,
    PostalAddress,
    ServiceEntry,
    Signature,
)
from vrn_desktop.reports.page_frame import (
    MARGIN,
    MILLIMETRE,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    TOP,
    Page,
    PageFrame,
    Panel,
    Square,
    Strip,
    paginate,
)
from vrn_desktop.reports.paragraph_styles import (
    MIST,
    SAND,
    TEAL,
    TextStyle,
    letter_styles,
)
from vrn_desktop.reports.pdf_fonts import READING_FAMILY, Weight, font_file
from vrn_desktop.reports.tagged_canvas import Element, Role, TaggedCanvas
from vrn_desktop.reports.text_flow import Wording, flow

_SQUARE_SIDE = 20 * MILLIMETRE
_PADDING = 2.7 * MILLIMETRE
_WORDS_INSET = 6 * MILLIMETRE
_DAY_WIDTH = 45 * MILLIMETRE
_TALL_SCRIPTS = {"ar", "fa", "ur", "pa", "gu", "bn"}
_WINDOW_LEFT, _WINDOW_RIGHT = 25 * MILLIMETRE, 105 * MILLIMETRE
_WINDOW_TOP, _WINDOW_BOTTOM = PAGE_HEIGHT - 57 * MILLIMETRE, PAGE_HEIGHT - 80 * MILLIMETRE
_BELOW_WINDOW = PAGE_HEIGHT - 88 * MILLIMETRE
_KEPT_LINES = 4
_WORTH_SPARING = 2
_FOLDS = (PAGE_HEIGHT - 99 * MILLIMETRE, PAGE_HEIGHT - 198 * MILLIMETRE)


def draw_letter(letter: Letter) -> bytes:
    """The letter as tagged PDF."""
    canvas = TaggedCanvas((PAGE_WIDTH, PAGE_HEIGHT), title=letter.title, language=letter.language)
    return _LetterDrawing(letter, canvas).draw()


class _LetterDrawing:
    """One letter on its way to paper."""

    def __init__(self, letter: Letter, canvas: TaggedCanvas) -> None:
        self._letter = letter
        self._canvas = canvas
        self._root = canvas.document
        self._groups = count()
        self._group = 0
        self._after_heading = False
        self._tall = letter.language.split("-")[0] in _TALL_SCRIPTS
        self._styles = letter_styles(letter.text_size, tall_script=self._tall)

    def draw(self) -> bytes:
        """Two pages become one where lines a little closer together spare a sheet of paper."""
        letter = self._letter
        pages = self._pages()
        if len(pages) == _WORTH_SPARING:
            structure = list(self._root.children)
            self._root.children.clear()
            self._styles = letter_styles(letter.text_size, tall_script=self._tall, snug=True)
            closer = self._pages()
            if len(closer) < len(pages):
                pages = closer
            else:
                self._root.children[:] = structure
        frame = PageFrame(self._canvas, letter.direction, letter.language, letter.watermark)
        frame.fold_marks = _FOLDS if letter.address else ()
        frame.draw_pages(pages, letter.page_label, self._styles.page_number)
        return self._canvas.finish()

    def _pages(self) -> list[Page]:
        letter = self._letter
        header = list(self._header())
        address = list(self._address(letter.address)) if letter.address else []
        body = [strip for block in letter.blocks for strip in self._block(block)]
        if not address:
            return paginate([*header, *body])
        pages = paginate(body, _BELOW_WINDOW)
        pages[0].placed[:0] = [*_fitting(header, TOP, _WINDOW_TOP), *address]
        return pages

    def _header(self) -> Iterator[Strip]:
        """Who writes, and the day at the far side of the same line."""
        sender = self._root.part("P")
        day = self._root.part("P")
        self._group = next(self._groups)
        senders = self._lines(
            self._letter.sender, self._styles.sender, sender, end_inset=_DAY_WIDTH
        )
        for strip in senders[:1]:
            yield replace(strip, below=-strip.style.leading)
        for strip in self._lines(self._letter.day, self._styles.body, day):
            yield replace(strip, at_end=True, room=0.0)
        yield from senders[1:]

    def _address(self, address: PostalAddress) -> Iterator[tuple[Strip, float]]:
        """Return line and address in the window of the envelope."""
        element = self._root.part("P")
        area = (_WINDOW_LEFT, _WINDOW_RIGHT)
        strips: list[Strip] = []
        if address.return_lines:
            line = " · ".join(address.return_lines)
            strips += self._lines_in(area, line, self._styles.return_address, element)[:1]
        for line in address.lines:
            strips += self._lines_in(area, line, self._styles.address, element)
        yield from _fitting(strips, _WINDOW_TOP, _WINDOW_BOTTOM)

    def _block(self, block: Block) -> Iterator[Strip]:
        if not self._after_heading:
            self._group = next(self._groups)
        self._after_heading = isinstance(block, Heading)
        match block:
            case Heading():
                yield from self._heading(block)
            case Paragraph():
                yield from self._paragraph(block)
            case OwnWords():
                yield from self._own_words(block)
            case ServiceEntry():
                yield from self._service(block)
            case Signature():
                yield from self._signature(block)
            case CrisisBox():
                yield from self._crisis_box(block)

    def _heading(self, heading: Heading) -> Iterator[Strip]:
        role: Role = "H1" if heading.rank == 1 else "H2"
        style = self._styles.greeting if heading.rank == 1 else self._styles.heading
        yield from self._lines(heading.text, style, self._root.part(role))

    def _paragraph(self, paragraph: Paragraph) -> Iterator[Strip]:
        lines = self._lines(
            paragraph.text, self._styles.body, self._root.part("P"), strong=paragraph.strong
        )
        for place, strip in enumerate(lines):
            yield strip if place < _KEPT_LINES else replace(strip, group=next(self._groups))

    def _own_words(self, own_words: OwnWords) -> Iterator[Strip]:
        quote = self._root.part("BlockQuote")
        panel = Panel(bar=TEAL)
        strips: list[Strip] = []
        for words in own_words.quoted.splitlines():
            strips += self._lines_in(
                self._area(_WORDS_INSET, 0.0), words, self._styles.own_words, quote.part("P")
            )
        for place, strip in enumerate(strips):
            group = strip.group if place < _KEPT_LINES else next(self._groups)
            yield replace(strip, group=group, panel=panel, room=0.0 if place else self._room)

    def _service(self, service: ServiceEntry) -> Iterator[Strip]:
        part = self._root.part("Sect")
        styles = self._styles
        beside = _SQUARE_SIDE + _PADDING if service.web_page else 0.0
        area = self._area(_PADDING, _PADDING + beside)
        strips = self._lines_in(area, service.name, styles.service_name, part.part("H3"))
        for text in (service.about, service.reach_and_check, service.page_line):
            if text:
                strips += self._lines_in(
                    area, text, styles.service_line, part.part("P"), strong=service.reach.strong
                )
        square = None
        if service.web_page:
            figure = part.part("Figure", alternative=service.web_page.description)
            square = Square(service.web_page.address, _SQUARE_SIDE, figure)
        panel = Panel(fill=MIST, padding=_PADDING, square=square)
        yield from self._in_panel(strips, panel)

    def _signature(self, signature: Signature) -> Iterator[Strip]:
        element = self._root.part("P")
        strips: list[Strip] = []
        for line in signature.lines:
            strips += self._lines(line, self._styles.body, element, strong=signature.strong)
        for place, strip in enumerate(strips):
            yield replace(strip, room=0.0 if place else 1.8 * self._room)

    def _crisis_box(self, box: CrisisBox) -> Iterator[Strip]:
        part = self._root.part("Sect")
        area = self._area(_PADDING, _PADDING)
        strips = self._lines_in(area, box.heading, self._styles.box_heading, part.part("H2"))
        for line in box.lines:
            strips += self._lines_in(
                area, line.text, self._styles.service_line, part.part("P"), strong=line.strong
            )
        yield from self._in_panel(strips, Panel(fill=SAND, padding=_PADDING))

    def _in_panel(self, strips: list[Strip], panel: Panel) -> Iterator[Strip]:
        """Lines on a panel, with room inside it and, for a square, at least its height."""
        height = sum(strip.style.leading for strip in strips)
        missing = max(0.0, panel.square.side - height) if panel.square else 0.0
        for place, strip in enumerate(strips):
            room = self._room + panel.padding if place == 0 else 0.0
            below = panel.padding + missing if place == len(strips) - 1 else 0.0
            yield replace(strip, panel=panel, room=room, below=below)

    @property
    def _room(self) -> float:
        return self._styles.body.above

    def _area(self, start_inset: float, end_inset: float) -> tuple[float, float]:
        """Left and right edge of text that keeps these distances from the margins."""
        if self._letter.direction is Direction.RIGHT_TO_LEFT:
            start_inset, end_inset = end_inset, start_inset
        return MARGIN + start_inset, PAGE_WIDTH - MARGIN - end_inset

    def _lines(
        self,
        text: str,
        style: TextStyle,
        element: Element,
        *,
        strong: str = "",
        end_inset: float = 0.0,
    ) -> list[Strip]:
        return self._lines_in(self._area(0.0, end_inset), text, style, element, strong=strong)

    def _lines_in(
        self,
        area: tuple[float, float],
        text: str,
        style: TextStyle,
        element: Element,
        *,
        strong: str = "",
    ) -> list[Strip]:
        left, right = area
        language, direction = self._letter.language, self._letter.direction
        wording = Wording(text, language, direction, strong, style.bold)
        return [
            Strip(line, style, element, self._group, 0.0 if place else style.above, left, right)
            for place, line in enumerate(flow(wording, int((right - left) * 1000 / style.size)))
        ]


def _fitting(strips: list[Strip], top: float, bottom: float) -> Iterator[tuple[Strip, float]]:
    """Lines placed from the top down, as many as there is room for."""
    y = top
    for strip in strips:
        if y - strip.height < bottom:
            return
        yield strip, y
        y -= strip.height


def load_fonts() -> None:
    """Read the fonts nearly every letter is printed in."""
    for weight in Weight:
        font_file(READING_FAMILY, weight)
