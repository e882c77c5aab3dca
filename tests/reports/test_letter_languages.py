"""Letters in every language: every sign printed, in order, in its own voice, nothing cut or alone."""

import re
from collections.abc import Callable
from dataclasses import replace

import pypdfium2
import pytest

from tests.invented_letters import TODAY, draft_letter, invented_facts
from tests.invented_other_letters import (
    parent_letter,
    school_letter,
    service_letter,
    wallet_card,
)
from tests.reports.pdf_reader import (
    fonts_of,
    ink_across,
    letter_boxes,
    page_count,
    tags_of,
    text_of,
)
from tests.reports.test_accessible_pdf import page_contents
from vrn_desktop.application.letter_composition import confirmed
from vrn_desktop.content.letter_templates import ShippedLetterWordings
from vrn_desktop.domain.letter import Direction, Letter, LetterKind, ServiceEntry, TextSize
from vrn_desktop.reports.letter_pdf import LetterPdfRenderer
from vrn_desktop.reports.text_flow import Wording, flow

A4_WIDTH, A4_HEIGHT, MARGIN = 595.3, 841.9, 56.6
NAMES = {
    "en": "Zoë",
    "ur": "کمل",
    "ar": "مريم",
    "gu": "કમલ",
    "pa": "ਕਮਲ",
    "bn": "কমল",
    "pl": "Łucja",
    "so": "Xaawo",
}
HIDDEN = re.compile("[\u200b\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff<]|&nbsp;")
RIGHT_TO_LEFT = ("ur", "ar")


def letter_in(language: str, *, size: TextSize = TextSize.STANDARD, posted: bool = False) -> Letter:
    wording = ShippedLetterWordings().wording(LetterKind.YOUNG_PERSON, language)
    facts = invented_facts(chosen_name=NAMES[language])
    return confirmed(draft_letter(facts, wording=wording, text_size=size, posted=posted))


def with_english(language: str) -> Letter:
    return replace(letter_in(language), followed_by=letter_in("en"))


def printed(letter: Letter) -> bytes:
    return LetterPdfRenderer().render(letter)


def spoken(document: bytes) -> list[str]:
    """What the document itself says its lines are, in the order they are written."""
    return [
        bytes.fromhex(found).decode("utf-16-be")
        for content in page_contents(document)
        for found in re.findall(r"/ActualText <FEFF([0-9A-F]+)>", content)
    ]


def logical(document: bytes) -> str:
    return " ".join("".join(spoken(document)).split())


def test_there_is_an_invented_name_for_every_language() -> None:
    assert set(NAMES) == set(ShippedLetterWordings().languages(LetterKind.YOUNG_PERSON))


@pytest.mark.parametrize("language", NAMES)
def test_every_sign_can_be_printed(language: str) -> None:
    assert LetterPdfRenderer().unprintable_characters(with_english(language)) == ()


@pytest.mark.parametrize("language", NAMES)
def test_only_our_embedded_fonts_and_the_same_bytes_again(language: str) -> None:
    document = printed(with_english(language))
    assert all(fonts_of(document).values())
    assert b"Helvetica" not in document
    assert printed(with_english(language)) == document


@pytest.mark.parametrize("language", NAMES)
def test_a6_nothing_hidden_is_left_in_the_words(language: str) -> None:
    document = printed(letter_in(language))
    assert not HIDDEN.search(text_of(document))
    assert not HIDDEN.search(logical(document))


@pytest.mark.parametrize("language", ["ur", "ar", "gu", "pa", "bn"])
def test_lines_carry_their_text_in_reading_order(language: str) -> None:
    letter = letter_in(language)
    said = logical(printed(letter))
    places = []
    for key in ("after_words", "services_heading", "your_choice", "next_heading", "rights"):
        wording = ShippedLetterWordings().wording(LetterKind.YOUNG_PERSON, language)
        (first, *_) = wording.texts[key].split(".")
        assert first.split("۔")[0] in said
        places.append(said.index(first.split("۔")[0]))
    assert places == sorted(places)


@pytest.mark.parametrize("language", RIGHT_TO_LEFT)
def test_numbers_keep_their_order_where_reading_goes_the_other_way(language: str) -> None:
    letter = letter_in(language)
    for service in (block for block in letter.blocks if isinstance(block, ServiceEntry)):
        number = service.reach.strong
        wording = Wording(service.reach.text, language, Direction.RIGHT_TO_LEFT, number)
        (line,) = flow(wording, 90_000)
        seen = "".join(piece.text for piece in line.pieces).replace("\u00a0", " ")
        assert number in seen
        assert seen.index(number) > 0, "words of the sentence stand left of it"


