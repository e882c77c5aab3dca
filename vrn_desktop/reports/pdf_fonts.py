"""The fonts that letters are printed in: which one holds a character, and how its text is shaped."""

import struct
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise

import uharfbuzz as hb

READING_FAMILY = "AtkinsonHyperlegibleNext"
FAMILIES = (
    READING_FAMILY,
    "NotoNaskhArabic",
    "NotoSansGujarati",
    "NotoSansGurmukhi",
    "NotoSansBengali",
)
"""Tried in this order for each character; Urdu is set in Naskh until a reader checks Nastaliq."""

_PICTURES = {"So", "Sk", "Cs", "Co", "Cn"}
_JOINERS = "\u200c\u200d"


class Weight(StrEnum):
    """The two weights letters use, named as the font files are."""

    REGULAR = "400Regular"
    BOLD = "700Bold"


class FontFile:
    """One font file: its coverage, its measures in font units, and its shaper."""

    def __init__(self, family: str, weight: Weight) -> None:
        file = files("resources") / "fonts" / f"{family}_{weight.value}.ttf"
        self.family = family
        self.name = f"{family}-{weight.value.lstrip('0123456789')}"
        self.data = file.read_bytes()
        self.face = hb.Face(self.data)
        self.font = hb.Font(self.face)
        self.units_per_em: int = self.face.upem
        self._covered = self.face.unicodes
        extents = self.font.get_font_extents("ltr")
        self.ascent: int = extents.ascender
        self.descent: int = extents.descender
        head = self.face.reference_table("head").data
        windows = self.face.reference_table("OS/2").data
        (self.cap_height,) = struct.unpack(">h", windows[88:90])
        self.box: tuple[int, ...] = struct.unpack(">4h", head[36:44])

    def covers(self, character: str) -> bool:
        """Whether it has a glyph for the character."""
        return ord(character) in self._covered

    def glyph(self, character: str) -> int:
        """The plain glyph of a character it covers."""
        return int(self.font.get_nominal_glyph(ord(character)))

    @lru_cache(maxsize=4096)  # noqa: B019 - fonts live as long as the program
    def advance(self, glyph: int) -> int:
        """How far a glyph moves the pen, in font units."""
        return int(self.font.get_glyph_h_advance(glyph))

    def thousandths(self, units: float) -> int:
        """Font units as thousandths of the text size, which is how PDF measures glyphs."""
        return round(units * 1000 / self.units_per_em)


@cache
def font_file(family: str, weight: Weight) -> FontFile:
    """A shipped font, read once."""
    return FontFile(family, weight)


def fonts_for(text: str, weight: Weight) -> list[FontFile]:
    """For each character the font that prints it; marks and joiners stay with what they follow."""
    fonts: list[FontFile] = []
    current = font_file(READING_FAMILY, weight)
    for character in text:
        is_joiner = character in _JOINERS
        is_mark = unicodedata.category(character).startswith("M") and current.covers(character)
        if not (is_joiner or (is_mark and fonts)):
            current = _first_covering(character, weight)
        fonts.append(current)
    return fonts


def has_glyph(character: str) -> bool:
    """Whether some shipped font prints the character."""
    return any(font_file(family, Weight.REGULAR).covers(character) for family in FAMILIES)


def is_picture(character: str) -> bool:
    """Whether a character without a glyph is an emoji or the like, which can be left out."""
    return unicodedata.category(character) in _PICTURES or "\ufe00" <= character <= "\ufe0f"


@lru_cache(maxsize=4096)
def _first_covering(character: str, weight: Weight) -> FontFile:
    for family in FAMILIES:
        font = font_file(family, weight)
        if font.covers(character):
            return font
    return font_file(READING_FAMILY, weight)


@dataclass(frozen=True, slots=True)
class ShapedText:
    """Text of one font and one direction as glyphs.

    `strokes` are PDF text-array pieces, each with the rise of its glyphs in thousandths of the
    size; `width` is in thousandths too. `starts` are the places in the text where a line may be
    broken without tearing a letter, with the width up to there. `one_to_one` says that each glyph
    is one character, so that readers find the text without help.
    """

    font: FontFile
    text: str
    strokes: tuple[tuple[int, str], ...]
    width: int
    glyph_text: tuple[tuple[int, str], ...]
    starts: tuple[tuple[int, int], ...]
    one_to_one: bool


@lru_cache(maxsize=8192)
def shape(font: FontFile, text: str, *, right_to_left: bool, language: str) -> ShapedText:
    """Shape text of one font and direction with HarfBuzz."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if right_to_left else "ltr"
    buffer.language = language
    is_reading = font.family == READING_FAMILY
    hb.shape(font.font, buffer, {"liga": False, "clig": False} if is_reading else {})
    infos, places = buffer.glyph_infos, buffer.glyph_positions
    glyphs = [info.codepoint for info in infos]
    clusters = [info.cluster for info in infos]
    return ShapedText(
        font=font,
        text=text,
        strokes=_strokes(font, glyphs, places),
        width=sum(font.thousandths(place.x_advance) for place in places),
        glyph_text=_glyph_text(text, glyphs, clusters),
        starts=_starts(font, clusters, [place.x_advance for place in places]),
        one_to_one=is_reading and not right_to_left and clusters == list(range(len(text))),
    )


def _strokes(
    font: FontFile, glyphs: list[int], places: Iterable[hb.GlyphPosition]
) -> tuple[tuple[int, str], ...]:
    """Glyph codes with the shifts between them; PDF takes a positive number as a shift back."""
    strokes: list[tuple[int, str]] = []
    pending = 0
    for glyph, place in zip(glyphs, places, strict=True):
        rise, shift = font.thousandths(place.y_offset), font.thousandths(place.x_offset)
        pending += shift
        code = f"{-pending}<{glyph:04X}>" if pending else f"<{glyph:04X}>"
        if strokes and strokes[-1][0] == rise:
            strokes[-1] = (rise, (strokes[-1][1] + code).replace("><", ""))
        else:
            strokes.append((rise, code))
        moved = font.thousandths(font.advance(glyph))
        pending = font.thousandths(place.x_advance) - moved - shift
    if pending and strokes:
        strokes[-1] = (strokes[-1][0], f"{strokes[-1][1]}{-pending}")
    return tuple(strokes)


def _glyph_text(text: str, glyphs: list[int], clusters: list[int]) -> tuple[tuple[int, str], ...]:
    """Which characters each glyph stands for; the first glyph of a cluster stands for all of it."""
    bounds = sorted({*clusters, len(text)})
    after = dict(pairwise(bounds))
    seen: set[int] = set()
    pairs = []
    for glyph, cluster in zip(glyphs, clusters, strict=True):
        says = "" if cluster in seen else text[cluster : after[cluster]]
        seen.add(cluster)
        pairs.append((glyph, says.replace("\u00a0", " ")))
    return tuple(pairs)


def _starts(
    font: FontFile, clusters: list[int], advances: list[int]
) -> tuple[tuple[int, int], ...]:
    widths: dict[int, int] = {}
    for cluster, advance in zip(clusters, advances, strict=True):
        widths[cluster] = widths.get(cluster, 0) + font.thousandths(advance)
    reached, starts = 0, []
    for cluster in sorted(widths):
        starts.append((cluster, reached))
        reached += widths[cluster]
    return tuple(starts)
