"""Text of any script flowed into lines, each line's pieces in the order the eye meets them."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate, pairwise

from vrn_desktop.domain.letter import Direction
from vrn_desktop.reports.bidi import embedding_levels, visual_order
from vrn_desktop.reports.pdf_fonts import (
    FontFile,
    ShapedText,
    Weight,
    fonts_for,
    has_glyph,
    is_picture,
    shape,
)

_WORDS = re.compile(r"[ \u200b]+|[^ \u200b]+")
_GAP = re.compile(r"(?: |\u200d)+(?=[ ,.!?;:]|$)")
_TELEPHONE = re.compile(r"[+(]?[0-9][0-9 \u00a0()+-]{4,}[0-9]")
_LEFT_TO_RIGHT, _END = "\u2066", "\u2069"
_TURNERS = dict.fromkeys(map(ord, "\u202a\u202b\u202c\u202d\u202e"))
_UNSEEN = {"\u200b", "\u200e", "\u200f", "\u061c", "\u2066", "\u2067", "\u2068", "\u2069", "\ufeff"}


@dataclass(frozen=True, slots=True)
class Wording:
    """Text to be flowed; `strong` is the part of it in bold, kept on one line where it fits."""

    text: str
    language: str
    direction: Direction = Direction.LEFT_TO_RIGHT
    strong: str = ""
    all_strong: bool = False


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line: shaped pieces from left to right, its width in thousandths of the size, its text."""

    pieces: tuple[ShapedText, ...]
    width: int
    text: str

    @property
    def reads_itself(self) -> bool:
        """Whether the glyphs alone give the text back in reading order."""
        return all(piece.one_to_one for piece in self.pieces)


def printable(text: str) -> str:
    """Text as it can be printed: composed, on one line, without hidden turns and missing pictures."""
    composed = unicodedata.normalize("NFC", text.encode("utf-8", "replace").decode("utf-8"))
    composed = composed.translate(_TURNERS)
    if composed.isascii() and composed.isprintable():
        return composed
    kept = "".join(
        " " if unicodedata.category(character) in {"Cc", "Zl", "Zp"} else character
        for character in composed
        if has_glyph(character) or character in _UNSEEN or not is_picture(character)
    )
    return kept if len(kept) == len(composed) else _GAP.sub("", kept).strip()


def missing_characters(text: str) -> tuple[str, ...]:
    """The characters no shipped font prints, each once."""
    return tuple(
        dict.fromkeys(
            character
            for character in unicodedata.normalize("NFC", text)
            if not has_glyph(character)
            and character not in _UNSEEN
            and unicodedata.category(character) not in {"Cc", "Cf", "Zs", "Zl", "Zp"}
        )
    )


@lru_cache(maxsize=1024)
def flow(wording: Wording, measure: int) -> tuple[TextLine, ...]:
    """Break the text into lines no wider than `measure`, in thousandths of the text size."""
    text = printable(wording.text)
    strong = printable(wording.strong)
    unbroken = strong.replace(" ", "\u00a0")
    bold = [wording.all_strong] * len(text)
    for match in re.finditer(re.escape(strong), text) if strong else ():
        bold[match.start() : match.end()] = [True] * len(strong)
        text = text[: match.start()] + unbroken + text[match.end() :]
    if wording.direction is Direction.RIGHT_TO_LEFT and _turns(text):
        text, bold = _numbers_kept(text, bold)
    return tuple(_Flow(text, bold, wording).lines(measure))


def _numbers_kept(text: str, bold: list[bool]) -> tuple[str, list[bool]]:
    """Numbers to call isolated and joined, so that reading the other way does not turn their parts."""
    parts, weights, reached = [], [], 0
    for match in _TELEPHONE.finditer(text):
        start, end = match.span()
        number = match.group().replace(" ", "\u00a0")
        parts += [text[reached:start], _LEFT_TO_RIGHT, number, _END]
        weights += [*bold[reached:start], False, *bold[start:end], False]
        reached = end
    return "".join((*parts, text[reached:])), [*weights, *bold[reached:]]


