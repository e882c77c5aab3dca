"""Draws a finished letter, and after a translation the English one, on A4 pages of one document."""

from collections.abc import Iterator
from dataclasses import replace

from vrn_desktop.domain.letter import Letter, PostalAddress
from vrn_desktop.reports.block_strips import BlockStrips
from vrn_desktop.reports.page_frame import (
    PAGE_HEIGHT,
    PAGE_WIDTH,
    TOP,
    Page,
    PageFrame,
    Strip,
    paginate,
)
from vrn_desktop.reports.page_marks import MILLIMETRE
from vrn_desktop.reports.paragraph_styles import LetterStyles, letter_styles
from vrn_desktop.reports.pdf_fonts import READING_FAMILY, Weight, font_file
from vrn_desktop.reports.tagged_canvas import Element, TaggedCanvas

_DAY_WIDTH = 45 * MILLIMETRE
_TALL_SCRIPTS = {"ar", "fa", "ur", "pa", "gu", "bn"}
_WINDOW_LEFT, _WINDOW_RIGHT = 25 * MILLIMETRE, 105 * MILLIMETRE
_WINDOW_TOP, _WINDOW_BOTTOM = PAGE_HEIGHT - 57 * MILLIMETRE, PAGE_HEIGHT - 80 * MILLIMETRE
_BELOW_WINDOW = PAGE_HEIGHT - 88 * MILLIMETRE
_WORTH_SPARING = 2
_FOLDS = (PAGE_HEIGHT - 99 * MILLIMETRE, PAGE_HEIGHT - 198 * MILLIMETRE)


def draw_letter(letter: Letter) -> bytes:
    """The letter as tagged PDF."""
    canvas = TaggedCanvas((PAGE_WIDTH, PAGE_HEIGHT), title=letter.title, language=letter.language)
    if letter.followed_by is None:
        _LetterDrawing(letter, canvas, canvas.document).draw()
    else:
        for part in (letter, letter.followed_by):
            root = canvas.document.part("Part", language=part.language)
            _LetterDrawing(part, canvas, root).draw()
    return canvas.finish()


class _LetterDrawing:
    """One letter on its way to paper."""

    def __init__(self, letter: Letter, canvas: TaggedCanvas, root: Element) -> None:
        self._letter = letter
        self._canvas = canvas
        self._root = root

    def draw(self) -> None:
        """Two pages become one where lines a little closer together spare a sheet of paper."""
        letter = self._letter
        styles = self._styles(snug=False)
        pages = self._pages(styles)
        if len(pages) == _WORTH_SPARING and not letter.easy_read:
            structure = list(self._root.children)
            self._root.children.clear()
            closer = self._pages(self._styles(snug=True))
            if len(closer) < len(pages):
                pages = closer
            else:
                self._root.children[:] = structure
        frame = PageFrame(self._canvas, letter.direction, letter.language, letter.watermark)
        frame.fold_marks = _FOLDS if letter.address else ()
        frame.draw_pages(pages, letter.page_label, styles.page_number, letter.digits)

    def _styles(self, *, snug: bool) -> LetterStyles:
        tall = self._letter.language.split("-")[0] in _TALL_SCRIPTS
        return letter_styles(
            self._letter.text_size, tall_script=tall, snug=snug, easy_read=self._letter.easy_read
        )

    def _pages(self, styles: LetterStyles) -> list[Page]:
        letter = self._letter
        strips = BlockStrips(letter, styles, self._root)
        header = list(self._header(strips, styles))
        address = list(self._address(letter.address, strips, styles)) if letter.address else []
        body = [strip for block in letter.blocks for strip in strips.of(block)]
        if not address:
            return paginate([*header, *body])
        pages = paginate(body, _BELOW_WINDOW)
        pages[0].placed[:0] = [*_fitting(header, TOP, _WINDOW_TOP), *address]
        return pages

    def _header(self, strips: BlockStrips, styles: LetterStyles) -> Iterator[Strip]:
        """Who writes, and the day at the far side of the same line."""
        letter = self._letter
        strips.begin_group()
        area = strips.area(0.0, _DAY_WIDTH)
        senders = (
            strips.lines_in(area, letter.sender, styles.sender, strips.part("P", letter.sender))
            if letter.sender
            else []
        )
        for strip in senders[:1]:
            yield replace(strip, below=-strip.style.leading if letter.day else 0.0)
        if letter.day:
            for strip in strips.lines(letter.day, styles.body, strips.part("P")):
                yield replace(strip, at_end=True, room=0.0)
        yield from senders[1:]

    def _address(
        self, address: PostalAddress, strips: BlockStrips, styles: LetterStyles
    ) -> Iterator[tuple[Strip, float]]:
        """Return line and address in the window of the envelope, which is at the left for everybody."""
        element = strips.part("P", language=_latin_language(address, self._letter.language))
        area = (_WINDOW_LEFT, _WINDOW_RIGHT)
        lines: list[Strip] = []
        if address.return_lines:
            line = " · ".join(address.return_lines)
            lines += strips.lines_in(area, line, styles.return_address, element)[:1]
        for line in address.lines:
            lines += strips.lines_in(area, line, styles.address, element)
        # The post reads addresses from the left, whatever the language of the letter.
        flush = [replace(strip, at_end=strips.is_right_to_left) for strip in lines]
        yield from _fitting(flush, _WINDOW_TOP, _WINDOW_BOTTOM)


def _latin_language(address: PostalAddress, language: str) -> str:
    """English for an address of this country inside another language's letter."""
    return "" if language == "en" else "en" if all(map(str.isascii, address.lines)) else ""


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