@pytest.mark.parametrize("language", NAMES)
def test_days_are_written_in_the_digits_of_the_letter(language: str) -> None:
    wording = ShippedLetterWordings().wording(LetterKind.YOUNG_PERSON, language)
    day = wording.dates.day_with_year(TODAY).replace("\u00a0", " ")
    document = printed(letter_in(language))
    assert day in f"{logical(document)} {text_of(document)}"
    large = letter_in(language, size=TextSize.VERY_LARGE)
    assert page_count(printed(large)) > 1
    label = wording.text("page_label", page=wording.dates.digits[1], pages=wording.dates.digits[2])
    shown = logical(printed(large)) + text_of(printed(large))
    bare = re.sub("[\u2068\u2069]", "", label).split(wording.dates.digits[2])[0]
    assert bare in shown


@pytest.mark.parametrize("language", RIGHT_TO_LEFT)
def test_ti_38_right_to_left_letters_stand_at_the_right(language: str) -> None:
    left, right = ink_across(printed(letter_in(language)), 40, 48)
    assert right == pytest.approx(A4_WIDTH - MARGIN, abs=4)
    assert left > A4_WIDTH / 3


@pytest.mark.parametrize("language", RIGHT_TO_LEFT)
def test_the_window_of_the_envelope_is_at_the_left_for_everybody(language: str) -> None:
    left, right = ink_across(printed(letter_in(language, posted=True)), 57, 80)
    millimetre = 72 / 25.4
    assert left == pytest.approx(25 * millimetre, abs=4)
    assert right < 105 * millimetre


def test_each_block_names_its_language_where_it_is_not_the_letters() -> None:
    tags = tags_of(printed(with_english("ur")))
    parts = [tag for tag in tags if tag.role == "Part"]
    assert [part.language for part in parts] == ["ur", "en"]
    first = tags[: tags.index(parts[1])]
    assert {tag.language for tag in first if tag.role == "H3"} == {"en"}, "names of services"
    assert {tag.language for tag in first if tag.role == "BlockQuote"} == {"en"}
    assert {tag.language for tag in first if tag.role in {"H1", "H2"}} == {""}
    polish = tags_of(printed(letter_in("pl")))
    assert {tag.language for tag in polish if tag.role == "H3"} == {"en"}


def test_the_english_letter_follows_on_a_page_of_its_own() -> None:
    document = printed(with_english("bn"))
    assert page_count(document) == 2
    pdf = pypdfium2.PdfDocument(document)
    second = pdf[1].get_textpage().get_text_range()
    pdf.close()
    assert "Dear Zoë" in second


@pytest.mark.parametrize("size", list(TextSize))
@pytest.mark.parametrize("language", NAMES)
def test_lt_05_no_line_is_cut_and_no_heading_stands_alone_at_a_foot(
    language: str, size: TextSize
) -> None:
    document = printed(letter_in(language, size=size))
    for left, bottom, right, top in letter_boxes(document):
        assert left > MARGIN - 4
        assert right < A4_WIDTH - MARGIN + 8
        assert bottom > 15
        assert top < A4_HEIGHT - 30
    assert headings_at_a_foot(document) == []


def headings_at_a_foot(document: bytes) -> list[int]:
    """Pages whose last marked content is a heading."""
    alone = []
    for number, content in enumerate(page_contents(document)):
        marks = re.findall(r"/(\w+) <</MCID \d+>> BDC", content)
        texts = [mark for mark in marks if mark != "Figure"]
        if texts and texts[-1] in {"H1", "H2", "H3"}:
            alone.append(number)
    return alone


@pytest.mark.parametrize("size", list(TextSize))
@pytest.mark.parametrize("made", [parent_letter, service_letter, school_letter, wallet_card])
def test_lt_05_letters_to_others_break_as_well(made: Callable[..., Letter], size: TextSize) -> None:
    document = printed(replace(confirmed(made()), text_size=size))
    for left, bottom, right, _ in letter_boxes(document):
        assert left > MARGIN - 4
        assert right < A4_WIDTH - MARGIN + 8
        assert bottom > 15
    assert headings_at_a_foot(document) == []
