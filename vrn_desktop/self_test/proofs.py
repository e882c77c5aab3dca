"""What `--self-test` proves beside the walk: store, fonts, icons, content, and a letter in every language."""

import sys
import unicodedata
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from importlib.resources import files
from pathlib import Path

import pypdfium2
from PySide6.QtGui import QFontDatabase, QImage

import resources
from vrn_desktop import __version__
from vrn_desktop.application.letter_composition import compose_young_person_letter, confirmed
from vrn_desktop.application.letter_parts import LetterForm
from vrn_desktop.content.content_library import ShippedContentLibrary
from vrn_desktop.content.help_topics import help_topics, licences
from vrn_desktop.content.letter_templates import ShippedLetterWordings
from vrn_desktop.content.table_pack_reader import shipped_table_pack
from vrn_desktop.domain.letter import Direction, LetterKind, TextSize
from vrn_desktop.domain.letter_facts import CrisisLine, LetterSender, letter_facts_from
from vrn_desktop.domain.safe_contact import SafeContact, SafeReply
from vrn_desktop.reports.letter_pdf import LetterPdfRenderer
from vrn_desktop.self_test.invented_case import CASE
from vrn_desktop.self_test.store_proof import store_proof

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
"""Invented first names, one in the script of each language that letters come in."""

DAY = date(2026, 11, 24)
FEWEST_ICONS = 20


class ProofFailedError(Exception):
    """Something of the program does not do here what it must; the text says what."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """One line of the report: what was tried, whether it came out, and what was seen."""

    name: str
    came_out: bool
    seen: str

    def line(self) -> str:
        """As it stands in the report."""
        return f"{'ok    ' if self.came_out else 'FAILED'}  {self.name}: {self.seen}"


def proofs(data: Path) -> tuple[Proof, ...]:
    """Every proof, over the data folder that the walk has just filled."""
    return (
        _tried("program", _program),
        _tried("store", lambda: store_proof(data)),
        _tried("fonts", _fonts),
        _tried("icons", _icons),
        _tried("content", _content),
        *(
            _tried(f"letter in {language}", partial(letter_proof, language))
            for language in ShippedLetterWordings().languages(LetterKind.YOUNG_PERSON)
        ),
    )


def letter_proof(language: str) -> str:
    """Make a letter, read it back with another library, and find every line of it there.

    The name is invented; the wording is the one that ships.

    Raises:
        ProofFailedError: it cannot be printed, or does not say what it should.
    """
    wording = ShippedLetterWordings().wording(LetterKind.YOUNG_PERSON, language)
    name = NAMES.get(language, CASE.young_person)
    facts = letter_facts_from(
        chosen_name=name,
        day=DAY,
        today=DAY,
        own_words=CASE.words,
        own_words_approved=True,
        services=(),
        check_in=None,
        safe_contact=SafeContact(asked_on=DAY, take_paper=SafeReply.YES),
        sender=LetterSender(
            worker_first_name="Sam", project=CASE.setting_name, project_number=CASE.phone
        ),
        crisis_lines=(CrisisLine(name="Invented Line", contact="01632 960999", free=True),),
        posted=False,
        most_services=3,
    )
    form = LetterForm(made_on=DAY, text_size=TextSize.STANDARD, envelope=None, practice=False)
    letter = confirmed(compose_young_person_letter(facts, wording, form))
    renderer = LetterPdfRenderer()
    if renderer.unprintable_characters(letter):
        raise ProofFailedError("some of its characters have no glyph")
    pages = renderer.render(letter)
    on_paper = _text_of(pages)
    lines = letter.as_plain_text().splitlines()
    if letter.direction is Direction.RIGHT_TO_LEFT:
        # Reading back turns such lines round word by word, so their signs are counted instead.
        lost = (_signs("".join(lines)) - _signs(on_paper)).total()
    else:
        lost = sum(" ".join(line.split()) not in on_paper for line in lines)
    if lost:
        raise ProofFailedError(f"{lost} of its lines or signs cannot be read back")
    return f"{len(lines)} lines read back, {len(pages)} bytes"


def _signs(text: str) -> Counter[str]:
    """The letters and digits of a text and how often each stands there."""
    return Counter(sign for sign in unicodedata.normalize("NFKC", text) if sign.isalnum())


def _tried(name: str, work: Callable[[], str]) -> Proof:
    try:
        return Proof(name=name, came_out=True, seen=work())
    except Exception as problem:  # noqa: BLE001 - whatever it was, it stands in the report
        return Proof(name=name, came_out=False, seen=f"{type(problem).__name__}: {problem}")


def _program() -> str:
    kind = "bundle" if getattr(sys, "frozen", False) else "source"
    return f"version {__version__}, {kind}, Python {sys.version.split()[0]}, {sys.platform}"


def _fonts() -> str:
    shipped = [file for file in (files(resources) / "fonts").iterdir() if ".ttf" in file.name]
    for file in shipped:
        number = QFontDatabase.addApplicationFontFromData(file.read_bytes())
        if number < 0 or not QFontDatabase.applicationFontFamilies(number):
            raise ProofFailedError(f"{file.name} is not taken as a font")
    if not shipped:
        raise ProofFailedError("there are none")
    return f"{len(shipped)} taken"


def _icons() -> str:
    shipped = [file for file in (files(resources) / "icons").iterdir() if ".svg" in file.name]
    for file in shipped:
        picture = QImage.fromData(file.read_bytes())
        if picture.isNull():
            raise ProofFailedError(f"{file.name} cannot be drawn")
    if len(shipped) < FEWEST_ICONS:
        raise ProofFailedError(f"only {len(shipped)} are there")
    return f"{len(shipped)} drawn"


def _content() -> str:
    library = ShippedContentLibrary()
    library.texts()
    tables = shipped_table_pack()
    return (
        f"{len(library.instrument().items)} questions, {len(library.services().entries)} services, "
        f"tables {tables.spec}, {len(help_topics())} help pages, {len(licences())} licences"
    )


def _text_of(pages: bytes) -> str:
    document = pypdfium2.PdfDocument(pages)
    try:
        texts = [document[page].get_textpage().get_text_range() for page in range(len(document))]
    finally:
        document.close()
    return " ".join(" ".join(texts).split())
