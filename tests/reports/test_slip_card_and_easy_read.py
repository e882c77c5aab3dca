"""The slip to tear off, the card to cut out, and easy read with its pictures, on paper."""

import re
from dataclasses import replace
from importlib.resources import files

import pypdfium2
import pytest

from tests.invented_letters import draft_letter, finished_letter
from tests.reports.pdf_reader import letter_boxes, page_count, tags_of, text_of
from tests.reports.test_accessible_pdf import page_contents
from tests.reports.test_letter_languages import headings_at_a_foot
from vrn_desktop.application.letter_composition import confirmed
from vrn_desktop.content.letter_templates import ShippedLetterWordings
from vrn_desktop.domain.letter import Direction, Letter, LetterKind, TextSize
from vrn_desktop.domain.letter_cut_parts import CardLine, ReplySlip, WalletCard
from vrn_desktop.reports.letter_pdf import LetterPdfRenderer
from vrn_desktop.reports.picture_paths import picture_path

MILLIMETRE = 72 / 25.4
SLIP = ReplySlip(
    heading="Please tell us",
    lines=("Tick one, tear this off and send it to us.",),
    choices=("We can help", "We cannot help"),
    code_label="Code",
    code="7KM-3XQ9",
    tear_label="Tear off here",
)
CARD = WalletCard(
    lines=(
        CardLine(number="999"),
        CardLine(number="01632 960 999", name="Invented Line"),
        CardLine(number="01632 960 001"),
    ),
    cut_label="Cut along the lines.",
)
ICONS = sorted(
    entry.name.removesuffix(".svg")
    for entry in (files("resources") / "icons").iterdir()
    if entry.name.endswith(".svg")
)


def printed(letter: Letter) -> bytes:
    return LetterPdfRenderer().render(letter)


def with_slip(**changes: object) -> Letter:
    letter = finished_letter()
    return replace(letter, blocks=(*letter.blocks, SLIP), **changes)  # type: ignore[arg-type]


def easy(size: TextSize = TextSize.STANDARD) -> Letter:
    wording = ShippedLetterWordings().wording(LetterKind.YOUNG_PERSON, "en", easy_read=True)
    return confirmed(draft_letter(wording=wording, text_size=size))


@pytest.mark.parametrize("size", list(TextSize))
@pytest.mark.parametrize("direction", list(Direction))
def test_the_slip_stands_whole_at_the_foot_of_a_page(size: TextSize, direction: Direction) -> None:
    document = printed(with_slip(text_size=size, direction=direction))
    pdf = pypdfium2.PdfDocument(document)
    last = pdf[len(pdf) - 1].get_textpage().get_text_range()
    pdf.close()
    for words in SLIP.words[:-1]:
        assert words in last
    assert SLIP.code in last
    assert min(bottom for _, bottom, _, _ in letter_boxes(document)) > 20


def test_the_tear_line_says_what_it_is_and_the_letter_stays_searchable() -> None:
    document = printed(with_slip())
    figures = [tag.alternative for tag in tags_of(document) if tag.role == "Figure"]
    assert SLIP.tear_label in figures
    assert SLIP.code in text_of(document)


def card() -> Letter:
    return replace(
        finished_letter(), kind=LetterKind.WALLET_CARD, blocks=(CARD,), sender="", day=""
    )


def test_lt_01_the_card_is_85_by_54_and_printed_twice() -> None:
    document = printed(card())
    assert page_count(document) == 1
    (content,) = page_contents(document)
    edges = re.findall(r"[\d.]+ [\d.]+ ([\d.]+) ([\d.]+) re S", content)
    assert [(float(width), float(height)) for width, height in edges] == [
        pytest.approx((85 * MILLIMETRE, 54 * MILLIMETRE), abs=0.1)
    ] * 2
    assert text_of(document).count("01632 960 001") == 2


def test_a_screen_reader_hears_the_card_once_and_nothing_about_anybody() -> None:
    document = printed(card())
    paragraphs = [tag for tag in tags_of(document) if tag.role == "P"]
    assert len(paragraphs) == 1 + len(CARD.lines)
    assert text_of(document).replace("01632 960", "").split()[:4] == [
        "Cut",
        "along",
        "the",
        "lines.",
    ]
    assert "Kay" not in text_of(document)


def test_a_full_card_gets_smaller_words_and_loses_none() -> None:
    lines = tuple(
        CardLine(number=f"01632 960 {n:03}", name=f"Invented place {n}") for n in range(9)
    )
    document = printed(replace(card(), blocks=(replace(CARD, lines=lines),)))
    for line in lines:
        assert text_of(document).count(line.number) == 2


@pytest.mark.parametrize("size", list(TextSize))
def test_lt_05_easy_read_is_larger_with_a_picture_beside_each_idea(size: TextSize) -> None:
    document = printed(easy(size))
    sizes = {
        float(points)
        for content in page_contents(document)
        for points in re.findall(r"/F\d+ ([\d.]+) Tf", content)
    }
    assert min(sizes - {11.0}) >= 16
    pictures = sum(content.count(" 2 w 1 J 1 j ") for content in page_contents(document))
    assert pictures == 9
    assert headings_at_a_foot(document) == []
    assert page_count(document) > 1


def test_each_line_of_easy_read_is_a_paragraph_of_its_own() -> None:
    letter = easy()
    assert "You can say no." in letter.as_plain_text().splitlines()
    assert len([tag for tag in tags_of(printed(letter)) if tag.role == "P"]) > 20


@pytest.mark.parametrize("name", ICONS)
def test_every_shipped_icon_can_be_printed(name: str) -> None:
    path = picture_path(name, 10, 20, 30)
    assert path.count(" m") >= 1
    assert path.startswith("q ")
    assert path.endswith(" S Q")
    numbers = [float(number) for number in re.findall(r"-?\d+\.\d{3}\b(?!\d)", path)]
    assert all(-2 <= number <= 26 for number in numbers)
