"""The wallet card: 85 by 54 mm, two beside each other so that one can be kept."""

from collections.abc import Iterator
from dataclasses import replace

from vrn_desktop.domain.letter_cut_parts import WalletCard
from vrn_desktop.reports.line_strips import LineStrips
from vrn_desktop.reports.page_frame import MARGIN, Strip
from vrn_desktop.reports.page_marks import MILLIMETRE, cut_marks
from vrn_desktop.reports.paragraph_styles import TextStyle
from vrn_desktop.reports.tagged_canvas import Element

CARD_WIDTH, CARD_HEIGHT = 85 * MILLIMETRE, 54 * MILLIMETRE
_INSIDE = 5 * MILLIMETRE
_ABOVE = 8 * MILLIMETRE
_SIZES = (18.0, 16.5, 15.0, 14.0, 13.0, 12.0, 11.0, 10.0, 9.0)
_LEADING = 1.32


def card_strips(card: WalletCard, strips: LineStrips) -> Iterator[Strip]:
    """What to do with it, then the cards; a second card is decoration, it says nothing new."""
    yield from strips.lines(card.cut_label, strips.styles.body, strips.part("P"))
    strips.begin_group()
    part = strips.part("Sect")
    rows = _rows(card, strips, part)
    height = sum(strip.style.leading for strip in rows)
    spare = max(0.0, CARD_HEIGHT - 2 * _INSIDE - height)
    tall = height + spare + 2 * _INSIDE
    for place, strip in enumerate(rows):
        first, last = place == 0, place == len(rows) - 1
        copies = [_moved(strip, number) for number in range(card.copies)]
        for number, copy in enumerate(copies):
            left = MARGIN + number * CARD_WIDTH
            rise = _INSIDE + spare / 2
            marks = (cut_marks(left, CARD_WIDTH, tall, rise=rise),) if first else ()
            is_end = number == card.copies - 1
            yield replace(
                copy,
                element=copy.element if number == 0 else None,
                marks=marks,
                room=_ABOVE + rise if first and number == 0 else 0.0,
                below=(_INSIDE + spare / 2 if last else 0.0) if is_end else -copy.style.leading,
            )


def _moved(strip: Strip, number: int) -> Strip:
    return replace(
        strip, left=strip.left + number * CARD_WIDTH, right=strip.right + number * CARD_WIDTH
    )


def _rows(card: WalletCard, strips: LineStrips, part: Element) -> list[Strip]:
    """The numbers as large as they fit on the card."""
    area = (MARGIN + _INSIDE, MARGIN + CARD_WIDTH - _INSIDE)
    elements = [strips.part("P", line.name, parent=part) for line in card.lines]
    rows: list[Strip] = []
    for size in _SIZES:
        style = TextStyle(size, size * _LEADING)
        rows = []
        for line, element in zip(card.lines, elements, strict=True):
            rows += strips.lines_in(area, line.words, style, element, strong=line.number)
        if sum(row.style.leading for row in rows) <= CARD_HEIGHT - 2 * _INSIDE:
            break
    return rows
