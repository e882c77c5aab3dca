"""Reads a finished document back with another library than the one that wrote it."""

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import ImageOps

_SHARPNESS = 1.5


@dataclass(frozen=True)
class Tag:
    """One element of the structure of a page."""

    role: str
    language: str
    alternative: str
    depth: int


def text_of(pdf: bytes) -> str:
    """All text of all pages, spaces and line ends alike."""
    document = pypdfium2.PdfDocument(pdf)
    pages = [document[number].get_textpage().get_text_range() for number in range(len(document))]
    document.close()
    return " ".join(" ".join(pages).split())


def page_count(pdf: bytes) -> int:
    """How many pages."""
    document = pypdfium2.PdfDocument(pdf)
    count = len(document)
    document.close()
    return count


def letter_boxes(pdf: bytes) -> list[tuple[float, float, float, float]]:
    """Left, bottom, right and top of every visible character on every page, in points."""
    document = pypdfium2.PdfDocument(pdf)
    boxes = []
    for number in range(len(document)):
        text = document[number].get_textpage()
        boxes += [text.get_charbox(place) for place in range(text.count_chars())]
    document.close()
    return [box for box in boxes if box[2] > box[0]]


def ink_across(pdf: bytes, top: float, bottom: float) -> tuple[float, float]:
    """Where ink begins and ends across the first page between two heights.

    Heights are millimetres from the top; the answer is in points from the left.
    """
    document = pypdfium2.PdfDocument(pdf)
    picture = ImageOps.invert(document[0].render(scale=_SHARPNESS).to_pil().convert("L"))
    document.close()
    across = _SHARPNESS * 72 / 25.4
    band = picture.crop((0, round(top * across), picture.width, round(bottom * across)))
    box = band.getbbox()
    assert box is not None
    return box[0] / _SHARPNESS, box[2] / _SHARPNESS


def fonts_of(pdf: bytes) -> dict[str, bool]:
    """The name of each font that draws something, and whether it is embedded."""
    document = pypdfium2.PdfDocument(pdf)
    fonts = {}
    for number in range(len(document)):
        page = document[number]
        for item in page.get_objects():
            if item.type != pdfium.FPDF_PAGEOBJ_TEXT:
                continue
            font = pdfium.FPDFTextObj_GetFont(item.raw)
            name = _narrow(partial(pdfium.FPDFFont_GetBaseFontName, font))
            fonts[name] = bool(pdfium.FPDFFont_GetIsEmbedded(font))
    document.close()
    return fonts


def is_tagged(pdf: bytes) -> bool:
    """Whether the document says it has a structure."""
    document = pypdfium2.PdfDocument(pdf)
    tagged = bool(pdfium.FPDFCatalog_IsTagged(document.raw))
    document.close()
    return tagged


def title_of(pdf: bytes) -> dict[str, str]:
    """What the document says about itself."""
    document = pypdfium2.PdfDocument(pdf)
    about: dict[str, str] = document.get_metadata_dict()
    document.close()
    return about


def tags_of(pdf: bytes) -> list[Tag]:
    """The structure of all pages in reading order."""
    document = pypdfium2.PdfDocument(pdf)
    tags: list[Tag] = []
    for number in range(len(document)):
        page = document[number]  # the tree is only good while its page is open
        tree = pdfium.FPDF_StructTree_GetForPage(page.raw)
        for child in range(pdfium.FPDF_StructTree_CountChildren(tree)):
            tags += _tags(pdfium.FPDF_StructTree_GetChildAtIndex(tree, child), 0)
        pdfium.FPDF_StructTree_Close(tree)
        page.close()
    document.close()
    return tags


def _tags(element: Any, depth: int) -> Iterator[Tag]:
    if not element:
        return
    yield Tag(
        role=_wide(lambda b, n: pdfium.FPDF_StructElement_GetType(element, b, n)),
        language=_wide(lambda b, n: pdfium.FPDF_StructElement_GetLang(element, b, n)),
        alternative=_wide(lambda b, n: pdfium.FPDF_StructElement_GetAltText(element, b, n)),
        depth=depth,
    )
    for child in range(pdfium.FPDF_StructElement_CountChildren(element)):
        yield from _tags(pdfium.FPDF_StructElement_GetChildAtIndex(element, child), depth + 1)


def _wide(read: Callable[[Any, int], int]) -> str:
    size = read(None, 0)
    buffer = ctypes.create_string_buffer(size)
    read(buffer, size)
    return buffer.raw.decode("utf-16-le").rstrip("\0")


def _narrow(read: Callable[[Any, int], int]) -> str:
    size = read(None, 0)
    buffer = ctypes.create_string_buffer(size)
    read(buffer, size)
    return buffer.raw.decode("latin-1").rstrip("\0")
