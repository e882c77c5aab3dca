"""PDF pages that also say what everything is, for screen readers; the same drawing gives the same bytes.

The desktop's letters have a canvas like this one for many scripts; the office may not know the desktop,
and its reports are in English, so ReportLab's own fonts do here (docs/adr/0026).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.resources import files
from io import BytesIO
from typing import Literal
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFArrayCompact, PDFDictionary, PDFName, PDFStream, PDFString
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

import resources

Role = Literal[
    "Document", "Sect", "H1", "H2", "H3", "P", "L", "LI", "Figure", "Table", "TR", "TH", "TD"
]
REGULAR, BOLD = "VrnReading", "VrnReadingBold"
_LANGUAGE = "en-GB"


@dataclass(eq=False)
class Element:
    """One part of the document's structure, holding parts or marked content on pages."""

    role: Role
    alternative: str = ""
    scope: Literal["", "Column", "Row"] = ""
    children: list["Element | MarkedContent"] = field(default_factory=list)

    def part(
        self, role: Role, *, alternative: str = "", scope: Literal["", "Column", "Row"] = ""
    ) -> "Element":
        """A new part at the end of this one."""
        child = Element(role, alternative, scope)
        self.children.append(child)
        return child


@dataclass(frozen=True, slots=True)
class MarkedContent:
    """A stretch of one page that belongs to an element."""

    page: int
    number: int


class TaggedPages(Canvas):  # type: ignore[misc]  # ReportLab has no types
    """A4 pages in memory, tagged, in our typeface only."""

    def __init__(self, title: str) -> None:
        _register_fonts()
        self._output = BytesIO()
        super().__init__(
            self._output,
            pagesize=A4,
            pageCompression=1,
            invariant=1,
            pdfVersion=(1, 7),
            initialFontName=REGULAR,
        )
        self._title = title
        self._owners: list[list[Element]] = [[]]
        self.document = Element("Document")
        for name_it in (self.setAuthor, self.setSubject, self.setCreator, self.setProducer):
            name_it("")
        self.setTitle(title)

    def _make_preamble(self) -> None:
        """Nothing: ReportLab would name Helvetica here, a font it does not embed."""
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

    def showPage(self) -> None:  # noqa: N802 - ReportLab's name
        """Close the page and link its content to the structure."""
        super().showPage()
        page = self._doc.Pages.pages[-1]
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents = len(self._owners) - 1
        page.Tabs = PDFName("S")
        self._owners.append([])

    def finish(self) -> bytes:
        """The whole document, after the last page was shown."""
        self._owners.pop()
        self._add_structure()
        catalog = self._doc.Catalog
        catalog.Lang = PDFString(_LANGUAGE)
        catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        catalog.ViewerPreferences = PDFDictionary({"DisplayDocTitle": "true"})
        catalog.Metadata = self._metadata()
        self.save()
        return self._output.getvalue()

    def _add_structure(self) -> None:
        document = self._doc
        root = PDFDictionary({"Type": PDFName("StructTreeRoot")})
        references: dict[Element, object] = {}
        root["K"] = self._add_element(self.document, document.Reference(root), references)
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
        if element.alternative:
            entry["Alt"] = PDFString(element.alternative)
        if element.scope:
            entry["A"] = PDFDictionary({"O": PDFName("Table"), "Scope": PDFName(element.scope)})
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
            f"<dc:language><rdf:Bag><rdf:li>{_LANGUAGE}</rdf:li></rdf:Bag></dc:language>"
            "<dc:format>application/pdf</dc:format>"
            '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
        )
        entries = {"Type": PDFName("Metadata"), "Subtype": PDFName("XML")}
        return PDFStream(PDFDictionary(entries), xmp.encode("utf-8") + b"\n")


def _register_fonts() -> None:
    known = pdfmetrics.getRegisteredFontNames()
    for name, weight in ((REGULAR, "400Regular"), (BOLD, "700Bold")):
        if name not in known:
            file = files(resources) / "fonts" / f"AtkinsonHyperlegibleNext_{weight}.ttf"
            with file.open("rb") as letters:
                pdfmetrics.registerFont(TTFont(name, BytesIO(letters.read())))
