"""A finished letter: blocks of plain wording, ready to be read aloud, shown or printed."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from vrn_desktop.domain.letter_cut_parts import ReplySlip, WalletCard

LATIN_DIGITS = "0123456789"


class LetterKind(StrEnum):
    """The four letters and the card (LT-01)."""

    YOUNG_PERSON = "young_person"
    PARENT_CARER = "parent_carer"
    SERVICE_REFERRAL = "service_referral"
    SCHOOL = "school"
    WALLET_CARD = "wallet_card"


class Direction(StrEnum):
    """Which way a language is read."""

    LEFT_TO_RIGHT = "ltr"
    RIGHT_TO_LEFT = "rtl"


class TextSize(StrEnum):
    """How large a letter is printed: 14 pt, or large print of 18 or 24 pt (LT-05)."""

    STANDARD = "standard"
    LARGE = "large"
    VERY_LARGE = "very_large"


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading; rank 1 is the greeting, rank 2 a part of the letter."""

    text: str
    rank: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Running words; `strong` is the part of them that stands out, such as a number to call."""

    text: str
    strong: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWords:
    """The young person's approved words, as they said them, in quotation marks (TI-26)."""

    words: str
    opening_mark: str = "“"
    closing_mark: str = "”"

    @property
    def quoted(self) -> str:
        """The words between the quotation marks of the letter's language."""
        return f"{self.opening_mark}{self.words}{self.closing_mark}"


@dataclass(frozen=True, slots=True, kw_only=True)
class WebPage:
    """A page of a service, and what somebody is told who cannot see its square."""

    address: str
    description: str

    @property
    def shown(self) -> str:
        """The address as people write it, without what machines add."""
        return self.address.split("://", 1)[-1].rstrip("/")


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceEntry:
    """One chosen service: what it is, how to reach it, and when that was last checked (SP-03).

    `language` is that of its name and what is said about it, which come from the directory.
    """

    name: str
    about: str
    reach: Paragraph
    check_state: str
    web_page: WebPage | None = None
    language: str = "en"

    @property
    def page_line(self) -> str:
        """The address of the page in words, unless it is the way to reach them already."""
        if self.web_page is None or self.web_page.shown == self.reach.strong:
            return ""
        return self.web_page.shown

    @property
    def reach_and_check(self) -> str:
        """How to reach them and when that was checked, in one run."""
        return f"{self.reach.text} {self.check_state}".strip()

    @property
    def words(self) -> tuple[str, ...]:
        """All it says, line by line."""
        lines = (self.name, self.about, self.reach_and_check, self.page_line)
        return tuple(line for line in lines if line)


@dataclass(frozen=True, slots=True, kw_only=True)
class CrisisBox:
    """Where help is at once; on every letter (SP-04)."""

    heading: str
    lines: tuple[Paragraph, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """All it says, line by line."""
        return (self.heading, *(line.text for line in self.lines))


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """Who the letter is from; `strong` is the number to reach them."""

    lines: tuple[str, ...]
    strong: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Idea:
    """One idea of an easy read letter: a picture beside short lines (LT-05).

    `picture` names a shipped icon; it repeats what the words say, so it has no words of its own.
    """

    picture: str
    lines: tuple[Paragraph, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """All it says, line by line."""
        return tuple(line.text for line in self.lines)


Block = (
    Heading
    | Paragraph
    | OwnWords
    | ServiceEntry
    | CrisisBox
    | Signature
    | Idea
    | ReplySlip
    | WalletCard
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PostalAddress:
    """Name and address in the window of the envelope; ours stands above it only if that is safe."""

    lines: tuple[str, ...]
    return_lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A letter ready to print. It has no field for a level, an answer or another person.

    `digits` are the ten that its page numbers are written in. `followed_by` is the same letter in
    English, printed after a translation nobody has checked.
    """

    kind: LetterKind
    template_id: str
    template_version: str
    language: str
    direction: Direction
    title: str
    sender: str
    day: str
    blocks: tuple[Block, ...]
    page_label: str
    is_draft: bool = True
    watermark: str = ""
    text_size: TextSize = TextSize.STANDARD
    address: PostalAddress | None = None
    easy_read: bool = False
    digits: str = LATIN_DIGITS
    followed_by: "Letter | None" = None

    @property
    def services_named(self) -> tuple[str, ...]:
        """The names of the services in it, in order."""
        return tuple(block.name for block in self.blocks if isinstance(block, ServiceEntry))

    def as_plain_text(self) -> str:
        """The same letter as text, for reading aloud and for screen readers."""
        parts = [self.watermark, self.sender, self.day]
        if self.address is not None:
            parts.append("\n".join((*self.address.return_lines, *self.address.lines)))
        parts.extend("\n".join(lines_of(block)) for block in self.blocks)
        if self.followed_by is not None:
            parts.append(self.followed_by.as_plain_text().rstrip("\n"))
        text = "\n\n".join(part for part in parts if part) + "\n"
        return text.replace("\u00a0", " ")

    def text_sha256(self) -> str:
        """The fingerprint of the text, hexadecimal, for the record of giving."""
        return hashlib.sha256(self.as_plain_text().encode("utf-8", "replace")).hexdigest()


def lines_of(block: Block) -> tuple[str, ...]:
    """The words of a block, line by line."""
    match block:
        case Heading() | Paragraph():
            return (block.text,)
        case OwnWords():
            return (block.quoted,)
        case Signature():
            return block.lines
        case ServiceEntry() | CrisisBox() | Idea() | ReplySlip() | WalletCard():
            return block.words
