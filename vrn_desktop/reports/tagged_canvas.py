"""A page canvas that also says what everything is: the structure that screen readers follow.

ReportLab draws and writes the file; it has no tagging of its own (screens.md 4.1).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from typing import Literal
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfdoc import PDFArrayCompact, PDFDictionary, PDFName, PDFStream, PDFString
from reportlab.pdfgen.canvas import Canvas

from vrn_desktop.reports.embedded_font import compressed, embed
from vrn_desktop.reports.pdf_fonts import FontFile
from vrn_desktop.reports.text_flow import TextLine

Role = Literal["Document", "Part", "H1", "H2", "H3", "P", "BlockQuote", "Sect", "Figure"]
Colour = tuple[float, float, float]


@dataclass(eq=False)
class Element:
    """One part of the document's structure, holding parts or marked content on pages."""

    role: Role
    parent: "Element | None" = None
    language: str = ""
    alternative: str = ""
    children: list["Element | MarkedContent"] = field(default_factory=list)

    def part(self, role: Role, *, language: str = "", alternative: str = "") -> "Element":
        """A new part at the end of this one."""
        child = Element(role, self, language, alternative)
        self.children.append(child)
        return child


@dataclass(frozen=True, slots=True)
class MarkedContent:
    """A stretch of one page that belongs to an element."""

    page: int
    number: int


