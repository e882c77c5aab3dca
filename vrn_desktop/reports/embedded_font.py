"""A font inside a document: only the glyphs the document uses, and what each of them says."""

import hashlib
import zlib
from collections.abc import Mapping
from functools import lru_cache

import uharfbuzz as hb
from reportlab.pdfbase.pdfdoc import (
    PDFArrayCompact,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObjectReference,
    PDFStream,
    PDFString,
)

from vrn_desktop.reports.pdf_fonts import READING_FAMILY, FontFile

_EVERYDAY = (
    "".join(map(chr, (*range(0x20, 0x7F), *range(0xA0, 0x100))))
    + "‘’“”–—…•łŁśŚżŻąĄęĘćĆńŃșțăĂğĞşŞıİ"
)
_SYMBOLIC = 4
_MAP_LINES = 100
_SUBSET = (
    hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NOTDEF_OUTLINE
)
_NOT_NEEDED = ("GSUB", "GPOS", "GDEF", "BASE", "STAT", "name", "post", "cmap", "OS/2", "DSIG")


def embed(
    document: PDFDocument, font: FontFile, glyph_text: Mapping[int, str]
) -> PDFObjectReference:
    """Put the used glyphs of a font into the document; what it returns is the font to draw with."""
    subset = _subset(font, _kept_glyphs(font, frozenset(glyph_text)))
    name = PDFName(f"{_tag(subset)}+{font.name}")
    descendant = PDFDictionary(
        {
            "Type": PDFName("Font"),
            "Subtype": PDFName("CIDFontType2"),
            "BaseFont": name,
            "CIDSystemInfo": PDFDictionary(
                {"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity"), "Supplement": 0}
            ),
            "FontDescriptor": document.Reference(_descriptor(document, font, name, subset)),
            "CIDToGIDMap": PDFName("Identity"),
            "DW": 1000,
            "W": _widths(font, glyph_text),
        }
    )
    return document.Reference(
        PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("Type0"),
                "BaseFont": name,
                "Encoding": PDFName("Identity-H"),
                "DescendantFonts": PDFArrayCompact([document.Reference(descendant)]),
                "ToUnicode": document.Reference(compressed(_unicode_map(glyph_text))),
            }
        )
    )


def _kept_glyphs(font: FontFile, used: frozenset[int]) -> frozenset[int]:
    """The everyday letters if they are enough, so that the same subset serves nearly all letters."""
    everyday = _everyday_glyphs(font)
    return everyday if used <= everyday else everyday | used


@lru_cache(maxsize=32)
def _everyday_glyphs(font: FontFile) -> frozenset[int]:
    if font.family != READING_FAMILY:
        return frozenset({0})
    return frozenset({0, *(font.glyph(letter) for letter in _EVERYDAY if font.covers(letter))})


@lru_cache(maxsize=32)
def _subset(font: FontFile, glyphs: frozenset[int]) -> tuple[bytes, int, str]:
    """The font with these glyphs alone: compressed, its length before, its fingerprint."""
    wanted = hb.SubsetInput()
    wanted.flags = _SUBSET
    wanted.glyph_set.update(glyphs)
    wanted.drop_table_tag_set.update(int.from_bytes(tag.encode(), "big") for tag in _NOT_NEEDED)
    face = wanted.subset(font.face)
    data = bytes(face.blob.data)
    return zlib.compress(data, 9), len(data), hashlib.sha256(data).hexdigest()


def _tag(subset: tuple[bytes, int, str]) -> str:
    """Six capitals, as PDF names subsets; the same subset has the same name."""
    return "".join(
        chr(ord("A") + int(subset[2][place * 2 : place * 2 + 2], 16) % 26) for place in range(6)
    )


def _descriptor(
    document: PDFDocument, font: FontFile, name: str, subset: tuple[bytes, int, str]
) -> PDFDictionary:
    file = PDFStream(
        PDFDictionary({"Filter": PDFName("FlateDecode"), "Length1": subset[1]}), subset[0]
    )
    return PDFDictionary(
        {
            "Type": PDFName("FontDescriptor"),
            "FontName": name,
            "Flags": _SYMBOLIC,
            "FontBBox": PDFArrayCompact([font.thousandths(edge) for edge in font.box]),
            "ItalicAngle": 0,
            "Ascent": font.thousandths(font.ascent),
            "Descent": font.thousandths(font.descent),
            "CapHeight": font.thousandths(font.cap_height),
            "StemV": 80,
            "FontFile2": document.Reference(file),
        }
    )


def _widths(font: FontFile, glyph_text: Mapping[int, str]) -> str:
    """The array of glyph widths, written out: building it from objects takes longer than a page."""
    widths = (f"{glyph} [{font.thousandths(font.advance(glyph))}]" for glyph in sorted(glyph_text))
    return f"[ {' '.join(widths)} ]"


def _unicode_map(glyph_text: Mapping[int, str]) -> bytes:
    entries = [
        f"<{glyph:04X}> <{_utf16(text)}>" for glyph, text in sorted(glyph_text.items()) if text
    ]
    blocks = []
    for start in range(0, len(entries), _MAP_LINES):
        block = entries[start : start + _MAP_LINES]
        blocks.append("\n".join((f"{len(block)} beginbfchar", *block, "endbfchar")))
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        + "\n".join(blocks)
        + "\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    ).encode("ascii")


def _utf16(text: str) -> str:
    return text.encode("utf-16-be", "replace").hex().upper()


def compressed(data: bytes) -> PDFStream:
    """A stream of the document, deflated."""
    return PDFStream(PDFDictionary({"Filter": PDFName("FlateDecode")}), zlib.compress(data))
