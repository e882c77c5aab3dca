"""Draws the recovery sheet: large words on a quiet page that is easy to read back."""

from dataclasses import dataclass

from vrn_desktop.reports.page_frame import (
    MARGIN,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    TEXT_WIDTH,
    TOP,
)
from vrn_desktop.reports.page_marks import MILLIMETRE
from vrn_desktop.reports.paragraph_styles import MIST, QUIET, TEAL, TextStyle
from vrn_desktop.reports.tagged_canvas import Element, TaggedCanvas
from vrn_desktop.reports.text_flow import Wording, flow, forget_texts

_LANGUAGE = "en"
_TITLE = TextStyle(26, 34, bold=True, colour=TEAL)
_BODY = TextStyle(13, 18.5)
_ABOUT = TextStyle(12, 17, colour=QUIET)
_HEADING = TextStyle(16, 22, bold=True, colour=TEAL)
_ROW_LABEL = TextStyle(12, 16, colour=QUIET)
_WORD = TextStyle(17, 22, bold=True)
_ROW_HEIGHT = 18 * MILLIMETRE
_LABEL_WIDTH = 20 * MILLIMETRE
_PADDING = 4 * MILLIMETRE
_GAP = 6 * MILLIMETRE
_CORNER = 3 * MILLIMETRE
_MOST_ABOUT_LINES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetTexts:
    """Every word on the sheet; a row is its label and its four words."""

    title: str
    about: tuple[str, ...]
    meaning: str
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    keep_heading: str
    keep: tuple[str, ...]
    sealed: str


def draw_sheet(texts: SheetTexts) -> bytes:
    """The sheet as tagged PDF of one page."""
    canvas = TaggedCanvas((PAGE_WIDTH, PAGE_HEIGHT), title=texts.title, language=_LANGUAGE)
    document = _SheetDrawing(canvas).draw(texts)
    forget_texts()
    return document


class _SheetDrawing:
    """One sheet on its way to paper, drawn from the top down."""

    def __init__(self, canvas: TaggedCanvas) -> None:
        self._canvas = canvas
        self._root = canvas.document
        self._y = TOP

    def draw(self, texts: SheetTexts) -> bytes:
        self._text(texts.title, _TITLE, self._root.part("H1"))
        for line in texts.about:
            self._text(line, _ABOUT, self._root.part("P"), most_lines=_MOST_ABOUT_LINES)
        self._y -= _GAP
        self._text(texts.meaning, _BODY, self._root.part("P"))
        self._y -= _GAP
        for label, words in texts.rows:
            self._row(label, words)
        self._y -= _GAP
        self._text(texts.keep_heading, _HEADING, self._root.part("H2"))
        for line in texts.keep:
            self._text(line, _BODY, self._root.part("P"))
        self._y -= 2 * _GAP
        self._text(texts.sealed, _BODY, self._root.part("P"))
        self._canvas.showPage()
        return self._canvas.finish()

    def _text(
        self, text: str, style: TextStyle, element: Element, *, most_lines: int = 100
    ) -> None:
        lines = flow(Wording(text, _LANGUAGE, all_strong=style.bold), _measure(TEXT_WIDTH, style))
        with self._canvas.content_of(element):
            for line in lines[:most_lines]:
                baseline = self._y - style.leading * 0.77
                self._canvas.draw_line(line, MARGIN, baseline, style.size, style.colour)
                self._y -= style.leading

    def _row(self, label: str, words: tuple[str, ...]) -> None:
        top, height = self._y, _ROW_HEIGHT - 2 * MILLIMETRE
        with self._canvas.decoration():
            self._canvas.setFillColorRGB(*MIST)
            self._canvas.roundRect(
                MARGIN, top - height, TEXT_WIDTH, height, _CORNER, stroke=0, fill=1
            )
        baseline = top - height / 2 - 5
        column = (TEXT_WIDTH - _LABEL_WIDTH - 2 * _PADDING) / len(words)
        with self._canvas.content_of(self._root.part("P")):
            self._word(label, _ROW_LABEL, MARGIN + _PADDING, baseline, _LABEL_WIDTH)
            for place, word in enumerate(words):
                left = MARGIN + _PADDING + _LABEL_WIDTH + place * column
                self._word(word, _WORD, left, baseline, column)
        self._y -= _ROW_HEIGHT

    def _word(
        self, word: str, style: TextStyle, left: float, baseline: float, width: float
    ) -> None:
        line = flow(Wording(word, _LANGUAGE, all_strong=style.bold), 10**6)[0]
        size = min(style.size, (width - 3) * 1000 / line.width)
        self._canvas.draw_line(line, left, baseline, size, style.colour)


def _measure(width: float, style: TextStyle) -> int:
    return int(width * 1000 / style.size)
