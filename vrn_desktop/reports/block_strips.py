"""Each block of a letter as lines in its own style, with the part of the structure it belongs to."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from vrn_desktop.domain.letter import (
    Block,
    CrisisBox,
    Heading,
    Idea,
    Letter,
    OwnWords,
    Paragraph,
    ServiceEntry,
    Signature,
)
from vrn_desktop.domain.letter_cut_parts import ReplySlip, WalletCard
from vrn_desktop.reports.cut_part_strips import slip_strips
from vrn_desktop.reports.line_strips import LineStrips
from vrn_desktop.reports.page_frame import MARGIN, PAGE_WIDTH, Panel, Square, Strip
from vrn_desktop.reports.page_marks import MILLIMETRE, Mark, picture
from vrn_desktop.reports.paragraph_styles import MIST, SAND, TEAL, LetterStyles
from vrn_desktop.reports.tagged_canvas import Element, Role
from vrn_desktop.reports.wallet_card_strips import card_strips

_SQUARE_SIDE = 20 * MILLIMETRE
_PADDING = 2.7 * MILLIMETRE
_WORDS_INSET = 6 * MILLIMETRE
_BESIDE_PICTURE = 5 * MILLIMETRE
_SERVICE_PICTURE, _CRISIS_PICTURE = "phone", "life-buoy"
_KEPT_LINES = 4
_LAST_LINES = 2


class BlockStrips(LineStrips):
    """The lines of one letter's blocks, in order; lines of one group stay on one page."""

    def __init__(self, letter: Letter, styles: LetterStyles, root: Element) -> None:
        super().__init__(letter, styles, root)
        self._after_heading = False
        self._drawers: Mapping[type[Block], Callable[[Any], Iterable[Strip]]] = {
            Heading: self._heading,
            Paragraph: self._paragraph,
            OwnWords: self._own_words,
            ServiceEntry: self._service,
            Signature: self._signature,
            CrisisBox: self._crisis_box,
            Idea: self._idea,
            ReplySlip: lambda slip: slip_strips(slip, self),
            WalletCard: lambda card: card_strips(card, self),
        }

    def of(self, block: Block) -> Iterable[Strip]:
        """The lines of the next block; a heading stays with what it is the heading of."""
        if not self._after_heading:
            self.begin_group()
        self._after_heading = isinstance(block, Heading)
        return self._drawers[type(block)](block)

    def _heading(self, heading: Heading) -> Iterator[Strip]:
        role: Role = "H1" if heading.rank == 1 else "H2"
        style = self.styles.greeting if heading.rank == 1 else self.styles.heading
        yield from self.lines(heading.text, style, self.part(role))

    def _paragraph(self, paragraph: Paragraph) -> Iterator[Strip]:
        element = self.part("P", paragraph.text)
        lines = [
            line
            for words in paragraph.text.splitlines()
            for line in self.lines(words, self.styles.body, element, strong=paragraph.strong)
        ]
        yield from self._loosened(lines)

    def _own_words(self, own_words: OwnWords) -> Iterator[Strip]:
        quote = self.part("BlockQuote", own_words.words)
        panel = Panel(bar=TEAL)
        strips: list[Strip] = []
        for words in own_words.quoted.splitlines():
            strips += self.lines_in(
                self.area(_WORDS_INSET, 0.0), words, self.styles.own_words, quote.part("P")
            )
        for place, strip in enumerate(self._loosened(strips)):
            yield replace(strip, panel=panel, room=0.0 if place else self.room)

    def _service(self, service: ServiceEntry) -> Iterator[Strip]:
        part = self.root.part("Sect")
        styles = self.styles
        beside = _SQUARE_SIDE + _PADDING if service.web_page else 0.0
        area = self.area(_PADDING + self._picture_room, _PADDING + beside)
        name = self.part("H3", parent=part, language=service.language)
        strips = self.lines_in(area, service.name, styles.service_name, name)
        about = self.part("P", parent=part, language=service.language) if service.about else part
        for text, element in (
            (service.about, about),
            *((line, None) for line in self._reach_lines(service)),
            (service.page_line, None),
        ):
            if text:
                strips += self.lines_in(
                    area,
                    text,
                    styles.service_line,
                    element or self.part("P", text, parent=part),
                    strong=service.reach.strong,
                )
        square = None
        if service.web_page:
            figure = part.part("Figure", alternative=service.web_page.description)
            square = Square(service.web_page.address, _SQUARE_SIDE, figure)
        panel = Panel(fill=MIST, padding=_PADDING, square=square)
        yield from self._in_panel(strips, panel, _SERVICE_PICTURE)

    def _reach_lines(self, service: ServiceEntry) -> Sequence[str]:
        """How to reach it and when that was checked: one run, or a line for each in easy read."""
        if not self.letter.easy_read:
            return (service.reach_and_check,)
        return (*service.reach.text.splitlines(), *service.check_state.splitlines())

    def _signature(self, signature: Signature) -> Iterator[Strip]:
        strips: list[Strip] = []
        for line in signature.lines:
            element = self.part("P", line)
            strips += self.lines(line, self.styles.body, element, strong=signature.strong)
        for place, strip in enumerate(strips):
            yield replace(strip, room=0.0 if place else 1.8 * self.room)

    def _crisis_box(self, box: CrisisBox) -> Iterator[Strip]:
        part = self.root.part("Sect")
        area = self.area(_PADDING + self._picture_room, _PADDING)
        strips = self.lines_in(area, box.heading, self.styles.box_heading, part.part("H2"))
        for line in box.lines:
            for words in line.text.splitlines():
                strips += self.lines_in(
                    area,
                    words,
                    self.styles.service_line,
                    self.part("P", words, parent=part),
                    strong=line.strong,
                )
        yield from self._in_panel(strips, Panel(fill=SAND, padding=_PADDING), _CRISIS_PICTURE)

    @property
    def _picture_room(self) -> float:
        """What easy read keeps free in a panel for its picture."""
        return self.styles.picture_side + _BESIDE_PICTURE if self.letter.easy_read else 0.0

    def _idea(self, idea: Idea) -> Iterator[Strip]:
        """A picture, and beside it short lines, with at least the height of the picture."""
        side = self.styles.picture_side
        area = self.area(side + _BESIDE_PICTURE, 0.0)
        strips: list[Strip] = []
        for line in idea.lines:
            for words in line.text.splitlines():
                element = self.part("P", words)
                strips += self.lines_in(area, words, self.styles.body, element, strong=line.strong)
        height = sum(strip.style.leading for strip in strips)
        mark = self._picture(idea.picture, 0.0)
        for place, strip in enumerate(strips):
            last = place == len(strips) - 1
            yield replace(
                strip,
                room=0.0 if place else 1.6 * self.room,
                below=max(0.0, side - height) if last else 0.0,
                marks=() if place else (mark,),
            )

    def _in_panel(self, strips: list[Strip], panel: Panel, name: str) -> Iterator[Strip]:
        """Lines on a panel, with room inside it and, for a square, at least its height."""
        mark = (self._picture(name, _PADDING),) if self.letter.easy_read else ()
        height = sum(strip.style.leading for strip in strips)
        missing = max(0.0, panel.square.side - height) if panel.square else 0.0
        for place, strip in enumerate(strips):
            room = self.room + panel.padding if place == 0 else 0.0
            below = panel.padding + missing if place == len(strips) - 1 else 0.0
            marks = () if place else mark
            yield replace(strip, panel=panel, room=room, below=below, marks=marks)

    def _picture(self, name: str, inset: float) -> Mark:
        side = self.styles.picture_side
        left = PAGE_WIDTH - MARGIN - inset - side if self.is_right_to_left else MARGIN + inset
        return picture(name, left, side, TEAL)

    def _loosened(self, strips: list[Strip]) -> Iterator[Strip]:
        """Long text may go on overleaf, but leaves no single line behind or ahead."""
        if len(strips) < _KEPT_LINES + _LAST_LINES:
            yield from strips
            return
        group = self.group
        for place, strip in enumerate(strips):
            if _KEPT_LINES <= place <= len(strips) - _LAST_LINES:
                group = self.new_group()
            yield replace(strip, group=group)