def spaced(wording: Wording, pitch: int) -> TextLine:
    """Text in which each sign takes the same room, `pitch` thousandths of the size, as codes do."""
    (line,) = flow(wording, 100_000)
    signs = []
    for sign in line.text:
        (piece,) = flow(Wording(sign, wording.language, all_strong=wording.all_strong), 100_000)
        (shaped,) = piece.pieces
        before = (pitch - shaped.width) // 2
        after = pitch - shaped.width - before
        strokes = tuple((rise, f"{-before} {code} {-after} ") for rise, code in shaped.strokes)
        signs.append(replace(shaped, strokes=strokes, width=pitch, one_to_one=False))
    return TextLine(pieces=tuple(signs), width=pitch * len(signs), text=line.text)


def forget_texts() -> None:
    """Drop every text kept for speed; for words that must be kept nowhere."""
    flow.cache_clear()
    shape.cache_clear()


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    level: int
    shaped: ShapedText


class _Flow:
    """One paragraph on its way into lines; places are indexes into its text."""

    def __init__(self, text: str, bold: Sequence[bool], wording: Wording) -> None:
        self._text = text
        self._base = int(wording.direction is Direction.RIGHT_TO_LEFT and _turns(text))
        self._language = wording.language
        self._levels = embedding_levels(text, self._base)
        self._fonts = _fonts(text, bold)

    def lines(self, measure: int) -> Iterator[TextLine]:
        line: list[_Piece] = []
        width = 0
        for match in _WORDS.finditer(self._text):
            start, end = match.span()
            word = list(self._pieces(start, end))
            word_width = _width(word)
            if match.group().isspace():
                if line:
                    line.extend(word)
                    width += word_width
                continue
            if line and width + word_width > measure:
                yield self._line(line)
                line, width = [], 0
            if word_width > measure:
                *breaks, start = self._breaks(word, measure)
                yield from (
                    self._line(list(self._pieces(*span))) for span in pairwise([*breaks, start])
                )
                word = list(self._pieces(start, end))
                word_width = _width(word)
            line.extend(word)
            width += word_width
        if line:
            yield self._line(line)

    def _pieces(self, start: int, end: int) -> Iterator[_Piece]:
        """The stretch cut where font or direction changes, each part shaped."""
        while start < end:
            font, level, stop = self._fonts[start], self._levels[start], start + 1
            while stop < end and self._fonts[stop] is font and self._levels[stop] == level:
                stop += 1
            visible = "".join(letter for letter in self._text[start:stop] if letter not in _UNSEEN)
            if visible:
                right_to_left = bool(level % 2)
                shaped = shape(font, visible, right_to_left=right_to_left, language=self._language)
                yield _Piece(start, stop, level, shaped)
            start = stop

    def _breaks(self, word: list[_Piece], measure: int) -> list[int]:
        """Where a word too long for a line is cut: its start, then the start of each further line."""
        ends = [
            (piece.start + offset, reached + width)
            for piece, reached in zip(word, _reached(word), strict=True)
            for offset, width in piece.shaped.starts
        ]
        breaks, line_start = [word[0].start], 0
        for (place, width), (_, next_width) in pairwise([*ends, (word[-1].end, _width(word))]):
            if next_width - line_start > measure and place > breaks[-1]:
                breaks.append(place)
                line_start = width
        return breaks

    def _line(self, pieces: list[_Piece]) -> TextLine:
        while pieces[-1].shaped.text.isspace() and len(pieces) > 1:
            pieces = pieces[:-1]
        order = visual_order([piece.level for piece in pieces])
        text = "".join(
            letter
            for letter in self._text[pieces[0].start : pieces[-1].end]
            if letter not in _UNSEEN
        )
        return TextLine(
            pieces=tuple(pieces[place].shaped for place in order),
            width=_width(pieces),
            text=text.replace("\u00a0", " "),
        )


def _turns(text: str) -> bool:
    """Whether any of it is written from right to left; a line of English reads as English."""
    return any(unicodedata.bidirectional(character) in {"R", "AL"} for character in text)


def _fonts(text: str, bold: Sequence[bool]) -> list[FontFile]:
    regular = fonts_for(text, Weight.REGULAR)
    if not any(bold):
        return regular
    heavy = fonts_for(text, Weight.BOLD)
    return [heavy[place] if strong else regular[place] for place, strong in enumerate(bold)]


def _reached(pieces: list[_Piece]) -> Iterator[int]:
    return accumulate((piece.shaped.width for piece in pieces[:-1]), initial=0)


def _width(pieces: list[_Piece]) -> int:
    return sum(piece.shaped.width for piece in pieces)