class TaggedCanvas(Canvas):  # type: ignore[misc]  # ReportLab has no types
    """A4 pages in memory, tagged, with our fonts only; the same drawing gives the same bytes."""

    def __init__(self, page_size: tuple[float, float], *, title: str, language: str) -> None:
        self._output = BytesIO()
        super().__init__(
            self._output, pagesize=page_size, pageCompression=1, invariant=1, pdfVersion=(1, 7)
        )
        self._title = title
        self._language = language
        self._font_codes: dict[FontFile, str] = {}
        self._glyph_text: dict[FontFile, dict[int, str]] = {}
        self._owners: list[list[Element]] = [[]]
        self.document = Element("Document", language=language)
        for name_it in (self.setAuthor, self.setSubject, self.setCreator, self.setProducer):
            name_it("")
        self.setTitle(title)

    def _make_preamble(self) -> None:
        """Nothing: ReportLab would name Helvetica here, a font no document of ours uses."""
        self._preamble = ""

    @contextmanager
    def content_of(self, element: Element) -> Iterator[None]:
        """What is drawn inside belongs to the element."""
        owners = self._owners[-1]
        number = len(owners)
        owners.append(element)
        element.children.append(MarkedContent(len(self._owners) - 1, number))
        self._code.append(f"/{element.role} <</MCID {number}>> BDC")
        yield
        self._code.append("EMC")

    @contextmanager
    def decoration(self) -> Iterator[None]:
        """What is drawn inside says nothing: screen readers pass over it."""
        self._code.append("/Artifact BMC")
        yield
        self._code.append("EMC")

    def draw_line(
        self, line: TextLine, x: float, baseline: float, size: float, colour: Colour
    ) -> None:
        """Draw one line of text with its left edge at x, all in points."""
        if not line.pieces:
            return
        if not line.reads_itself:
            self._code.append(f"/Span <</ActualText <FEFF{_utf16(line.text + ' ')}>>> BDC")
        strokes: list[tuple[FontFile, int, str]] = []
        for piece in line.pieces:
            self._glyph_text.setdefault(piece.font, {}).update(
                (glyph, text)
                for glyph, text in piece.glyph_text
                if glyph not in self._glyph_text.get(piece.font, {})
            )
            strokes.extend((piece.font, rise, code) for rise, code in piece.strokes)
        self._code.append(_text_object(self._coded(strokes), x, baseline, size, colour))
        if not line.reads_itself:
            self._code.append("EMC")

    def draw_operators(self, operators: str) -> None:
        """Draw what is written in PDF's own operators."""
        self._code.append(operators)

    def draw_path(self, path: str, colour: Colour) -> None:
        """Fill a finished path of PDF operators."""
        red, green, blue = colour
        self._code.append(f"{red:.3f} {green:.3f} {blue:.3f} rg {path}")

    def _coded(self, strokes: list[tuple[FontFile, int, str]]) -> list[tuple[str, int, str]]:
        """Strokes with the font codes of this document, neighbours of one font joined."""
        coded: list[tuple[str, int, str]] = []
        for font, rise, stroke in strokes:
            code = self._font_codes.setdefault(font, f"F{len(self._font_codes) + 1}")
            if coded and coded[-1][:2] == (code, rise):
                coded[-1] = (code, rise, (coded[-1][2] + stroke).replace("><", ""))
            else:
                coded.append((code, rise, stroke))
        return coded

    def showPage(self) -> None:  # noqa: N802 - ReportLab's name
        """Close the page and link its content to the structure."""
        super().showPage()
        page = self._doc.Pages.pages[-1]
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents = len(self._owners) - 1
        page.Tabs = PDFName("S")
        page.Contents = compressed(page.stream.encode("latin-1"))
        self._owners.append([])

    def finish(self) -> bytes:
        """The whole document, after the last page was shown."""
        self._owners.pop()
        fonts = self._doc.idToObject[pdfdoc.BasicFonts]
        for font, code in self._font_codes.items():
            fonts[code] = embed(self._doc, font, self._glyph_text[font])
        self._add_structure()
        catalog = self._doc.Catalog
        catalog.Lang = PDFString(self._language)
        catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        catalog.ViewerPreferences = PDFDictionary({"DisplayDocTitle": "true"})
        catalog.Metadata = self._metadata()
        self.save()
        return self._output.getvalue()

    def _add_structure(self) -> None:
        document = self._doc
        root = PDFDictionary({"Type": PDFName("StructTreeRoot")})
        root_reference = document.Reference(root)
        references: dict[Element, object] = {}
        root["K"] = self._add_element(self.document, root_reference, references)
        pages: list[object] = []
        for number, owners in enumerate(self._owners):
            pages += [number, PDFArrayCompact([references[owner] for owner in owners])]
        root["ParentTree"] = document.Reference(PDFDictionary({"Nums": PDFArrayCompact(pages)}))
        root["ParentTreeNextKey"] = len(self._owners)
        document.Catalog.StructTreeRoot = root

    def _add_element(
        self, element: Element, parent: object, references: dict[Element, object]
    ) -> object:
        entry = PDFDictionary({"Type": PDFName("StructElem"), "S": PDFName(element.role)})
        entry["P"] = parent
        if element.language:
            entry["Lang"] = PDFString(element.language)
        if element.alternative:
            entry["Alt"] = PDFString(element.alternative)
        reference = self._doc.Reference(entry)
        references[element] = reference
        entry["K"] = PDFArrayCompact(
            [
                self._add_element(child, reference, references)
                if isinstance(child, Element)
                else self._content_reference(child)
                for child in element.children
            ]
        )
        return reference

    def _content_reference(self, content: MarkedContent) -> PDFDictionary:
        return PDFDictionary(
            {
                "Type": PDFName("MCR"),
                "Pg": self._doc.Reference(self._doc.Pages.pages[content.page]),
                "MCID": content.number,
            }
        )

    def _metadata(self) -> PDFStream:
        xmp = (
            '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
            '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
            '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
            '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(self._title)}</rdf:li>'
            "</rdf:Alt></dc:title>"
            f"<dc:language><rdf:Bag><rdf:li>{escape(self._language)}</rdf:li></rdf:Bag></dc:language>"
            "<dc:format>application/pdf</dc:format>"
            '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
        )
        entries = {"Type": PDFName("Metadata"), "Subtype": PDFName("XML")}
        return PDFStream(PDFDictionary(entries), xmp.encode("utf-8") + b"\n")


def _text_object(
    strokes: list[tuple[str, int, str]], x: float, baseline: float, size: float, colour: Colour
) -> str:
    red, green, blue = colour
    parts = [f"{red:.3f} {green:.3f} {blue:.3f} rg BT 1 0 0 1 {x:.2f} {baseline:.2f} Tm"]
    last_code, last_rise = "", 0
    for code, rise, stroke in strokes:
        if code != last_code:
            parts.append(f"/{code} {size:g} Tf")
        if rise != last_rise:
            parts.append(f"{rise * size / 1000:.2f} Ts")
        parts.append(f"[{stroke}] TJ")
        last_code, last_rise = code, rise
    parts.append("0 Ts ET" if last_rise else "ET")
    return " ".join(parts)


def _utf16(text: str) -> str:
    return text.encode("utf-16-be", "replace").hex().upper()
