"""The document's structure, fonts and language, as screen readers and printers need them."""

import re

from tests.invented_letters import (
    GYM,
    draft_letter,
    finished_letter,
    invented_facts,
    right_to_left_wording,
)
from tests.reports.pdf_reader import fonts_of, is_tagged, tags_of, text_of, title_of
from vrn_desktop.domain.letter import Letter, TextSize
from vrn_desktop.reports.letter_pdf import LetterPdfRenderer


def printed(letter: Letter) -> bytes:
    return LetterPdfRenderer().render(letter)


def test_every_font_is_ours_and_embedded() -> None:
    name = "Kay کمل કમલ ਕਮਲ কমল"
    document = printed(draft_letter(invented_facts(chosen_name=name), posted=True))
    fonts = fonts_of(document)
    assert all(fonts.values())
    names = {font.partition("+")[2].partition("-")[0] for font in fonts}
    assert names == {
        "AtkinsonHyperlegibleNext",
        "NotoNaskhArabic",
        "NotoSansGujarati",
        "NotoSansGurmukhi",
        "NotoSansBengali",
    }


def test_no_standard_font_is_even_named() -> None:
    document = printed(draft_letter())
    for name in (b"Helvetica", b"Times", b"Courier", b"/Type1"):
        assert name not in document
    assert document.count(b"/FontFile2") == 2


def test_the_structure_follows_the_letter() -> None:
    tags = tags_of(printed(finished_letter()))
    roles = [tag.role for tag in tags]
    assert roles[0] == "Document"
    assert roles.count("H1") == 1
    assert roles.count("H2") == 3
    assert roles.count("H3") == 2
    assert "BlockQuote" in roles
    assert roles.index("H1") < roles.index("H2") < roles.index("H3")


def test_a_square_says_what_it_opens() -> None:
    (figure,) = [tag for tag in tags_of(printed(finished_letter())) if tag.role == "Figure"]
    assert figure.alternative == f"A square to scan with a phone. It opens {GYM.web_page}."


def test_the_document_names_its_language_and_a_neutral_title() -> None:
    document = printed(finished_letter())
    assert is_tagged(document)
    assert title_of(document)["Title"] == "Letter"
    assert not title_of(document)["Author"]
    assert b"/Lang (en)" in document
    assert b"/DisplayDocTitle true" in document
    assert b"<dc:title>" in document
    urdu = printed(draft_letter(wording=right_to_left_wording()))
    assert b"/Lang (ar)" in urdu
    assert tags_of(urdu)[0].language == "ar"


def test_nothing_on_the_page_is_left_untagged() -> None:
    document = printed(draft_letter(posted=True, text_size=TextSize.LARGE))
    for content in page_contents(document):
        depth = 0
        for operator in re.findall(r"\b(BDC|BMC|EMC|Tj|TJ|re|f|S)\b", content):
            depth += {"BDC": 1, "BMC": 1, "EMC": -1}.get(operator, 0)
            assert depth > 0 or operator in {"BDC", "BMC", "EMC"}
        assert depth == 0


def test_other_scripts_carry_their_text_in_reading_order() -> None:
    facts = invented_facts(chosen_name="کمل")
    content = "".join(page_contents(printed(finished_letter(facts))))
    texts = [
        bytes.fromhex(found).decode("utf-16-be")
        for found in re.findall(r"/ActualText <FEFF([0-9A-F]+)>", content)
    ]
    assert texts == ["Dear کمل, "]


def test_names_in_latin_letters_can_be_searched() -> None:
    name = "Zoë Łukasz O’Brien-Ştefan"
    assert name in text_of(printed(finished_letter(invented_facts(chosen_name=name))))


def page_contents(document: bytes) -> list[str]:
    """The drawing instructions of each page."""
    import zlib  # noqa: PLC0415 - the only place that unpacks

    streams = re.findall(rb"stream\n(.*?)endstream", document, re.DOTALL)
    contents = []
    for stream in streams:
        try:
            text = zlib.decompress(stream).decode("latin-1")
        except zlib.error:
            continue
        if " Tm" in text:
            contents.append(text)
    return contents
